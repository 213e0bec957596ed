package hmnet.exchange.iti44;

import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.feeds.FeedMessage;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.V3Message;
import hmnet.exchange.v3.V3PersonReader;
import hmnet.formats.hl7v2.adt.Trigger;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A feed's registration event, read (患者登録の読取り): one patient with a number of the sender's own, and
/// the one it replaces when duplicates are resolved.
sealed interface Registration {
    /// @param message the identity message it means
    record Understood(FeedMessage message) implements Registration {}

    record Wrong(Fault fault) implements Registration {}

    String DUPLICATES = "PRPA_IN201304UV02";

    static Registration read(V3Message sent, Domain own, Domains domains) {
        var place = "/" + sent.payload().local() + "/controlActProcess/subject";
        var subjects = sent.act().children("subject");
        if (subjects.size() != 1) {
            return wrong(place, Hl7ErrorCode.SEGMENT_SEQUENCE, "One patient in a message");
        }
        var event = subjects.getFirst().find("registrationEvent").orElse(Element.of("none"));
        var patient = event.find("subject1/patient").orElse(Element.of("none"));
        var ids = numbers(patient);
        var replaced = event.children("replacementOf").stream()
                .flatMap(one -> one.find("priorRegistration/subject1/priorRegisteredRole").stream())
                .toList();
        var gone = replaced.stream().flatMap(role -> numbers(role).stream()).toList();
        var merges = sent.payload().local().equals(DUPLICATES);
        if (merges != (replaced.size() == 1) || replaced.size() > 1) {
            return wrong(
                    place + "/registrationEvent/replacementOf",
                    Hl7ErrorCode.SEGMENT_SEQUENCE,
                    "Only when duplicates are resolved, and once");
        }
        return objection(ids, own, domains, place + "/registrationEvent/subject1/patient/id")
                .or(() -> merges
                        ? objection(gone, own, domains, place + "/registrationEvent/replacementOf//id")
                        : Optional.empty())
                .<Registration>map(Wrong::new)
                .orElseGet(() -> new Understood(message(
                        sent,
                        own,
                        number(ids, own, domains),
                        merges ? Optional.of(number(gone, own, domains)) : Optional.empty(),
                        patient.find("patientPerson").orElse(Element.of("none")))));
    }

    private static Registration wrong(String where, Hl7ErrorCode code, String text) {
        return new Wrong(new Fault(where, code, text));
    }

    private static List<InstanceId> numbers(Element role) {
        return role.children("id").stream()
                .map(InstanceId::of)
                .filter(id -> !id.extension().isEmpty())
                .toList();
    }

    private static Optional<Fault> objection(List<InstanceId> ids, Domain own, Domains domains, String where) {
        if (ids.isEmpty()) {
            return Optional.of(new Fault(where, Hl7ErrorCode.REQUIRED_FIELD, "No patient number"));
        }
        return domains.objectionable(ids.stream().map(InstanceId::giver).toList(), own)
                        .isPresent()
                ? Optional.of(new Fault(where, Hl7ErrorCode.UNKNOWN_KEY, "Not a number the sender gives"))
                : Optional.empty();
    }

    /// The number the sender gives; without a giver it is the sender's.
    private static String number(List<InstanceId> ids, Domain own, Domains domains) {
        return ids.stream()
                .filter(id -> domains.find(id.giver()).filter(own::is).isPresent())
                .findFirst()
                .or(() -> ids.stream().filter(id -> id.giver().isEmpty()).findFirst())
                .orElseThrow()
                .extension();
    }

    private static FeedMessage message(
            V3Message sent, Domain own, String number, Optional<String> gone, Element person) {
        var id = String.join(
                "^", sent.id().root(), sent.id().extension(), sent.payload().find("creationTime", "value"));
        return new FeedMessage(
                "HL7V3",
                sent.payload().local().equals("PRPA_IN201301UV02") ? Trigger.A28 : Trigger.A31,
                id.getBytes(StandardCharsets.UTF_8),
                own,
                gone.orElse(number),
                V3PersonReader.of(person),
                gone.map(one -> number),
                sent.namespaces(),
                sent.sent().getBytes(StandardCharsets.UTF_8));
    }
}
