package hmnet.record.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.InboxState;
import hmnet.record.inbox.MessageInbox;
import org.springframework.beans.factory.annotation.Autowired;

/// A ward whose hospitals also send an identity feed (患者登録の送信), by messages of their own.
public abstract class Feed extends Ward {
    @Autowired
    protected MessageInbox messages;

    protected static final String YURIKO = "架空^百合子^^^^^L^I~カクウ^ユリコ^^^^^L^P||19620401|F|||^^^^730-0011^^H^広島県架空市二丁目５";

    /// A message with the given segments after EVN, at a time such as `20260401090000`.
    protected static byte[] message(String trigger, String at, String id, String... segments) {
        var text =
                "MSH|^~\\&|HIS|HOSP|HMNET|HMNET|" + at + "||ADT^" + trigger + "|" + id + "|P|2.5||||||UNICODE UTF-8\r"
                        + "EVN|" + trigger + "|" + at + "\r" + String.join("\r", segments) + "\r";
        return text.getBytes(UTF_8);
    }

    protected static String pid(String number, String said) {
        return "PID|||" + number + "^^^^PI||" + said;
    }

    protected static String pid(String number) {
        return "PID|||" + number + "^^^^PI";
    }

    protected static String mrg(String number) {
        return "MRG|" + number + "^^^^PI";
    }

    /// Keeps a message and waits until it is filed.
    protected InboxState heard(FacilityId hospital, byte[] message) {
        var kept = messages.keep(hospital, message);
        settle(hospital);
        return inbox.state(hospital, kept.id()).orElseThrow();
    }
}
