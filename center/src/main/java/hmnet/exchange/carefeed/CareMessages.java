package hmnet.exchange.carefeed;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.feeds.FeedTrail;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.telegrams.OwnNumbers;
import hmnet.exchange.telegrams.Senders;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.ground.mllp.Telegram;
import hmnet.ground.mllp.Transaction;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.KeptMessage;
import hmnet.record.inbox.MessageInbox;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Results, orders, medicines, problems, bookings, documents and steps of stays of a facility's own patients (診療情報の電文):
/// kept byte for byte and committed, then acknowledged. Filing works from the inbox.
@Component
class CareMessages implements Transaction {
    private static final String NAME = "records by HL7 v2";

    /// All events of these types; of ADT those that the identity feed does not take and that tell of care.
    private static final Set<String> TYPES = Set.of(
            "ORU", "OUL", "OML", "RDE", "OMP", "RDS", "RAS", "VXU", "PPR", "SIU", "MDM", "OMG", "OMI", "OMD", "ORM",
            "ADT^A06", "ADT^A07", "ADT^A11", "ADT^A12", "ADT^A13", "ADT^A14", "ADT^A15", "ADT^A16", "ADT^A21",
            "ADT^A22", "ADT^A25", "ADT^A26", "ADT^A27", "ADT^A38", "ADT^A52", "ADT^A53", "ADT^A54", "ADT^A55",
            "ADT^A60");

    private final Senders senders;
    private final OwnNumbers numbers;
    private final MessageInbox inbox;
    private final InboxLoad load;
    private final FeedTrail trail;

    CareMessages(Senders senders, OwnNumbers numbers, MessageInbox inbox, InboxLoad load, FeedTrail trail) {
        this.senders = senders;
        this.numbers = numbers;
        this.inbox = inbox;
        this.load = load;
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public boolean speaksEnhanced() {
        return true;
    }

    @Override
    public Reply answer(Telegram telegram) {
        return switch (senders.admit(telegram, TransactionGroup.RECORDS, NAME)) {
            case Admittance.Admitted(var caller) -> take(caller, telegram);
            case Admittance.Refused(var fault) -> reply(telegram, Acknowledgement.AR, fault);
        };
    }

    private Reply take(Caller caller, Telegram telegram) {
        if (load.full()) {
            return reply(
                    telegram,
                    Acknowledgement.AR,
                    new Fault("", Hl7ErrorCode.INTERNAL, "Too many come at once. Send it again."));
        }
        var objection = numbers.objection(caller, telegram.message());
        if (objection.isPresent()) {
            trail.objected(telegram.facility(), NAME, objection.get().where());
            return reply(telegram, Acknowledgement.AE, objection.get());
        }
        return switch (inbox.keepCare(telegram.facility(), telegram.bytes())) {
            case KeptMessage.New fresh -> reply(telegram, Acknowledgement.AA);
            case KeptMessage.Duplicate again -> reply(telegram, Acknowledgement.AA);
            case KeptMessage.Conflict conflict ->
                reply(
                        telegram,
                        Acknowledgement.AE,
                        new Fault(
                                "MSH^1^10",
                                Hl7ErrorCode.DUPLICATE_KEY,
                                "Another message came under this number and time. This one is kept and not filed: give"
                                        + " it a number of its own and send it again"));
        };
    }

    private static Reply reply(Telegram telegram, Acknowledgement acknowledgement, Fault... faults) {
        return Reply.answering(telegram, AnswerTypes.to(telegram.message()), acknowledgement, faults);
    }
}
