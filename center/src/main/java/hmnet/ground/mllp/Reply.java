package hmnet.ground.mllp;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.MessageBuilder.Party;
import hmnet.formats.base.hl7.MessageCharacters;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.base.hl7.SegmentBuilder;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// An answer being written (応答電文), in the characters of the question and from whom the question was for.
public final class Reply {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> CENTRE = List.of("HMNET");
    private final MessageBuilder message;
    private final String outcome;
    private final List<Fault> faults;

    private Reply(MessageBuilder message, String outcome, Fault... faults) {
        this.message = message;
        this.outcome = outcome;
        this.faults = List.of(faults);
        this.faults.forEach(this::fault);
    }

    /// MSA-1 of the original mode.
    public enum Acknowledgement {
        /// Accepted.
        AA,
        /// Understood, and wrong.
        AE,
        /// Not taken: of a kind not spoken here, or to be sent again.
        AR
    }

    /// A plain acknowledgement (ACK).
    public static Reply acknowledging(Telegram telegram, Acknowledgement acknowledgement, Fault... faults) {
        return answering(telegram, plain(telegram), acknowledgement.name(), faults);
    }

    /// Of the enhanced mode: only that the message was taken, or why not (CA, CE, CR).
    Reply accepting(Telegram telegram) {
        return answering(telegram, plain(telegram), "C" + outcome.substring(1), faults.toArray(Fault[]::new));
    }

    private static String plain(Telegram telegram) {
        var event = telegram.message().header().text(9, 2);
        return event.isEmpty() ? "ACK" : "ACK^" + event + "^ACK";
    }

    /// The beginning of an answer of another type: MSH, MSA and an ERR for each fault.
    public static Reply answering(Telegram telegram, String type, Acknowledgement acknowledgement, Fault... faults) {
        return answering(telegram, type, acknowledgement.name(), faults);
    }

    private static Reply answering(Telegram telegram, String type, String outcome, Fault... faults) {
        var header = telegram.message().header();
        var version = header.text(12);
        return of(
                MessageCharacters.of(telegram.message()),
                new Party(orCentre(components(header, 5)), orCentre(components(header, 6))),
                new Party(components(header, 3), components(header, 4)),
                type,
                version.startsWith("2.") ? version : "2.5",
                outcome,
                telegram.message().controlId(),
                faults);
    }

    /// An answer to what could not be read.
    static Reply refusing(MessageHead head, Fault fault) {
        return of(
                MessageCharacters.ASCII,
                new Party(CENTRE, CENTRE),
                new Party(List.of(head.application()), List.of(head.facility())),
                "ACK",
                "2.5",
                Acknowledgement.AR.name(),
                head.controlId(),
                fault);
    }

    private static Reply of(
            MessageCharacters characters,
            Party from,
            Party to,
            String type,
            String version,
            String outcome,
            String controlId,
            Fault... faults) {
        var message = new MessageBuilder(characters);
        message.header(from, to, OffsetDateTime.now(Hl7Time.JAPAN), type, freshControlId(), version);
        message.segment("MSA").set(1, outcome).set(2, controlId);
        return new Reply(message, outcome, faults);
    }

    private void fault(Fault fault) {
        message.segment("ERR")
                .set(2, fault.where().split("\\^"))
                .set(3, fault.code().number(), fault.code().words(), "HL70357")
                .set(4, "E")
                .set(8, fault.text());
    }

    public SegmentBuilder segment(String name) {
        return message.segment(name);
    }

    /// A segment of the question, said back.
    public void copy(Segment asked) {
        message.copy(asked);
    }

    /// MSA-1, for the log.
    String outcome() {
        return outcome;
    }

    boolean isGood() {
        return outcome.equals(Acknowledgement.AA.name());
    }

    byte[] bytes() {
        return message.toBytes();
    }

    /// MSH-10 of an own message: at most 20 characters, never the same twice.
    public static String freshControlId() {
        var bytes = new byte[10];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<String> components(Segment segment, int field) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(component -> segment.text(field, component))
                .toList();
    }

    private static List<String> orCentre(List<String> components) {
        return components.stream().allMatch(String::isEmpty) ? CENTRE : components;
    }
}
