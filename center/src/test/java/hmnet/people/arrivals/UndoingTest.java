package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.LinkageCheck;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Links, merges and joined persons in any sequence (名寄せの取消).
class UndoingTest extends Reception {
    private static final int STEPS = 60;
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final Cause[] CAUSES = {
        Cause.desk(Actor.staff(1), "desk"), Cause.matched("match"), Cause.reviewed(Actor.staff(2), "same", 1)
    };

    @Autowired
    private DataSource source;

    @Autowired
    private LinkRows links;

    @Autowired
    private FacilityMerges facilityMerges;

    @Autowired
    private SamePersons samePersons;

    private FacilityId hospital;
    private final List<String> numbers =
            IntStream.range(0, 6).mapToObj(n -> number()).toList();
    private final List<Long> numbered = new ArrayList<>();
    private final List<PersonId> people = new ArrayList<>();
    private int messages;

    @BeforeEach
    void open() {
        hospital = hospital();
        numbers.forEach(
                number -> numbered.add(sent(hospital, number, Human.somebody()).value()));
        IntStream.range(0, 4).forEach(n -> people.add(registered(Human.somebody())));
    }

    /// Merges come in an order that is not that of their times.
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 99})
    void whateverHappensTheStateIsWhatTheEventsAddUpTo(long seed) {
        var lots = new SplittableRandom(seed);
        var replay = new Replay();
        var times = lots.ints(STEPS, 0, 1_000_000).distinct().boxed().toList();
        for (var n = 0; n < times.size(); n++) {
            var chart = lots.nextInt(numbered.size());
            var other = (chart + 1 + lots.nextInt(numbered.size() - 1)) % numbered.size();
            var person = lots.nextInt(people.size());
            var second = people.get((person + 1 + lots.nextInt(people.size() - 1)) % people.size());
            var whose = people.get(person);
            var cause = CAUSES[lots.nextInt(CAUSES.length)];
            var at = START.plusSeconds(times.get(n));
            switch (lots.nextInt(8)) {
                case 0, 1 -> {
                    if (linked(numbered.get(chart), whose, cause)) {
                        replay.link(
                                numbered.get(chart),
                                whose.value(),
                                true,
                                !cause.by().equals("matcher"));
                    }
                }
                case 2 -> {
                    if (unlinked(numbered.get(chart), whose, cause)) {
                        replay.link(
                                numbered.get(chart),
                                whose.value(),
                                false,
                                !cause.by().equals("matcher"));
                    }
                }
                case 3, 4, 5 -> {
                    var undone = lots.nextInt(3) == 0;
                    merge(chart, other, undone, at);
                    replay.merge(numbered.get(chart), numbered.get(other), undone, at);
                }
                case 6 -> {
                    samePersons.join(whose, second, Actor.staff(1), "one human");
                    replay.join(whose.value(), second.value(), true);
                }
                default -> {
                    samePersons.part(whose, second, Actor.staff(1), "two");
                    replay.join(whose.value(), second.value(), false);
                }
            }
        }
        for (var person : people) {
            assertThat(seen(person))
                    .as("seed %d", seed)
                    .isEqualTo(replay.chartsOf(person.value(), Set.copyOf(numbered)));
            assertThat(samePersons.of(person))
                    .extracting(PersonId::value)
                    .containsExactlyInAnyOrderElementsOf(replay.oneWith(person.value()));
        }
        assertThat(new LinkageCheck(source).run().sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 11, 28})
    void takingEverythingBackRestoresEachStateThereWas(long seed) {
        var lots = new SplittableRandom(seed);
        var before = new ArrayDeque<List<String>>();
        var undoing = new ArrayDeque<Runnable>();
        for (var n = 0; n < STEPS / 2; n++) {
            var chart = lots.nextInt(numbered.size());
            var other = (chart + 1 + lots.nextInt(numbered.size() - 1)) % numbered.size();
            var whose = people.get(lots.nextInt(people.size()));
            var second = people.get(lots.nextInt(people.size()));
            var cause = Cause.matched("match");
            var at = START.plusHours(n);
            var state = state();
            switch (lots.nextInt(3)) {
                case 0 -> {
                    if (linked(numbered.get(chart), whose, cause)) {
                        undoing.push(() -> unlinked(numbered.get(chart), whose, cause));
                        before.push(state);
                    }
                }
                case 1 -> {
                    if (!merged(chart, other)) {
                        merge(chart, other, false, at);
                        undoing.push(() -> merge(chart, other, true, at.plusMinutes(1)));
                        before.push(state);
                    }
                }
                default -> {
                    if (samePersons.join(whose, second, Actor.staff(1), "one human")) {
                        undoing.push(() -> samePersons.part(whose, second, Actor.staff(1), "two"));
                        before.push(state);
                    }
                }
            }
        }
        assertThat(undoing).hasSizeGreaterThan(5);
        while (!undoing.isEmpty()) {
            undoing.pop().run();
            assertThat(state()).as("seed %d, %d to go", seed, undoing.size()).isEqualTo(before.pop());
        }
    }

    private boolean linked(long chart, PersonId whose, Cause cause) {
        return Boolean.TRUE.equals(transaction.execute(status -> links.link(chart, whose.value(), cause)));
    }

    private boolean unlinked(long chart, PersonId whose, Cause cause) {
        return Boolean.TRUE.equals(transaction.execute(status -> links.unlink(chart, whose.value(), cause)));
    }

    private void merge(int chart, int into, boolean undone, OffsetDateTime at) {
        var said = new FacilityMerges.MergeStatement(
                numbers.get(chart), numbers.get(into), undone, undone ? "A37" : "A40", at, "M" + messages++);
        transaction.executeWithoutResult(status -> facilityMerges.file(hospital, List.of(said)));
    }

    private boolean merged(int chart, int other) {
        return db.sql("""
                        select action = 'merge' from patient_merge_event
                         where (patient = :one and into_patient = :other) or (patient = :other and into_patient = :one)
                         order by at desc limit 1""")
                .param("one", numbered.get(chart))
                .param("other", numbered.get(other))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Set<Long> seen(PersonId person) {
        return new TreeSet<>(
                db.sql("select patient from person_with_patients where id = any(one_with(?)) and patient is not null")
                        .param(person.value())
                        .query(Long.class)
                        .list());
    }

    /// All that a decision about these people starts from.
    private List<String> state() {
        var state = new ArrayList<String>();
        people.forEach(person -> state.addAll(
                db.sql("""
                        select id || ' ' || coalesce(patient::text, '') || ' ' || patient_tied as line
                          from person_with_patients where id = any(one_with(?)) order by 1""").param(person.value()).query(String.class).list()));
        state.addAll(db.sql(
                        "select patient || ' ' || person || ' ' || source from linkage where patient = any(?) order by 1")
                .param(numbered.toArray(Long[]::new))
                .query(String.class)
                .list());
        return state;
    }
}
