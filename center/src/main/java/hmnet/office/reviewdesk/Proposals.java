package hmnet.office.reviewdesk;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approval.ApprovalState;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.people.arrivals.Pair;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What one person proposed and a second one has to say (一人目の判断). One waits for each question.
@Component
class Proposals {
    private static final String KIND = "review";
    private final Approvals approvals;

    Proposals(Approvals approvals) {
        this.approvals = approvals;
    }

    /// What is proposed (提案の中身): a decision, or taking back one that took two.
    enum Act {
        SAME,
        DIFFERENT,
        UNDO;

        static Act of(ReviewDecision decision) {
            return switch (decision) {
                case SAME -> SAME;
                case DIFFERENT -> DIFFERENT;
                case LATER -> throw new IllegalArgumentException("Putting off takes nobody else");
            };
        }
    }

    /// One proposal.
    record ReviewProposal(Approval approval) {
        long review() {
            return Long.parseLong(approval.subject().key());
        }

        Act act() {
            return Act.valueOf(approval.what());
        }

        Actor.StaffMember proposer() {
            return approval.by();
        }

        StaffId staff() {
            return StaffId.of(proposer());
        }

        OffsetDateTime at() {
            return approval.at();
        }

        @Nullable
        StaffId second() {
            var second = approval.second();
            return second == null ? null : StaffId.of(second);
        }

        boolean by(StaffId who) {
            return staff().equals(who);
        }

        /// Whether it waits, and is about what the charts read now.
        boolean waits(Pair pair) {
            return approval.waits() && approval.asOf() == pair.asOf();
        }

        /// Whether a second person decided otherwise.
        boolean differed() {
            return approval.state() == ApprovalState.REFUSED;
        }
    }

    /// The proposal that waits for a second person; one about charts that read otherwise now is void. Held
    /// until the transaction ends.
    Optional<ReviewProposal> open(Pair pair) {
        return approvals.held(subject(pair.id()), pair.asOf()).map(ReviewProposal::new);
    }

    /// Proposes, while nobody else does (`SamePersons.alone`).
    void add(Pair pair, Act act, Requester by) {
        if (!approvals.propose(subject(pair.id()), act.name(), "", pair.asOf(), by.actor())) {
            throw new IllegalStateException("A decision was proposed while nobody else could");
        }
    }

    /// All that wait for a second person, the oldest first.
    List<ReviewProposal> waiting() {
        return approvals.waiting(KIND).stream().map(ReviewProposal::new).toList();
    }

    /// All that was ever proposed of a question, the oldest first.
    List<ReviewProposal> of(long review) {
        return approvals.of(subject(review)).stream().map(ReviewProposal::new).toList();
    }

    /// Whether the decision of a question, as it stands, took two.
    boolean tookTwo(long review) {
        return of(review).stream()
                .filter(proposal -> proposal.approval().state() == ApprovalState.CONFIRMED)
                .reduce((earlier, later) -> later)
                .filter(proposal -> proposal.act() != Act.UNDO)
                .isPresent();
    }

    private static Subject subject(long review) {
        return new Subject(KIND, Long.toString(review));
    }
}
