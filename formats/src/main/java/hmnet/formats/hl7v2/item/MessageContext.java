package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import java.time.OffsetDateTime;

/// A message and what is known of it from outside (電文とその周り).
///
/// @param fallback when it was, where the message's own fields name no time: the date of care, or MSH-7
/// @param department as the file's name says, empty when it does not
public record MessageContext(Message message, OffsetDateTime fallback, String department) {
    /// The first of the times that is one, else the fallback.
    OffsetDateTime firstOf(String... times) {
        for (var time : times) {
            var at = Hl7Time.at(time);
            if (at != null) {
                return at;
            }
        }
        return fallback;
    }

    /// MSH-9.1, such as `ADT`.
    public String type() {
        return message.header().text(9, 1);
    }

    /// MSH-9.2, else EVN-1, as older senders have it.
    public String trigger() {
        var trigger = message.header().text(9, 2);
        var evn = message.first("EVN");
        return trigger.isEmpty() && evn != null ? evn.text(1) : trigger;
    }
}
