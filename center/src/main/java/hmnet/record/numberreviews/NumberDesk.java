package hmnet.record.numberreviews;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.people.patients.HolderUndoing;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.Patients;
import hmnet.people.patients.Patients.ChartNumberHolder;
import hmnet.people.patients.PersonId;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.Quarantine.QuarantinedFile;
import hmnet.record.numberreviews.NumberReviewRows.ReviewsOnPage;
import java.time.OffsetDateTime;
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
    private final HolderUndoing undoing;
    private final ShownHolders shownHolders;
    private final Quarantine quarantine;
    private final FilingQueue queue;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    NumberDesk(
            NumberReviewRows rows,
            Patients patients,
            HolderUndoing undoing,
            ShownHolders shownHolders,
            Quarantine quarantine,
            FilingQueue queue,
            Audit audit,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.patients = patients;
        this.undoing = undoing;
        this.shownHolders = shownHolders;
        this.quarantine = quarantine;
        this.queue = queue;
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
    ///
    /// @param files what waits for the answer, as much as a page tells
    /// @param withheld addresses are not for who looks: one of them is protected
    record OpenedReview(
            NumberReview review, List<ChartNumberHolder> holders, List<QuarantinedFile> files, boolean withheld) {}

    /// The first page.
    List<NumberReview> list(boolean closed, Requester by) {
        return list(closed, 1, by).reviews();
    }

    ReviewsOnPage list(boolean closed, int page, Requester by) {
        return rows.list(only(by), closed, page);
    }

    long waiting(Requester by) {
        return rows.waiting(only(by));
    }

    /// Both sides, for the screen. Who looked stands in the log of each person shown.
    @Transactional
    Optional<OpenedReview> open(long id, Requester by) {
        return rows.find(id, only(by)).map(review -> {
            var holders = patients.holders(review.facility(), review.claim().number());
            var people = shownHolders.people(holders);
            trace(Action.NUMBER_REVIEW_OPENED, review, "shown", people, by);
            var own = review.facility().equals(by.facility());
            return new OpenedReview(
                    review, holders, quarantine.held(rows.messages(id)), !own && shownHolders.anyProtected(people));
        });
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
        var before = decision == NumberDecision.SAME && named != null
                ? undoing.known(review.facility(), review.claim().number(), named)
                        .orElse(null)
                : null;
        rows.decide(review, decision, named, before, why.strip(), by.actor().word());
        trace(Action.NUMBER_REVIEW_DECIDED, review, decision.word(), people(named), by);
        for (var inbox : rows.messages(id)) {
            if (decision == NumberDecision.WRONG) {
                quarantine.discard(inbox, by);
            } else {
                quarantine.retry(inbox, by);
            }
        }
        weighOthersAnew(review, by);
        return AnswerResult.DONE;
    }

    /// Whom the number means is known better, or otherwise, now.
    private void weighOthersAnew(NumberReview review, Requester by) {
        var messages = rows.withdrawOthers(review);
        rows.clearEmpty(review);
        messages.forEach(inbox -> quarantine.retry(inbox, by));
    }

    /// Takes a decision back: what was filed by it leaves every view, and its messages wait again. Whoever files for
    /// the number is waited for, before anything else is locked.
    @Transactional
    AnswerResult undo(long id, Requester by) {
        rows.number(id, only(by)).ifPresent(of -> queue.takeAll(of.facility(), List.of(of.number())));
        var found = rows.find(id, only(by));
        if (found.isEmpty()) {
            return AnswerResult.GONE;
        }
        var review = found.get();
        if (review.decision() == null || rows.askedAgain(id)) {
            return AnswerResult.CHANGED;
        }
        var messages = rows.messages(id);
        var before = rows.before(review);
        rows.reopen(id);
        trace(Action.NUMBER_REVIEW_UNDONE, review, review.decision().word(), people(review.named()), by);
        if (review.named() == null || review.closedAt() == null) {
            messages.forEach(inbox -> quarantine.restore(inbox, by));
        } else {
            takeBack(review, review.named(), before.orElse(null), review.closedAt(), messages, by);
        }
        weighOthersAnew(review, by);
        return AnswerResult.DONE;
    }

    /// The chart reads as before the decision; an epoch opened by it stands for nobody any more.
    private void takeBack(
            NumberReview review,
            PatientId named,
            @Nullable PatientClaim before,
            OffsetDateTime decided,
            List<Long> messages,
            Requester by) {
        var number = review.claim().number();
        if (before == null) {
            undoing.takeBack(review.facility(), number, named);
        } else {
            undoing.restore(review.facility(), named, before, review.claim());
        }
        var since = before == null ? OffsetDateTime.MIN : decided;
        events.publishEvent(new WordTakenBack(review.facility(), named, messages, since, by));
        messages.forEach(inbox -> quarantine.holdAgain(inbox, REASON, number, by));
    }

    private List<PersonId> people(@Nullable PatientId named) {
        return named == null ? List.of() : shownHolders.personsOf(List.of(named));
    }

    private boolean holds(NumberReview review, @Nullable PatientId holder) {
        return patients.holders(review.facility(), review.claim().number()).stream()
                .anyMatch(one -> one.patient().equals(holder));
    }

    /// The office sees all, a facility's desk its own.
    private static @Nullable FacilityId only(Requester by) {
        return by.may(Right.OFFICE) ? null : by.facility();
    }

    /// Once for each person it is about; without one where the number is linked to nobody.
    private void trace(Action action, NumberReview review, String word, List<PersonId> people, Requester by) {
        var detail = Map.of(
                "review", Long.toString(review.id()),
                "of", Long.toString(review.facility().value()),
                "number", review.claim().number(),
                "decision", word);
        if (people.isEmpty()) {
            audit.write(by.did(action, null, "done", detail));
        }
        people.forEach(person -> audit.write(by.did(action, person.value(), "done", detail)));
    }
}
