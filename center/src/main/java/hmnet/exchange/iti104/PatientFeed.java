package hmnet.exchange.iti104;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domain;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.feeds.FeedMessage;
import hmnet.exchange.feeds.FeedTrail;
import hmnet.exchange.fhir.Description;
import hmnet.exchange.fhir.FhirCall;
import hmnet.exchange.fhir.FhirDoor;
import hmnet.exchange.fhir.Refusals;
import hmnet.formats.hl7v2.adt.Trigger;
import hmnet.people.links.PatientIndex;
import hmnet.record.inbox.KeptMessage;
import hmnet.record.inbox.MessageInbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// `PUT Patient?identifier=…` (患者登録の通知; ITI-104 §2:3.104.4): what a hospital says of its own
/// patient, or that one of its numbers is replaced by another. Kept in the inbox byte for byte and committed,
/// then acknowledged; filing is the inbox's, as of every identity feed.
@Component
class PatientFeed implements FhirDoor {
    private static final String TRANSACTION = "ITI-104";
    private static final String IDENTIFIER = "identifier";
    private final FhirCall fhirCall;
    private final Domains domains;
    private final MessageInbox inbox;
    private final PatientIndex patientIndex;
    private final FeedTrail trail;
    private final Clock clock;

    PatientFeed(
            FhirCall fhirCall,
            Domains domains,
            MessageInbox inbox,
            PatientIndex patientIndex,
            FeedTrail trail,
            Clock clock) {
        this.fhirCall = fhirCall;
        this.domains = domains;
        this.inbox = inbox;
        this.patientIndex = patientIndex;
        this.trail = trail;
        this.clock = clock;
    }

    /// Adds or revises a patient, or resolves a duplicate when a link says `replaced-by`.
    @Update(typeName = "Patient")
    public MethodOutcome feed(
            @ResourceParam Patient patient,
            @IdParam @Nullable IdType id,
            @ConditionalUrlParam @Nullable String condition,
            ServletRequestDetails details) {
        var caller = fhirCall.caller(details, TransactionGroup.FEED, TRANSACTION);
        var token = token(details);
        var bar = token.lastIndexOf('|');
        if (condition == null || bar < 1 || bar == token.length() - 1) {
            throw Refusals.bad(IssueType.NOTSUPPORTED, "update by Patient?identifier=SYSTEM|VALUE only");
        }
        var own = own(caller, token.substring(0, bar));
        var number = token.substring(bar + 1);
        var said = Description.of(patient);
        var body = FhirCall.body(details);
        var message = new FeedMessage(
                "FHIR",
                Trigger.A31,
                (number + "^" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                own,
                number,
                said,
                survivor(patient, own),
                String.valueOf(details.getHeader("Content-Type")),
                body);
        var charts = message.numbers().stream()
                .filter(one -> patientIndex.chart(caller.facility(), one).isPresent())
                .toList();
        if (trail.refused(caller, question(details, token, patient, message), charts)) {
            throw Refusals.individualNumber();
        }
        trail.kept(caller, TRANSACTION, keep(caller, message.bytes(when(patient))));
        var outcome = new MethodOutcome();
        outcome.setCreated(!charts.contains(number));
        return outcome;
    }

    /// Everything that would be kept, as it came and as it is read.
    private static Question question(
            ServletRequestDetails details, String token, Patient patient, FeedMessage message) {
        var all = new TreeMap<>(Description.parameters(patient, message.said()));
        all.put("token", token);
        all.put("body", new String(message.body(), StandardCharsets.UTF_8));
        all.put("read", details.getFhirContext().newJsonParser().encodeResourceToString(patient));
        all.put("kept", message.kept());
        all.put("filed", message.words());
        return FhirCall.question(details, TRANSACTION, all)
                .knowing(patient.getTelecom().stream()
                        .map(point -> String.valueOf(point.getValue()))
                        .filter(Question::isAbroad)
                        .toList());
    }

    /// When it changed at the sender, as it says.
    private Instant when(Patient patient) {
        var updated = patient.getMeta().getLastUpdated();
        return updated == null ? clock.instant() : updated.toInstant();
    }

    private long keep(Caller caller, byte[] message) {
        return switch (inbox.keep(caller.facility(), message)) {
            case KeptMessage.New(var row) -> row;
            case KeptMessage.Duplicate(var row) -> row;
            case KeptMessage.Conflict(var row) ->
                throw Refusals.bad(IssueType.DUPLICATE, "another message of this time has the same identifier");
        };
    }

    private Domain own(Caller caller, String system) {
        var domain = domains.find(system, caller)
                .orElseThrow(() -> Refusals.bad(IssueType.CODEINVALID, "identifier Assigning Authority not found"));
        if (!domain.isOf(caller.facility())) {
            throw Refusals.forbidden(IssueType.FORBIDDEN, "the domain is another facility's");
        }
        return domain;
    }

    /// The number that stays, when the patient says it was replaced.
    private static Optional<String> survivor(Patient patient, Domain own) {
        return patient.getLink().stream()
                .filter(link -> link.getType() == LinkType.REPLACEDBY)
                .map(link -> link.getOther().getIdentifier())
                .map(other -> {
                    if (!own.uri().equals(other.getSystem()) || !other.hasValue()) {
                        throw Refusals.bad(IssueType.INVALID, "link.other.identifier is a number of the same domain");
                    }
                    return other.getValue();
                })
                .findFirst();
    }

    private static String token(ServletRequestDetails details) {
        var values = details.getParameters().get(IDENTIFIER);
        return values == null || values.length != 1 ? "" : values[0];
    }
}
