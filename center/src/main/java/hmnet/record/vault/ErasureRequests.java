package hmnet.record.vault;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.SealedNumbers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who asked that keys be destroyed, and the second person's answer (消去の申請と承認). No key goes without one that another
/// officer agreed to within a week; each serves for one act.
@Component
public class ErasureRequests {
    private static final Duration HOLDS = Duration.ofDays(7);

    private final JdbcClient db;
    private final Approvals approvals;
    private final SealedNumbers numbers;
    private final Audit audit;

    ErasureRequests(JdbcClient db, Approvals approvals, SealedNumbers numbers, Audit audit) {
        this.db = db;
        this.approvals = approvals;
        this.numbers = numbers;
        this.audit = audit;
    }

    /// For a verb beside the centre, inside a transaction of its own.
    public static ErasureRequests beside(JdbcClient db, Keys keys) {
        return new ErasureRequests(db, Approvals.beside(db, keys), new SealedNumbers(keys), Audit.beside(db, keys));
    }

    /// What waits for a second person.
    ///
    /// @param plan as it was counted when it was asked for
    public record ErasureRequest(ErasureTarget target, ErasurePlan plan, Approval approval) {
        private static ErasureRequest of(Approval approval) {
            return new ErasureRequest(ErasureTarget.of(approval.subject()), ErasurePlan.of(approval.what()), approval);
        }
    }

    /// How an answer ended (結果).
    public enum ErasureAnswer {
        DONE,
        /// Whoever asked cannot agree.
        SECOND_PERSON,
        /// Nothing waits any more.
        GONE
    }

    /// False when something waits for this already. The caller writes the trace.
    public boolean ask(ErasureTarget target, ErasurePlan plan, String why, Actor.StaffMember by) {
        return approvals.propose(target.subject(), plan.words(), why, 0, by);
    }

    public Optional<ErasureRequest> waiting(ErasureTarget target) {
        return approvals.open(target.subject()).map(ErasureRequest::of);
    }

    /// All that wait, the oldest first.
    public List<ErasureRequest> waiting() {
        return approvals.waiting(ErasureTarget.KIND).stream()
                .map(ErasureRequest::of)
                .toList();
    }

    /// The second of two: whoever sits at the centre's machine may destroy the keys now.
    @Transactional
    public ErasureAnswer agree(ErasureTarget target, Requester by) {
        return switch (SecondPerson.of(approvals.held(target.subject()), by.actor())) {
            case SecondPerson.NothingWaits<Approval>() -> ErasureAnswer.GONE;
            case SecondPerson.Proposer<Approval> proposer -> ErasureAnswer.SECOND_PERSON;
            case SecondPerson.Other<Approval>(var approval) -> {
                approvals.confirm(approval, by.actor());
                trace(target, "confirmed", by);
                yield ErasureAnswer.DONE;
            }
        };
    }

    /// By a second person, or by whoever asked.
    @Transactional
    public ErasureAnswer refuse(ErasureTarget target, Requester by) {
        var asked = approvals.held(target.subject());
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            trace(target, one.by().equals(by.actor()) ? "withdrawn" : "refused", by);
        });
        return asked.isPresent() ? ErasureAnswer.DONE : ErasureAnswer.GONE;
    }

    /// What a second person agreed to and nobody has carried out; it holds for a week.
    public Optional<Approval> confirmed(ErasureTarget target) {
        return approvals.confirmed(target.subject(), HOLDS).stream()
                .filter(one -> !carriedOut(one))
                .findFirst();
    }

    /// The same, if it was agreed to for the charts that would go today. A number may be given to another human
    /// within a week, and nobody agreed to erasing them.
    public Optional<Approval> confirmed(ErasureTarget target, ErasurePlan today) {
        return confirmed(target)
                .filter(one -> target.chart().isEmpty()
                        || ErasurePlan.of(one.what()).which().equals(today.which()));
    }

    private boolean carriedOut(Approval approval) {
        return db.sql("select exists (select from key_erasure where approval = ?)")
                .param(approval.id())
                .query(Boolean.class)
                .single();
    }

    private void trace(ErasureTarget target, String outcome, Requester by) {
        audit.write(by.did(
                Action.KEY_ERASURE_ANSWERED,
                null,
                outcome,
                Map.of(
                        "facility",
                        Long.toString(target.facility().value()),
                        "chart",
                        target.number(numbers).orElse("all"))));
    }
}
