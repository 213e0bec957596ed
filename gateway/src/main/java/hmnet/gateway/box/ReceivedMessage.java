package hmnet.gateway.box;

import hmnet.formats.base.Sha256;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Limits;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.MessageBuilder.Party;
import hmnet.formats.base.hl7.MessageCharacters;
import hmnet.formats.base.hl7.Segment;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A message as the gateway heard it (受けた電文), and its acknowledgement in the original mode. What is in
/// it is the centre's to judge; here only whether it is a message at all, and of a kind that is sent on.
///
/// @param message null when it could not be read
@SuppressWarnings("ArrayRecordComponent") // kept and sent, never compared
record ReceivedMessage(
        byte[] bytes, @Nullable Message message, @Nullable Fault fault) {
    private static final int NAMED_BY = 16;

    /// MSA-1 of the original mode.
    enum Word {
        /// On our disk: the sender may forget it.
        AA,
        /// Understood, and wrong: sending it again will not help.
        AE,
        /// Not taken: to be sent again, or not of a kind that is taken here.
        AR
    }

    /// What is wrong, with its code of table 0357.
    record Fault(Word word, String code, String text) {}

    static ReceivedMessage of(byte[] bytes, Limits limits, List<String> types) {
        try {
            var message = Message.parse(bytes, limits);
            return new ReceivedMessage(bytes, message, fault(message, types));
        } catch (BadMessage e) {
            return new ReceivedMessage(bytes, null, new Fault(Word.AR, "100", e.code()));
        }
    }

    private static @Nullable Fault fault(Message message, List<String> types) {
        var header = message.header();
        var type = message.type();
        if (header.text(9, 1).isEmpty() || message.controlId().isEmpty()) {
            return new Fault(Word.AE, "101", "MSH-9 and MSH-10 are required");
        }
        if (!header.text(12).startsWith("2.") && !header.text(12).isEmpty()) {
            return new Fault(Word.AR, "203", "version 2 only");
        }
        if (!header.text(11).startsWith("P") && !header.text(11).isEmpty()) {
            return new Fault(Word.AR, "202", "production only");
        }
        if (!types.isEmpty() && !types.contains(type) && !types.contains(header.text(9, 1))) {
            return new Fault(Word.AR, "200", type + " is not sent on from here");
        }
        return null;
    }

    /// The name it goes to the centre under: the same bytes always have the same one.
    String name() {
        var type = message == null ? "" : message.type();
        return "mllp/" + type.replaceAll("[^A-Za-z0-9]+", "-") + "-" + digest() + ".hl7";
    }

    private String digest() {
        return Sha256.hex(bytes, NAMED_BY);
    }

    /// The acknowledgement; without a fault AA.
    byte[] answer(@Nullable Fault fault) {
        var characters = message == null ? MessageCharacters.ASCII : MessageCharacters.of(message);
        var answer = new MessageBuilder(characters);
        var asked = message == null ? null : message.header();
        var event = asked == null ? "" : asked.text(9, 2);
        answer.header(
                party(asked, 5),
                party(asked, 3),
                OffsetDateTime.now(Hl7Time.JAPAN),
                event.isEmpty() ? "ACK" : "ACK^" + event + "^ACK",
                Long.toUnsignedString(
                        ByteBuffer.wrap(HexFormat.of().parseHex(digest())).getLong(), 36),
                asked == null || !asked.text(12).startsWith("2.") ? "2.5" : asked.text(12));
        answer.segment("MSA")
                .set(1, (fault == null ? Word.AA : fault.word()).name())
                .set(2, message == null ? "" : message.controlId());
        if (fault != null) {
            answer.segment("ERR")
                    .set(3, fault.code(), "", "HL70357")
                    .set(4, "E")
                    .set(8, fault.text());
        }
        return answer.toBytes();
    }

    private static Party party(@Nullable Segment header, int field) {
        return header == null
                ? new Party(List.of("HMNET"), List.of("HMNET"))
                : new Party(components(header, field), components(header, field + 1));
    }

    private static List<String> components(Segment header, int field) {
        return IntStream.rangeClosed(1, 3).mapToObj(i -> header.text(field, i)).toList();
    }
}
