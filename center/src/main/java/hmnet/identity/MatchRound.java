package hmnet.identity;

import hmnet.identity.MatchQueue.Waiting;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// One round of matching (名寄せの一巡): some of those who wait, in one transaction, on one node at a time.
@Component
public class MatchRound {
    private final MatchQueue queue;
    private final Lookalikes lookalikes;
    private final Matching matching;

    MatchRound(MatchQueue queue, Lookalikes lookalikes, Matching matching) {
        this.queue = queue;
        this.lookalikes = lookalikes;
        this.matching = matching;
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

    private int match(List<Waiting> waiting) {
        var seen = new HashSet<String>();
        for (var one : waiting) {
            side(one).filter(side -> seen.add(side.key())).ifPresent(matching::match);
        }
        queue.done(waiting);
        return waiting.size();
    }

    private Optional<Side> side(Waiting waiting) {
        if (waiting.patient() != null) {
            return lookalikes.patient(waiting.patient());
        }
        return waiting.person() == null ? Optional.empty() : lookalikes.person(waiting.person());
    }
}
