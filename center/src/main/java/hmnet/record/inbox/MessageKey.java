package hmnet.record.inbox;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a message is kept under (電文の受信キー): MSH-10 and MSH-7, which a sender never gives twice. A message without
/// them, or that cannot be read, is kept under its bytes. Of care several systems of a facility tell, so that MSH-3
/// counts as well; registrations have one key, whether they tell of care or not.
///
/// @param path what the quarantine desk calls it; begins with the chart number, as a storage file's name does
record MessageKey(byte[] hash, String path) {
    private static final int WORD_MAX = 64;

    static MessageKey of(byte[] body, short format) {
        try {
            var message = Message.parse(body);
            var id = message.controlId();
            var at = message.header().text(7);
            var pid = message.first("PID");
            var number = pid == null ? "" : word(pid.text(3));
            var path = "hl7/" + word(message.header().text(9, 2)) + "/" + number + "_" + word(at) + "_" + word(id);
            if (id.isBlank()) {
                return new MessageKey(hash(format, "bytes", body), path);
            }
            var care = format == MessageInbox.CARE || format == MessageInbox.CARE_MASKED;
            var feed = message.header().text(9, 1).equals("ADT");
            var name = care && !feed
                    ? id + "\u001F" + at + "\u001F" + message.header().text(3)
                    : id + "\u001F" + at;
            var kind =
                    !care || !feed ? format : format == MessageInbox.CARE ? MessageInbox.HL7 : MessageInbox.HL7_MASKED;
            return new MessageKey(hash(kind, "message", name.getBytes(StandardCharsets.UTF_8)), path);
        } catch (BadMessage e) {
            return new MessageKey(hash(format, "bytes", body), "hl7/unreadable");
        }
    }

    /// Where the same message with other bytes is kept.
    MessageKey conflicting(byte[] body) {
        return new MessageKey(hash((short) 0, "conflict", hash, body), path);
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
