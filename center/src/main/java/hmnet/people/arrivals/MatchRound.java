package hmnet.people.arrivals;

import hmnet.people.links.MatchExclusions;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.MatchQueue.WaitingMatch;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One round of matching (名寄せの一巡): some of those who wait, in one transaction, on one node at a time.
@Component
public class MatchRound {
    private final MatchQueue queue;
    private final Lookalikes lookalikes;
    private final ArrivalMatcher arrivalMatcher;
    private final MatchExclusions matchExclusions;

    MatchRound(
            MatchQueue queue, Lookalikes lookalikes, ArrivalMatcher arrivalMatcher, MatchExclusions matchExclusions) {
        this.queue = queue;
        this.lookalikes = lookalikes;
        this.arrivalMatcher = arrivalMatcher;
        this.matchExclusions = matchExclusions;
    }

    /// Returns how many left the queue; none while another node matches.
    @Transactional
    public int run(int limit) {
        return queue.first() ? match(queue.next(limit)) : 0;
    }

    /// Matches those of them who wait, before their turn.
    @Transactional
    public void now(Collection<PatientId> patients, Collection<PersonId> persons) {
        queue.alone();
        match(queue.of(patients, persons));
    }

    /// Sets the first one aside for a while: matching it failed.
    @Transactional
    public void parkFirst() {
        if (queue.first()) {
            queue.next(1).forEach(queue::park);
        }
    }

    /// Whose the charts are may have changed with what was filed, which waits for nobody: who is left out with
    /// their person is so from here on.
    private int match(List<WaitingMatch> waiting) {
        matchExclusions.follow(waiting.stream()
                .map(WaitingMatch::patient)
                .filter(Objects::nonNull)
                .map(PatientId::new)
                .toList());
        var seen = new HashSet<String>();
        for (var one : waiting) {
            side(one).filter(matchSubject -> seen.add(matchSubject.key())).ifPresent(arrivalMatcher::match);
        }
        queue.done(waiting);
        return waiting.size();
    }

    private Optional<MatchSubject> side(WaitingMatch waiting) {
        if (waiting.patient() != null) {
            return lookalikes.patient(waiting.patient());
        }
        return waiting.person() == null ? Optional.empty() : lookalikes.person(waiting.person());
    }
}
