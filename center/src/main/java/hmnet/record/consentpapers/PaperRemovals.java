package hmnet.record.consentpapers;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.people.patients.PersonId;
import hmnet.record.filestore.StoredObjects;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A paper that was kept by mistake is taken away by two of the office (誤登録の取り下げ): the row stays and says so, the bytes
/// go. The row of the object goes in the same transaction, the object after it; what cannot be deleted then, the
/// sweep of the store finds.
@Component
class PaperRemovals {
    static final String KIND = "consent-paper";

    private final PaperRows rows;
    private final Approvals approvals;
    private final StoredObjects objects;
    private final Audit audit;
    private final TransactionOperations transaction;

    PaperRemovals(
            PaperRows rows,
            Approvals approvals,
            StoredObjects objects,
            Audit audit,
            TransactionOperations transaction) {
        this.rows = rows;
        this.approvals = approvals;
        this.objects = objects;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// The result (取り下げの結果).
    enum RemovalResult {
        ASKED,
        REMOVED,
        /// A second officer said no.
        REFUSED,
        /// The one who asked took it back.
        WITHDRAWN,
        /// The one who asked cannot be the one who takes it away.
        SAME_PERSON,
        /// Nobody asked, somebody asked already, or the paper is gone.
        NOTHING
    }

    private record Removal(RemovalResult result, @Nullable UUID object) {
        private static Removal of(RemovalResult result) {
            return new Removal(result, null);
        }
    }

    /// What waits for a second officer.
    Optional<Approval> waiting(UUID paper) {
        return approvals.open(subject(paper));
    }

    /// The first of two.
    RemovalResult ask(PersonId person, UUID paper, String why, Requester by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var asked = stands(person, paper).isPresent() && approvals.propose(subject(paper), "", why, 0, by.actor());
            if (asked) {
                trace(owner(person, paper), paper, "asked", why, by);
            }
            return asked ? RemovalResult.ASKED : RemovalResult.NOTHING;
        }));
    }

    /// The paper stays: a second officer says no, or the first one takes it back.
    RemovalResult refuse(PersonId person, UUID paper, Requester by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var held = stands(person, paper).flatMap(one -> approvals.held(subject(paper)));
            held.ifPresent(asked -> approvals.refuse(asked, by.actor()));
            var result = held.map(
                            asked -> asked.by().equals(by.actor()) ? RemovalResult.WITHDRAWN : RemovalResult.REFUSED)
                    .orElse(RemovalResult.NOTHING);
            held.ifPresent(asked -> trace(
                    owner(person, paper), paper, result == RemovalResult.REFUSED ? "refused" : "withdrawn", "", by));
            return result;
        }));
    }

    /// The second of two.
    RemovalResult agree(PersonId person, UUID paper, Requester by) {
        var removal = Objects.requireNonNull(transaction.execute(status -> agreed(person, paper, by)));
        if (removal.object() != null) {
            objects.discard(removal.object());
        }
        return removal.result();
    }

    private Removal agreed(PersonId person, UUID paper, Requester by) {
        var stands = stands(person, paper);
        return switch (SecondPerson.of(stands.flatMap(one -> approvals.held(subject(paper))), by.actor())) {
            case NothingWaits<Approval> nothing -> Removal.of(RemovalResult.NOTHING);
            case Proposer<Approval> asker -> Removal.of(RemovalResult.SAME_PERSON);
            case Other<Approval>(var asked) -> {
                var object = stands.orElseThrow().lies();
                approvals.confirm(asked, by.actor());
                rows.remove(paper, new StaffId(asked.by().number()), by.staff(), asked.why());
                objects.unname(object);
                trace(stands.orElseThrow().person(), paper, "removed", asked.why(), by);
                yield new Removal(RemovalResult.REMOVED, object);
            }
        };
    }

    /// In whose log it stands: theirs for whom it was kept, also where it was found through somebody who is one with
    /// them.
    private PersonId owner(PersonId person, UUID paper) {
        return stands(person, paper).map(ConsentPaper::person).orElse(person);
    }

    private Optional<ConsentPaper> stands(PersonId person, UUID paper) {
        return rows.held(person, paper).filter(ConsentPaper::stands);
    }

    private void trace(PersonId person, UUID paper, String outcome, String why, Requester by) {
        audit.write(by.did(
                Action.CONSENT_PAPER_REMOVED, person.value(), outcome, Map.of("paper", paper.toString(), "why", why)));
    }

    private static Subject subject(UUID paper) {
        return new Subject(KIND, paper.toString());
    }
}
