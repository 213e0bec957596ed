package hmnet.office.reviewdesk;

import hmnet.ground.approval.Approval;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.Subject;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Joins that one of the office proposed (結合の申し出). One waits for each two persons.
@Component
class JoinProposals {
    private static final String KIND = "join";
    private static final int MOST = 200;
    private final Approvals approvals;

    JoinProposals(Approvals approvals) {
        this.approvals = approvals;
    }

    /// A join that waits for its second person.
    ///
    /// @param person whom the proposer looked at first
    record JoinProposal(Approval approval, PersonId person, PersonId other) {
        private static JoinProposal of(Approval approval) {
            var both = approval.subject().words();
            var first = approval.what();
            return new JoinProposal(
                    approval,
                    PersonId.valueOf(first),
                    PersonId.valueOf(both.getFirst().equals(first) ? both.getLast() : both.getFirst()));
        }

        long id() {
            return approval.id();
        }

        String why() {
            return approval.why();
        }

        /// What both were and opened when it was proposed.
        long asOf() {
            return approval.asOf();
        }

        Actor.StaffMember by() {
            return approval.by();
        }

        OffsetDateTime at() {
            return approval.at();
        }
    }

    Optional<JoinProposal> between(PersonId person, PersonId other) {
        return approvals.open(subject(person, other)).map(JoinProposal::of);
    }

    /// Held until the transaction ends; one about persons who are otherwise by now is void.
    Optional<JoinProposal> held(PersonId person, PersonId other, long asOf) {
        return approvals.held(subject(person, other), asOf).map(JoinProposal::of);
    }

    /// The oldest first.
    List<JoinProposal> all() {
        return approvals.waiting(KIND).stream()
                .limit(MOST)
                .map(JoinProposal::of)
                .toList();
    }

    void add(PersonId person, PersonId other, String why, long asOf, Requester by) {
        if (!approvals.propose(subject(person, other), person.toString(), why, asOf, by.actor())) {
            throw new IllegalStateException("A join was proposed while nobody else could");
        }
    }

    /// What waits about any of these persons waits no more.
    void lapse(Collection<PersonId> persons) {
        approvals.lapse(KIND, persons.stream().map(PersonId::toString).toList());
    }

    /// Both, whoever is named first.
    private static Subject subject(PersonId person, PersonId other) {
        var one = person.toString();
        var two = other.toString();
        return new Subject(KIND, one.compareTo(two) < 0 ? one + " " + two : two + " " + one);
    }
}
