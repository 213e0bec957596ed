package hmnet.exchange.iti8;

import static java.util.stream.Collectors.toUnmodifiableSet;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.feeds.FeedTrail;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.telegrams.OwnNumbers;
import hmnet.exchange.telegrams.Senders;
import hmnet.formats.base.Unreadable;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.hl7v2.adt.Trigger;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.ground.mllp.Telegram;
import hmnet.ground.mllp.Transaction;
import hmnet.record.inbox.KeptMessage;
import hmnet.record.inbox.MessageInbox;
import java.util.Arrays;
import java.util.Set;
import org.springframework.stereotype.Component;

/// ADT of a facility's patient registration (ITI-8 §3.8.4): what it says of its own patients is kept byte
/// for byte and committed, then acknowledged. Filing works from the inbox. What it tells of their care (stays,
/// allergies) is filed too where the facility has the right to send records here.
@Component
class IdentityFeed implements Transaction {
    private static final String NAME = "ITI-8";
    private final Senders senders;
    private final OwnNumbers numbers;
    private final MessageInbox inbox;
    private final FeedTrail trail;
    private final Callers callers;

    IdentityFeed(Senders senders, OwnNumbers numbers, MessageInbox inbox, FeedTrail trail, Callers callers) {
        this.callers = callers;
        this.senders = senders;
        this.numbers = numbers;
        this.inbox = inbox;
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return Arrays.stream(Trigger.values())
                .map(trigger -> "ADT^" + trigger.name())
                .collect(toUnmodifiableSet());
    }

    @Override
    public Reply answer(Telegram telegram) {
        return switch (senders.admit(telegram, TransactionGroup.FEED, NAME)) {
            case Admittance.Admitted(var caller) -> take(caller, telegram);
            case Admittance.Refused(var fault) -> Reply.acknowledging(telegram, Acknowledgement.AR, fault);
        };
    }

    private Reply take(Caller caller, Telegram telegram) {
        var objection = numbers.objection(caller, telegram.message());
        if (objection.isPresent()) {
            trail.objected(telegram.facility(), NAME, objection.get().where());
            return Reply.acknowledging(telegram, Acknowledgement.AE, objection.get());
        }
        var kept = callers.holds(telegram.facility(), TransactionGroup.RECORDS) && tellsOfCare(telegram)
                ? inbox.keepCare(telegram.facility(), telegram.bytes())
                : inbox.keep(telegram.facility(), telegram.bytes());
        return switch (kept) {
            case KeptMessage.New fresh -> Reply.acknowledging(telegram, Acknowledgement.AA);
            case KeptMessage.Duplicate again -> Reply.acknowledging(telegram, Acknowledgement.AA);
            case KeptMessage.Conflict conflict ->
                Reply.acknowledging(
                        telegram,
                        Acknowledgement.AE,
                        new Fault(
                                "MSH^1^10",
                                Hl7ErrorCode.DUPLICATE_KEY,
                                "Another message came under this number and time"));
        };
    }

    private static boolean tellsOfCare(Telegram telegram) {
        try {
            return Hl7File.read(telegram.bytes()).sheets().stream()
                    .anyMatch(sheet -> sheet.deletes() || !sheet.entries().isEmpty());
        } catch (Unreadable e) {
            return false;
        }
    }
}
