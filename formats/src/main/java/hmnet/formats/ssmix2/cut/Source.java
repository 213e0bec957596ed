package hmnet.formats.ssmix2.cut;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.fhir.Bundle;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.code.Equivalents;
import hmnet.formats.ssmix2.storage.StorageName;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What every cut starts from (切り分けの元): the message and the times it stands for.
///
/// @param tables say what else says the same as a code sent
public record Source(
        StorageName name,
        Message message,
        Demographics person,
        OffsetDateTime messageTime,
        Ids ids,
        Equivalents tables) {
    /// The first of the times that is one, else midnight of the date of care, else the time in the file's name.
    OffsetDateTime firstOf(String... times) {
        for (var time : times) {
            var at = Hl7Time.at(time);
            if (at != null) {
                return at;
            }
        }
        return name.careDate() == null
                ? name.occurredAt()
                : name.careDate().atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    Bundle bundle() {
        return new Bundle(ids, tables);
    }

    /// The message for those who read messages outside a storage too.
    public MessageContext about() {
        return new MessageContext(message, firstOf(), name.department().equals("-") ? "" : name.department());
    }

    static boolean corrects(@Nullable String orderControl) {
        return orderControl != null && OrderControl.CORRECTING.contains(orderControl);
    }
}
