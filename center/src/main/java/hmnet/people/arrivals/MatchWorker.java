package hmnet.people.arrivals;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Works off who waits to be matched (名寄せの働き手), a few at a time and beside the filing, which goes first.
@Component
class MatchWorker {
    private static final Logger LOG = LoggerFactory.getLogger(MatchWorker.class);
    private static final int BATCH = 50;
    private static final int ROUNDS = 20;
    private final MatchRound round;
    private final boolean works;

    MatchWorker(MatchRound round, MatchingSettings settings) {
        this.round = round;
        this.works = settings.works();
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 200)
    void work() {
        if (works) {
            rounds();
        }
    }

    /// A batch that fails is matched one by one, so that one chart never stops the others.
    private void rounds() {
        try {
            for (var n = 0; n < ROUNDS && round.run(BATCH) > 0; n++) {
                Thread.onSpinWait();
            }
        } catch (TransactionException e) {
            LOG.warn("Matching waits for the database: {}", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A batch could not be matched; one by one", e);
            oneByOne();
        }
    }

    private void oneByOne() {
        for (var n = 0; n < BATCH; n++) {
            try {
                if (round.run(1) == 0) {
                    return;
                }
            } catch (RuntimeException e) {
                LOG.error("One chart could not be matched and is tried again later", e);
                round.parkFirst();
            }
        }
    }
}
