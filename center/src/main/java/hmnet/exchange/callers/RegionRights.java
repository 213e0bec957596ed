package hmnet.exchange.callers;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Rights of scope `region` (地域全体の権利の申請): one operator asks, another one grants.
@Component
public class RegionRights {
    private static final String KIND = "region-right";

    private final Approvals approvals;
    private final Callers callers;
    private final Audit audit;

    RegionRights(Approvals approvals, Callers callers, Audit audit) {
        this.approvals = approvals;
        this.callers = callers;
        this.audit = audit;
    }

    /// What waits for a second operator.
    public record RequestedRight(TransactionGroup errand, OffsetDateTime since, StaffId by) {}

    /// The result.
    public enum RightResult {
        DONE,
        /// Whoever asked cannot be the one who agrees.
        SAME_PERSON,
        /// There is nothing that waits.
        NOTHING
    }

    @Transactional
    public void ask(FacilityId facility, TransactionGroup transactionGroup, Requester by) {
        if (approvals.propose(subject(facility, transactionGroup), "", "", 0, by.actor())) {
            write("asked", facility, transactionGroup, by);
        }
    }

    @Transactional
    public RightResult agree(FacilityId facility, TransactionGroup transactionGroup, Requester by) {
        return switch (SecondPerson.of(approvals.held(subject(facility, transactionGroup)), by.actor())) {
            case NothingWaits<Approval> nothing -> RightResult.NOTHING;
            case Proposer<Approval> asker -> RightResult.SAME_PERSON;
            case Other<Approval>(var asked) -> {
                approvals.confirm(asked, by.actor());
                write("agreed", facility, transactionGroup, by);
                callers.grant(facility, transactionGroup, Scope.REGION, by.actor());
                yield RightResult.DONE;
            }
        };
    }

    /// By another one, or by whoever asked.
    @Transactional
    public RightResult refuse(FacilityId facility, TransactionGroup transactionGroup, Requester by) {
        var asked = approvals.held(subject(facility, transactionGroup));
        asked.ifPresent(one -> {
            approvals.refuse(one, by.actor());
            write("refused", facility, transactionGroup, by);
        });
        return asked.isPresent() ? RightResult.DONE : RightResult.NOTHING;
    }

    /// How many wait, for all facilities.
    public int waiting() {
        return approvals.waiting(KIND).size();
    }

    public List<RequestedRight> waiting(FacilityId facility) {
        return approvals.waiting(KIND).stream()
                .filter(one -> facility(one).equals(facility))
                .map(one -> new RequestedRight(errand(one), one.at(), StaffId.of(one.by())))
                .sorted(Comparator.comparing(one -> one.errand().word()))
                .toList();
    }

    /// The facilities for which something waits.
    public Set<FacilityId> facilities() {
        return approvals.waiting(KIND).stream().map(RegionRights::facility).collect(Collectors.toSet());
    }

    private static Subject subject(FacilityId facility, TransactionGroup transactionGroup) {
        return new Subject(KIND, facility.value() + " " + transactionGroup.word());
    }

    private static FacilityId facility(Approval asked) {
        return new FacilityId(Long.parseLong(asked.subject().words().getFirst()));
    }

    private static TransactionGroup errand(Approval asked) {
        return TransactionGroup.of(asked.subject().words().getLast());
    }

    private void write(String outcome, FacilityId about, TransactionGroup transactionGroup, Requester by) {
        audit.write(by.did(Action.EXCHANGE_RIGHT, outcome)
                .at(about.value())
                .with("errand", transactionGroup.word())
                .with("scope", Scope.REGION.word()));
    }
}
