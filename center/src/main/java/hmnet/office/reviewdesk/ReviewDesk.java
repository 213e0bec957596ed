package hmnet.office.reviewdesk;

import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.SecondPerson;
import hmnet.ground.approval.SecondPerson.NothingWaits;
import hmnet.ground.approval.SecondPerson.Other;
import hmnet.ground.approval.SecondPerson.Proposer;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Requester;
import hmnet.office.incidents.DeskTraces;
import hmnet.office.incidents.Incidents;
import hmnet.office.reviewdesk.Proposals.Act;
import hmnet.office.reviewdesk.Proposals.ReviewProposal;
import hmnet.people.arrivals.JoinHistory;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.arrivals.LinkHistory.LinkPeriod;
import hmnet.people.arrivals.Pair;
import hmnet.people.arrivals.Pair.OnSame;
import hmnet.people.arrivals.Pairs;
import hmnet.people.arrivals.ReviewQueue.QueuePlace;
import hmnet.people.arrivals.Reviews;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.arrivals.Reviews.ReviewResult;
import hmnet.people.links.SamePersons;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The review desk (名寄せ確認の窓口): looking at a pair, deciding, a second person where the rule asks for
/// one, taking back. Each act leaves its trace in the log of every person it is about. Whoever decides or takes
/// back waits for the one before, and answers what they left.
@Component
class ReviewDesk {
    private final Pairs pairs;
    private final Reviews reviews;
    private final Proposals proposals;
    private final Approvals approvals;
    private final SecondEyes secondEyes;
    private final SamePersons same;
    private final LinkHistory history;
    private final JoinHistory joins;
    private final Incidents incidents;
    private final DeskTraces traces;

    ReviewDesk(
            Pairs pairs,
            Reviews reviews,
            Proposals proposals,
            Approvals approvals,
            SecondEyes secondEyes,
            SamePersons same,
            LinkHistory history,
            JoinHistory joins,
            Incidents incidents,
            DeskTraces traces) {
        this.pairs = pairs;
        this.reviews = reviews;
        this.proposals = proposals;
        this.approvals = approvals;
        this.secondEyes = secondEyes;
        this.same = same;
        this.history = history;
        this.joins = joins;
        this.incidents = incidents;
        this.traces = traces;
    }

    /// A pair on somebody's screen, which those it is about can see in their log.
    @Transactional
    Optional<Pair> look(long id, Requester requester) {
        var pair = pairs.find(id);
        pair.ifPresent(shown -> traces.write(Action.REVIEW_OPENED, shown, requester, Map.of()));
        return pair;
    }

    /// Where a question stands in the queue now.
    Optional<QueuePlace> place(long id) {
        return pairs.find(id).map(Pair::place);
    }

    /// @param asOf the demographics that were on the screen
    @Transactional
    DeskResult decide(long id, ReviewDecision decision, long asOf, Requester by) {
        same.alone();
        var waiting = pairs.find(id).filter(Pair::waits);
        if (waiting.isEmpty()) {
            return DeskResult.NOT_OPEN;
        }
        var pair = waiting.get();
        if (pair.asOf() != asOf) {
            return DeskResult.CHANGED_ON_SCREEN;
        }
        if (decision == ReviewDecision.SAME && pair.onSame() == OnSame.NO_BIRTH_DATE) {
            return DeskResult.NO_BIRTH_DATE;
        }
        return decision == ReviewDecision.LATER ? settled(pair, decision, by) : seen(pair, decision, by);
    }

    private DeskResult seen(Pair pair, ReviewDecision decision, Requester by) {
        var open = open(pair, EnumSet.of(Act.SAME, Act.DIFFERENT));
        if (open.isEmpty() && secondEyes.of(pair).by(decision)) {
            proposals.add(pair, Act.of(decision), by);
            traces.write(Action.REVIEW_DECIDED, pair, by, Map.of("decision", decision.name(), "eyes", "first"));
            return DeskResult.PROPOSED;
        }
        return switch (SecondPerson.of(open, ReviewProposal::proposer, by.actor())) {
            case NothingWaits<ReviewProposal> nothing -> settled(pair, decision, by);
            case Proposer<ReviewProposal> proposer -> DeskResult.OWN_PROPOSAL;
            case Other<ReviewProposal>(var first) -> second(pair, first, decision, by);
        };
    }

