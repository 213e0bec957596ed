package hmnet.exchange.iti10;

import hmnet.exchange.Domain;
import hmnet.exchange.Identifier;
import hmnet.exchange.Subscriber;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.hl7.MessageBuilder;
import hmnet.formats.hl7.MessageBuilder.Party;
import hmnet.formats.hl7.SegmentBuilder;
import hmnet.formats.hl7.Spelled;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;

/// The numbers of one patient as they stand now (相互参照の現在), ADT^A31 of ITI-10.
///
/// @param own the subscriber's number
record Update(Identifier own, List<Identifier> others) {
    byte[] message(Subscriber to, String controlId, OffsetDateTime at) {
        var message = new MessageBuilder(Spelled.ISO_IR87);
        message.header(
                new Party(List.of("HMNET"), List.of("HMNET")),
                new Party(List.of(to.application()), List.of(to.name())),
                at,
                "ADT^A31^ADT_A05",
                controlId,
                "2.5");
        message.segment("EVN").set(2, Hl7Time.hl7(at));
        var patient = message.segment("PID");
        number(own, own.domain(), patient);
        others.forEach(other -> number(other, other.domain(), patient));
        patient.setSecond(5, "", "", "", "", "", "", "S");
        message.segment("PV1").set(2, "N");
        return message.toBytes();
    }

    private static void number(Identifier one, Domain domain, SegmentBuilder patient) {
        patient.addNumber(3, one.value(), domain.namespace(), domain.oid(), "PI");
    }

    /// The same for the same numbers in any order.
    byte[] hash() {
        var text = others.stream()
                .map(one -> one.domain().oid() + "|" + one.value())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
