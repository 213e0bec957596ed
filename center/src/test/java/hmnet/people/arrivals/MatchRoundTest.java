package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.people.links.LinkRows;
import hmnet.people.matching.Matcher;
import hmnet.people.patients.MatchQueue;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Working off who waits to be matched (名寄せの一巡).
class MatchRoundTest extends Reception {
    private static final String FAR = "2999-01-01";

    @Autowired
    private MatchRound round;

    @Autowired
    private MatchQueue queue;

    @Autowired
    private Matcher matcher;

    @Autowired
    private GroupJoin groupJoin;

    @Autowired
    private ReviewRows rows;

    @Autowired
    private LinkRows links;

    @Autowired
    private MovedResidents residents;

    /// What other tests left waiting resembles all that they send: it stays where it is.
    @BeforeEach
    void othersWait() {
        db.sql("update match_waiting set parked_until = '" + FAR + "' where parked_until is null")
                .update();
    }

    @AfterEach
    void othersGoOn() {
        db.sql("update match_waiting set parked_until = null where parked_until = '" + FAR + "'")
                .update();
    }

    @Test
    void whoCameWhileNobodyMatchedIsMatchedLater() {
        var yuriko = Human.somebody();
        var first = sent(yuriko);
        var second = sent(yuriko);
        assertThat(personOf(second)).isEmpty();
        assertThat(round.run(100)).isEqualTo(2);
        assertThat(personOf(first)).isPresent().isEqualTo(personOf(second));
        assertThat(waits(first) || waits(second)).isFalse();
        assertThat(round.run(100)).isZero();
    }

    @Test
    void aChartThatCannotBeMatchedWaitsAndStopsNobody() {
        var broken = sent(Human.somebody());
        var yuriko = Human.somebody();
        var first = sent(yuriko);
        var second = sent(yuriko);
        var stumbling = new MatchRound(
                queue,
                lookalikes,
                new ArrivalMatcher(matcher, lookalikes, groupJoin, rows, links, residents) {
                    @Override
                    void match(MatchSubject matchSubject) {
                        if (matchSubject.key().equals("p" + broken.value())) {
                            throw new IllegalStateException("cut off");
                        }
                        super.match(matchSubject);
                    }
                },
                matchExclusions);
        assertThatThrownBy(() -> transaction.execute(status -> stumbling.run(100)))
                .hasMessage("cut off");
        assertThat(waits(broken) && waits(first) && waits(second)).isTrue();
        transaction.executeWithoutResult(status -> stumbling.parkFirst());
        assertThat(transaction.<Integer>execute(status -> stumbling.run(100))).isEqualTo(2);
        assertThat(personOf(first)).isPresent().isEqualTo(personOf(second));
        assertThat(waits(broken)).isTrue();
    }

    @Test
    void onlyOneMatchesAtATime() {
        sent(Human.somebody());
        transaction.executeWithoutResult(status -> {
            queue.alone();
            try (var elsewhere = Executors.newSingleThreadExecutor()) {
                assertThat(elsewhere.submit(() -> round.run(100)))
                        .succeedsWithin(Duration.ofSeconds(20))
                        .isEqualTo(0);
            }
        });
        assertThat(round.run(100)).isEqualTo(1);
    }
}
