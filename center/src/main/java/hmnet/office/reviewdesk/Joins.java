package hmnet.office.reviewdesk;

import hmnet.consent.consents.Consents;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Requester;
import hmnet.office.incidents.DeskTraces;
import hmnet.office.incidents.Incidents;
import hmnet.office.reviewdesk.JoinProposals.JoinProposal;
import hmnet.people.arrivals.JoinHistory;
import hmnet.people.arrivals.Pairs;
import hmnet.people.links.PersonsJoined;
import hmnet.people.links.ReviewState;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two persons of one human joined by two of the office, parted by one (人物の結合). What review needs a second
/// person for, this needs one for too; what review joined, review takes back.
@Component
class Joins {
    private final JoinProposals proposals;
    private final Approvals approvals;
    private final JoinFacts facts;
    private final JoinHistory history;
    private final Pairs pairs;
    private final SamePersons same;
    private final Consents consents;
    private final SecondEyes eyes;
    private final DeskTraces traces;
    private final Incidents incidents;

    Joins(
            JoinProposals proposals,
            Approvals approvals,
            JoinFacts facts,
            JoinHistory history,
            Pairs pairs,
            SamePersons same,
            Consents consents,
            SecondEyes eyes,
            DeskTraces traces,
            Incidents incidents) {
        this.proposals = proposals;
        this.approvals = approvals;
        this.facts = facts;
        this.history = history;
        this.pairs = pairs;
        this.same = same;
        this.consents = consents;
        this.eyes = eyes;
        this.traces = traces;
        this.incidents = incidents;
    }

    /// The result.
    enum JoinResult {
        JOINED,
        /// A second person has to confirm.
        WAITS,
        /// The second is the first.
        OWN,
        /// They are one already, or one and the same.
        ALREADY,
        /// They, or what is proposed of them, are not what was on the screen.
        CHANGED
    }

    /// What was on the screen of the one who decides (画面の内容).
    ///
    /// @param asOf what both were and opened, in one number
    /// @param proposal the one that waited, or 0
    record JoinView(long asOf, long proposal) {}

    JoinView seen(PersonId person, PersonId other) {
        return new JoinView(
                facts.asOf(person, other),
                waiting(person, other).map(JoinProposal::id).orElse(0L));
    }

    /// What waits for a second person; nothing where both are otherwise by now.
    Optional<JoinProposal> waiting(PersonId person, PersonId other) {
        return proposals.between(person, other).filter(this::stands);
    }

    /// All that wait, the oldest first.
    List<JoinProposal> waiting() {
        return proposals.all().stream().filter(this::stands).toList();
    }

    private boolean stands(JoinProposal proposal) {
        return proposal.asOf() == facts.asOf(proposal.person(), proposal.other());
    }

    @Transactional
    JoinResult join(PersonId person, PersonId other, String why, JoinView seen, Requester by) {
        same.alone();
        if (same.of(person).contains(other)) {
            return JoinResult.ALREADY;
        }
        var asOf = facts.asOf(person, other);
        return switch (SecondPerson.of(proposals.held(person, other, asOf), JoinProposal::by, by.actor())) {
            case Proposer<JoinProposal> proposer -> JoinResult.OWN;
            case NothingWaits<JoinProposal> nothing ->
                seen.equals(new JoinView(asOf, 0)) ? first(person, other, why, asOf, by) : JoinResult.CHANGED;
            case Other<JoinProposal>(var first) -> {
                if (!seen.equals(new JoinView(asOf, first.id()))) {
                    yield JoinResult.CHANGED;
                }
                approvals.confirm(first.approval(), by.actor());
                yield joined(person, other, first.why(), by);
            }
        };
    }

    private JoinResult first(PersonId person, PersonId other, String why, long asOf, Requester by) {
        if (!eyes.forJoining(person, other)) {
            return joined(person, other, why, by);
        }
        proposals.add(person, other, why, asOf, by);
        trace(Action.JOIN_PROPOSED, person, other, by);
        return JoinResult.WAITS;
    }

    private JoinResult joined(PersonId person, PersonId other, String why, Requester by) {
        if (!same.join(person, other, by.actor(), why)) {
            throw new IllegalStateException("Two who are not one, and nobody else changing it, were not joined");
        }
        return JoinResult.JOINED;
    }

    /// Takes a proposal back, whoever made it; false where none waits.
    @Transactional
    boolean withdraw(PersonId person, PersonId other, Requester by) {
        var open = proposals.held(person, other, facts.asOf(person, other));
        open.ifPresent(first -> {
            approvals.refuse(first.approval(), by.actor());
            trace(Action.JOIN_WITHDRAWN, person, other, by);
        });
        return open.isPresent();
    }

    /// In each one's own log, never naming the other: they may be two humans after all.
    private void trace(Action action, PersonId person, PersonId other, Requester by) {
        traces.write(action, person, by, Map.of());
        traces.write(action, other, by, Map.of());
    }

    /// Who was joined or parted is not whom a proposal was about.
    @EventListener
    void changed(PersonsJoined changed) {
        proposals.lapse(changed.persons());
    }

    /// The result of parting.
    enum PartResult {
        PARTED,
        /// A decision of the review desk joined them, and stands: it is taken back there, by as many as made it.
        REVIEWED,
        /// No decision joins these two.
        NOT_JOINED
    }

    /// Parts two persons whom a decision of their own joined. Where somebody looked meanwhile, that is an incident.
    @Transactional
    PartResult part(PersonId person, PersonId other, String why, Requester by) {
        same.alone();
        if (review(person, other).isPresent()) {
            return PartResult.REVIEWED;
        }
        if (!same.part(person, other, by.actor(), why)) {
            return PartResult.NOT_JOINED;
        }
        incidents.openIfShown(person, other, by, null);
        return PartResult.PARTED;
    }

    /// The question of the review desk whose decision joins these two, as long as it can be taken back there.
    Optional<Long> review(PersonId person, PersonId other) {
        if (person.equals(other)) {
            return Optional.empty();
        }
        var both = Set.of(person, other);
        return JoinHistory.holding(history.of(List.of(person))).stream()
                .filter(event -> both.equals(Set.of(event.person(), event.other())))
                .flatMap(event -> event.review().stream().boxed())
                .filter(id -> pairs.find(id)
                        .filter(pair -> pair.state() == ReviewState.SAME)
                        .isPresent())
                .findFirst();
    }

    /// Lets one consent hold for all who are one; false where the person is joined with nobody.
    @Transactional
    boolean choose(PersonId person, String why, Requester by) {
        var joined = same.of(person).size() > 1;
        if (joined) {
            consents.choose(person, why, by);
        }
        return joined;
    }
}
