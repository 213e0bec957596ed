package hmnet.record.numberreviews;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.NumberHolder;
import hmnet.record.inbox.Quarantine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The desk where a human says whose messages are that fit nobody under their number (番号の本人確認の窓口): a facility's own
/// desk for its own numbers, the office for all.
@Component
public class NumberDesk {
    static final String REASON = "other-human";

    private final NumberReviewRows rows;
    private final Patients patients;
    private final Quarantine quarantine;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    NumberDesk(
            NumberReviewRows rows,
            Patients patients,
            Quarantine quarantine,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.patients = patients;
        this.quarantine = quarantine;
        this.audit = audit;
        this.events = events;
    }

    /// What came of an answer.
    enum AnswerResult {
        DONE,
        /// A decision needs its reason in words.
        NO_REASON,
        /// The human named never had this number.
        NO_HOLDER,
        /// It was answered, or asked anew, meanwhile.
        CHANGED,
        GONE
    }

    /// A review with everybody whom the number ever meant.
    record OpenedReview(NumberReview review, List<NumberHolder> holders) {}

    List<NumberReview> list(boolean closed, Requester by) {
        return rows.list(only(by), closed);
    }

    /// Both sides, for the screen; who looked is written down.
    @Transactional
    Optional<OpenedReview> open(long id, Requester by) {
        var found = rows.find(id, only(by));
        found.ifPresent(review -> trace(Action.NUMBER_REVIEW_OPENED, review, "shown", by));
        return found.map(review -> new OpenedReview(
                review, patients.holders(review.facility(), review.claim().number())));
    }

    /// Says whose the messages are; they are filed accordingly.
    ///
    /// @param holder whom they are about, for `SAME`
    @Transactional
    AnswerResult decide(long id, NumberDecision decision, @Nullable PatientId holder, String why, Requester by) {
        var found = rows.find(id, only(by));
        if (found.isEmpty()) {
            return AnswerResult.GONE;
        }
        var review = found.get();
        if (review.decision() != null) {
            return AnswerResult.CHANGED;
        }
        if (why.isBlank()) {
            return AnswerResult.NO_REASON;
        }
        if (decision == NumberDecision.SAME && !holds(review, holder)) {
            return AnswerResult.NO_HOLDER;
        }
        var named = switch (decision) {
            case SAME -> holder;
            case OTHER -> patients.openNext(review.facility(), review.claim());
            case WRONG -> null;
        };
        rows.decide(id, decision, named, why.strip(), by.actor().word());
        trace(Action.NUMBER_REVIEW_DECIDED, review, decision.word(), by);
        for (var inbox : rows.messages(id)) {
            if (decision == NumberDecision.WRONG) {
                quarantine.discard(inbox, by);
            } else {
                quarantine.retry(inbox, by);
            }
        }
        return AnswerResult.DONE;
    }

    /// Takes a decision back: what was filed by it leaves every view, and its messages wait again.
    @Transactional
    AnswerResult undo(long id, Requester by) {
        var found = rows.find(id, only(by));
        if (found.isEmpty()) {
            return AnswerResult.GONE;
        }
        var review = found.get();
        if (review.decision() == null || rows.askedAgain(id)) {
            return AnswerResult.CHANGED;
        }
        var messages = rows.messages(id);
        rows.reopen(id);
        trace(Action.NUMBER_REVIEW_UNDONE, review, review.decision().word(), by);
        if (review.named() == null) {
            messages.forEach(inbox -> quarantine.restore(inbox, by));
        } else {
            events.publishEvent(new WordTakenBack(review.facility(), review.named(), messages));
            messages.forEach(inbox -> quarantine.holdAgain(inbox, REASON, review.claim().number(), by));
        }
        return AnswerResult.DONE;
    }

    private boolean holds(NumberReview review, @Nullable PatientId holder) {
        return patients.holders(review.facility(), review.claim().number()).stream()
                .anyMatch(one -> one.patient().equals(holder));
    }

    /// The office sees all, a facility's desk its own.
    private static @Nullable FacilityId only(Requester by) {
        return by.may(Right.OFFICE) ? null : by.facility();
    }

    private void trace(Action action, NumberReview review, String word, Requester by) {
        audit.write(by.did(
                action,
                null,
                "done",
                Map.of(
                        "review", Long.toString(review.id()),
                        "of", Long.toString(review.facility().value()),
                        "number", review.claim().number(),
                        "decision", word)));
    }
}