    /// What waits for a second person and fits how the question stands now; any other act lapses, since it was
    /// proposed of the question as it stood before.
    private Optional<ReviewProposal> open(Pair pair, Set<Act> fitting) {
        var open = proposals.open(pair);
        open.filter(first -> !fitting.contains(first.act())).ifPresent(first -> approvals.lapse(first.approval()));
        return open.filter(first -> fitting.contains(first.act()));
    }

    private DeskResult second(Pair pair, ReviewProposal first, ReviewDecision decision, Requester by) {
        if (first.act() != Act.of(decision)) {
            approvals.refuse(first.approval(), by.actor());
            traces.write(Action.REVIEW_DECIDED, pair, by, Map.of("decision", decision.name(), "eyes", "differed"));
            return DeskResult.DIFFERED;
        }
        return confirmed(first, settled(pair, decision, by), by);
    }

    /// A proposal is confirmed when what was proposed could be done.
    private DeskResult confirmed(ReviewProposal first, DeskResult outcome, Requester by) {
        if (outcome.done()) {
            approvals.confirm(first.approval(), by.actor());
        }
        return outcome;
    }

    private DeskResult settled(Pair pair, ReviewDecision decision, Requester by) {
        var parted = decision == ReviewDecision.DIFFERENT ? leaving(pair) : Optional.<LinkPeriod>empty();
        var told = reviews.decide(pair.id(), decision, by.actor());
        if (told != ReviewResult.DONE) {
            return DeskResult.refused(told);
        }
        traces.write(Action.REVIEW_DECIDED, pair, by, Map.of("decision", decision.name()));
        parted.ifPresent(stood -> incidents.open(stood, by, pair.id()));
        return switch (decision) {
            case SAME -> DeskResult.SAME;
            case DIFFERENT -> DeskResult.DIFFERENT;
            case LATER -> DeskResult.LATER;
        };
    }

    /// The link that "different" takes back: a wrong link, which is an incident.
    private Optional<LinkPeriod> leaving(Pair pair) {
        var leaves = pair.one().chart().patient() == null ? pair.other() : pair.one();
        return pair.joined() && leaves.chart().patient() != null && leaves.person() != null
                ? history.stood(leaves.chart().patient(), leaves.person())
                : Optional.empty();
    }

    /// Takes one's own proposal back before a second person came.
    @Transactional
    DeskResult withdraw(long id, Requester by) {
        var open = pairs.find(id).flatMap(proposals::open).filter(proposal -> proposal.by(by.staff()));
        open.ifPresent(proposal -> approvals.refuse(proposal.approval(), by.actor()));
        return open.isPresent() ? DeskResult.WITHDRAWN : DeskResult.NOT_OPEN;
    }

    /// Takes a decision back; one that took two, by two again. Where somebody looked by a link or a join that it
    /// had made, that is an incident.
    @Transactional
    DeskResult undo(long id, Requester by) {
        same.alone();
        var pair = pairs.find(id);
        if (pair.isEmpty() || pair.get().waits()) {
            return DeskResult.NOT_OPEN;
        }
        var open = open(pair.get(), EnumSet.of(Act.UNDO));
        if (!proposals.tookTwo(id)) {
            return undone(pair.get(), by);
        }
        return switch (SecondPerson.of(open, ReviewProposal::proposer, by.actor())) {
            case NothingWaits<ReviewProposal> nothing -> undoProposed(pair.get(), by);
            case Proposer<ReviewProposal> proposer -> DeskResult.OWN_PROPOSAL;
            case Other<ReviewProposal>(var first) -> confirmed(first, undone(pair.get(), by), by);
        };
    }

    private DeskResult undoProposed(Pair pair, Requester by) {
        proposals.add(pair, Act.UNDO, by);
        traces.write(Action.REVIEW_UNDONE, pair, by, Map.of("eyes", "first"));
        return DeskResult.UNDO_PROPOSED;
    }

    private DeskResult undone(Pair pair, Requester by) {
        var id = pair.id();
        var made = history.madeBy(id);
        var joined = joins.madeBy(id);
        var told = reviews.undo(id, by.actor());
        if (told != ReviewResult.DONE) {
            return DeskResult.refused(told);
        }
        traces.write(Action.REVIEW_UNDONE, pair, by, Map.of());
        made.forEach(stood -> incidents.openIfShown(stood, by, id));
        joined.forEach(join -> incidents.openIfShown(join.person(), join.other(), by, id));
        return DeskResult.UNDONE;
    }
}
