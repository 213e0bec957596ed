package hmnet.people.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.audit.Actor;
import hmnet.people.arrivals.Human;
import hmnet.people.arrivals.Reception;
import hmnet.people.links.LinkRows.Cause;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.IllegalTransactionStateException;

/// The links are what their events add up to (紐付けの検算).
class LinkageCheckTest extends Reception {
    @Autowired
    private LinkRows links;

    @Autowired
    private SamePersons samePersons;

    @Test
    void anySequenceOfLinksAndUnlinksEndsWhereReplayingItEnds() throws SQLException {
        var people = IntStream.range(0, 3)
                .mapToObj(n -> registered(Human.somebody()))
                .toList();
        var charts = IntStream.range(0, 5)
                .mapToObj(n -> sent(Human.somebody()).value())
                .toList();
        var causes = new Cause[] {
            Cause.desk(Actor.staff(1), "desk"), Cause.matched("match"), Cause.reviewed(Actor.staff(2), "same", 1)
        };
        var lots = new SplittableRandom(41);
        Map<Long, UUID> expected = new HashMap<>();
        var now = new HashMap<Long, UUID>();
        transaction.executeWithoutResult(status -> {
            for (var n = 0; n < 300; n++) {
                var chart = charts.get(lots.nextInt(charts.size()));
                var person = people.get(lots.nextInt(people.size())).value();
                var cause = causes[lots.nextInt(causes.length)];
                if (lots.nextBoolean()) {
                    assertThat(links.link(chart, person, cause)).isEqualTo(expected.putIfAbsent(chart, person) == null);
                } else {
                    assertThat(links.unlink(chart, person, cause)).isEqualTo(expected.remove(chart, person));
                }
            }
            charts.forEach(chart -> links.held(chart).ifPresent(held -> now.put(chart, held.person())));
        });
        assertThat(now).isEqualTo(expected);
        assertThat(check("").sound()).isTrue();
    }

    @Test
    void nobodyLinksOrJoinsBesideATransaction() {
        var person = registered(Human.somebody());
        var other = registered(Human.somebody());
        var chart = sent(Human.somebody()).value();
        var cause = Cause.desk(Actor.staff(1), "desk");
        for (var beside : List.<Runnable>of(
                () -> links.link(chart, person.value(), cause),
                () -> links.unlink(chart, person.value(), cause),
                () -> links.part(chart, person.value(), cause),
                samePersons::alone,
                () -> samePersons.join(person, other, Actor.staff(1), "one human", 7L),
                () -> samePersons.part(person, other, Actor.staff(1), "two after all", 7L))) {
            assertThatThrownBy(beside::run).isInstanceOf(IllegalTransactionStateException.class);
        }
    }

    @Test
    void aLinkThatNoEventExplainsIsFound() throws SQLException {
        var person = registered(Human.somebody()).value();
        var chart = sent(Human.somebody()).value();
        var found =
                check("insert into linkage (patient, person, since) values (%d, '%s', now())".formatted(chart, person));
        assertThat(found.sound()).isFalse();
        assertThat(found.surplus()).isEqualTo(1);
        assertThat(found.toString()).startsWith("relink: DIFFERS").contains("surplus=1");
    }

    @Test
    void aMergeThatNoMessageExplainsIsFound() throws SQLException {
        var chart = sent(Human.somebody()).value();
        var found = check("insert into merged_chart (patient, whole) values (%d, %d)".formatted(chart, chart));
        assertThat(found.toString()).startsWith("relink: DIFFERS").contains("merges=1");
    }

    @Test
    void aJoinThatNoDecisionExplainsIsFound() throws SQLException {
        var one = registered(Human.somebody());
        var other = registered(Human.somebody());
        var found = check("insert into same_person (person, other) values ('%s', '%s')".formatted(one, other));
        assertThat(found.toString()).startsWith("relink: DIFFERS").contains("joins=1");
    }

    /// As the owner sees it, after something was done behind the centre's back that is rolled back again.
    private LinkageCheck.LinkageCounts check(String done) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            if (!done.isEmpty()) {
                statement.execute(done);
            }
            var found = new LinkageCheck(new SingleConnectionDataSource(connection, true)).run();
            connection.rollback();
            return found;
        }
    }
}
