package hmnet.record.inbox;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.hl7v2.adt.ChartNumbers;
import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.function.Predicate;

/// What a message is kept under (電文の受信キー): MSH-10 and MSH-7, which a sender never gives twice. A message without
/// them, or that cannot be read, is kept under its bytes. Of care several systems of a facility tell, so that MSH-3
/// counts as well; registrations have one key, whether they tell of care or not.
///
/// @param path what the quarantine desk calls it; begins with the first number of PID-3, as a storage file's name does
/// @param chart the one chart of the sender that it names, read as filing reads it; empty when there is none, or
///     several. The first number may be an insurer's, which many people have
record MessageKey(byte[] hash, String path, String chart) {
    private static final int WORD_MAX = 64;

    /// @param own which issuers are the sender itself
    static MessageKey of(byte[] body, short format, Predicate<Issuer> own) {
        try {
            var message = Message.parse(body);
            var id = message.controlId();
            var at = message.header().text(7);
            var pid = message.first("PID");
            var number = pid == null ? "" : word(pid.text(3));
            var path = "hl7/" + word(message.header().text(9, 2)) + "/" + number + "_" + word(at) + "_" + word(id);
            var chart = chart(message, own);
            if (id.isBlank()) {
                return new MessageKey(hash(format, "bytes", body), path, chart);
            }
            var care = format == MessageInbox.CARE || format == MessageInbox.CARE_MASKED;
            var feed = message.header().text(9, 1).equals("ADT");
            var name = care && !feed
                    ? id + "\u001F" + at + "\u001F" + message.header().text(3)
                    : id + "\u001F" + at;
            var kind =
                    !care || !feed ? format : format == MessageInbox.CARE ? MessageInbox.HL7 : MessageInbox.HL7_MASKED;
            return new MessageKey(hash(kind, "message", name.getBytes(StandardCharsets.UTF_8)), path, chart);
        } catch (BadMessage e) {
            return new MessageKey(hash(format, "bytes", body), "hl7/unreadable", "");
        }
    }

    /// Where the same message with other bytes is kept.
    MessageKey conflicting(byte[] body) {
        return new MessageKey(hash((short) 0, "conflict", hash, body), path, chart);
    }

    private static String chart(Message message, Predicate<Issuer> own) {
        var charts = new HashSet<String>();
        for (var pid : message.all("PID")) {
            try {
                charts.addAll(ChartNumbers.in(pid, 3, own));
            } catch (BadMessage nobodys) {
                return "";
            }
        }
        return charts.size() == 1 ? charts.iterator().next() : "";
    }

    private static String word(String text) {
        var plain = text.strip().replaceAll("[/_\\p{Cntrl}\\p{Cs}]", "-");
        return plain.length() > WORD_MAX ? plain.substring(0, WORD_MAX) : plain;
    }

    private static byte[] hash(short format, String what, byte[]... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((what + format).getBytes(StandardCharsets.UTF_8));
            for (var part : parts) {
                sha.update(MessageDigest.getInstance("SHA-256").digest(part));
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
