package hmnet.exchange.iti44;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.feeds.FeedMessage;
import hmnet.exchange.feeds.FeedTrail;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.v3.CheckedText;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.V3Answer;
import hmnet.exchange.v3.V3Door;
import hmnet.exchange.v3.V3Message;
import hmnet.exchange.v3.V3Senders;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.people.links.PatientIndex;
import hmnet.record.inbox.KeptMessage;
import hmnet.record.inbox.MessageInbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// PRPA_IN201301, 201302 and 201304UV02 → MCCI_IN000002UV01 (ITI-44 §3.44.4): what a hospital says of its
/// own patients is kept in the inbox, to the letter, and committed, then acknowledged. Filing works from the
/// inbox.
@Component
class RegistrationFeed implements V3Door {
    private static final String NAME = "ITI-44";
    private final V3Senders senders;
    private final Domains domains;
    private final MessageInbox inbox;
    private final PatientIndex patientIndex;
    private final FeedTrail trail;

    RegistrationFeed(
            V3Senders senders, Domains domains, MessageInbox inbox, PatientIndex patientIndex, FeedTrail trail) {
        this.senders = senders;
        this.domains = domains;
        this.inbox = inbox;
        this.patientIndex = patientIndex;
        this.trail = trail;
    }

    @Override
    public Set<String> actions() {
        return Set.of(
                Element.V3 + ":PRPA_IN201301UV02",
                Element.V3 + ":PRPA_IN201302UV02",
                Element.V3 + ":" + Registration.DUPLICATES);
    }

    @Override
    public Element answer(V3Message sent) {
        return switch (senders.admit(sent, TransactionGroup.FEED, NAME)) {
            case Admittance.Admitted(var caller) -> take(caller, sent);
            case Admittance.Refused(var fault) -> V3Answer.acknowledging(sent, Acknowledgement.AR, fault);
        };
    }

    private Element take(Caller caller, V3Message sent) {
        if (!sent.isProduction()) {
            return V3Answer.acknowledging(
                    sent,
                    Acknowledgement.AR,
                    new Fault(
                            "/" + sent.payload().local() + "/processingCode/@code",
                            Hl7ErrorCode.UNSUPPORTED_PROCESSING,
                            "Patients of tests and exercises are not kept"));
        }
        return switch (Registration.read(sent, domains.of(caller.facility()), domains)) {
            case Registration.Wrong(var fault) -> {
                trail.objected(caller.facility(), NAME, fault.where());
                yield V3Answer.acknowledging(sent, Acknowledgement.AE, fault);
            }
            case Registration.Understood(var message) -> keep(caller, sent, message);
        };
    }

    private Element keep(Caller caller, V3Message sent, FeedMessage message) {
        var charts = message.numbers().stream()
                .filter(number -> patientIndex.chart(caller.facility(), number).isPresent())
                .toList();
        if (trail.refused(caller, question(sent, message), charts)) {
            var fault = new Fault(
                    "/" + sent.payload().local() + "/controlActProcess/subject",
                    Hl7ErrorCode.DATA_TYPE,
                    "An individual number (My Number) is never taken");
            return V3Answer.acknowledging(sent, Acknowledgement.AE, fault);
        }
        return switch (inbox.keep(
                caller.facility(), message.bytes(sent.creationTime().toInstant()))) {
            case KeptMessage.New(var row) -> kept(caller, sent, row);
            case KeptMessage.Duplicate(var row) -> kept(caller, sent, row);
            case KeptMessage.Conflict conflict ->
                V3Answer.acknowledging(
                        sent,
                        Acknowledgement.AE,
                        new Fault(
                                "/" + sent.payload().local() + "/id",
                                Hl7ErrorCode.DUPLICATE_KEY,
                                "Another message came under this id and time"));
        };
    }

    private Element kept(Caller caller, V3Message sent, long row) {
        trail.kept(caller, NAME, row);
        return V3Answer.acknowledging(sent, Acknowledgement.AA);
    }

    /// Everything that would be kept, to the letter and as it is read, so that no individual number
    /// (個人番号) hides in it; times and the message's own id are none.
    private static Question question(V3Message sent, FeedMessage message) {
        var id = sent.id();
        var all = Map.of(
                "sent", sent.sent(),
                "namespaces", sent.namespaces(),
                "words", CheckedText.of(sent.payload()),
                "filed", message.words());
        return new Question(NAME, sent.questionId(), new TreeMap<>(all))
                .knowing(CheckedText.known(sent.payload()))
                .knowing(List.of(id.root(), id.extension()));
    }
}
