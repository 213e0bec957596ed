package hmnet.people.relinking;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.keys.Keys;
import hmnet.people.arrivals.ReviewReason;
import hmnet.people.links.LinkAction;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkSource;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.links.ReviewAction;
import hmnet.people.links.ReviewState;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import hmnet.people.relinking.RelinkPlan.Join;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Many links at once (一括の紐付け), each with its event and evidence, as one by one would have made them.
final class BulkLinks {
    private static final String WHY = "relink";
    private final JdbcTemplate db;
    private final JsonMapper json = new JsonMapper();
    private final RelinkPlan plan;
    private final MatchQueue queue;
    private final SealedDemographics sealed;
    private final PeopleKeys peopleKeys;

    BulkLinks(JdbcTemplate db, Keys keys, RelinkPlan plan) {
        this.db = db;
        this.sealed = new SealedDemographics(keys);
        this.peopleKeys = new PeopleKeys(keys);
        this.queue = new MatchQueue(db);
        this.plan = plan;
    }

    /// The result of some joins.
    ///
    /// @param links how many charts were linked; one that somebody else linked meanwhile is not, nor those of a
    ///     join that holds no longer, which are matched one by one
    record BulkLinkResult(List<PersonId> persons, int links) {}

    /// Inside a transaction that holds the matcher's lock.
    BulkLinkResult link(List<Join> joins) {
        var outdated = outdated(joins);
        var anew = new ArrayList<Long>();
        var persons = new ArrayList<PersonId>();
        var patients = new ArrayList<Long>();
        var whose = new ArrayList<String>();
        var scores = new ArrayList<Float>();
        var evidence = new ArrayList<String>();
        var best = new ArrayList<Long>();
        for (var n = 0; n < joins.size(); n++) {
            var join = joins.get(n);
            if (outdated.contains(n)) {
                IntStream.of(join.charts()).mapToObj(this::patient).forEach(anew::add);
                continue;
            }
            var person = join.person() == null ? UUID.randomUUID() : join.person();
            if (join.person() == null) {
                persons.add(new PersonId(person));
                best.add(patient(join.best()));
            }
            for (var chart : join.charts()) {
                var match = plan.population.match(plan.likeliest[chart]);
                patients.add(patient(chart));
                whose.add(person.toString());
                scores.add((float) match.score());
                evidence.add(json.writeValueAsString(match.evidence()));
            }
        }
        queue.add(anew);
        make(persons, best);
        return new BulkLinkResult(persons, write(patients, whose, scores, evidence));
    }

    /// Which joins no longer hold: the person's chart that spoke for them is somebody else's by now, the person
    /// or a chart was left out (protected), or a human has spoken of a chart, since the plan was made.
    private Set<Integer> outdated(List<Join> joins) {
        var of = new ArrayList<Integer>();
        var charts = new ArrayList<Long>();
        for (var n = 0; n < joins.size(); n++) {
            for (var chart : joins.get(n).charts()) {
                of.add(n);
                charts.add(patient(chart));
            }
        }
        return new HashSet<>(db.queryForList(
                """
                select j.n - 1 from unnest(?::bigint[], ?::uuid[]) with ordinality as j(support, person, n)
                 where j.support is not null and holder_of(j.support) is distinct from j.person
                    or exists (select from match_left_out o where o.person = j.person)
                union
                select c.n from unnest(?::int[], ?::bigint[]) as c(n, patient)
                 where exists (select from match_left_out o where o.patient = c.patient)
                    or exists (select from link_event e
                                where e.patient = c.patient and e.action = 'unlink' and e.by <> 'matcher')
                    or c.patient in (select unnest(array[r.patient, r.other_patient]) from match_review r
                                      where r.state = %s)""".formatted(ReviewState.DIFFERENT.sql()),
                Integer.class,
                joins.stream().map(Join::support).toArray(Long[]::new),
                joins.stream().map(join -> text(join.person())).toArray(String[]::new),
                of.toArray(Integer[]::new),
                charts.toArray(Long[]::new)));
    }

    private void make(List<PersonId> persons, List<Long> best) {
        var said = db.query("""
                select p.id, p.shown from unnest(?::bigint[]) with ordinality as b(patient, n)
                  join patient p on p.id = b.patient order by b.n""", (row, number) -> sealed.patient(row, "id"), (Object) best.toArray(Long[]::new));
        var shown = IntStream.range(0, said.size())
                .mapToObj(n -> sealed.seal(persons.get(n).value(), registered(said.get(n))))
                .toArray(byte[][]::new);
        db.update(
                """
                insert into person (id, regional_id, shown, born_key, origin)
                select *, 'matcher' from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bigint[])""",
                persons.stream().map(PersonId::toString).toArray(String[]::new),
                persons.stream().map(person -> Persons.freshRegionalId()).toArray(String[]::new),
                shown,
                said.stream().map(one -> peopleKeys.born(one.birthDate())).toArray(Long[]::new));
    }

    private static RegisteredWords registered(Demographics said) {
        return new RegisteredWords(said, Person.town(said.address()));
    }

    private int write(List<Long> patients, List<String> whose, List<Float> scores, List<String> evidence) {
        return db.update(
                """
                with wanted as (select * from unnest(?::bigint[], ?::uuid[], ?::float4[], ?::text[])
                                           as w(patient, person, score, evidence)),
                     made as (insert into linkage (patient, person, since, source)
                              select patient, person, now(), ? from wanted
                                  on conflict (patient) do nothing returning patient, person)
                insert into link_event (patient, person, action, by, why, source, score, evidence)
                select made.patient, made.person, ?, ?, ?, ?, wanted.score, wanted.evidence::jsonb
                  from made join wanted using (patient)""",
                patients.toArray(Long[]::new),
                whose.toArray(String[]::new),
                scores.toArray(Float[]::new),
                evidence.toArray(String[]::new),
                LinkSource.MATCHER.word(),
                LinkAction.LINK.word(),
                LinkRows.MATCHER,
                WHY,
                LinkSource.MATCHER.word());
    }

    /// Takes back every question whose two charts are one person's by now.
    void answered() {
        db.update(
                """
                with whose as (select r.id, coalesce(r.person, holder_of(r.patient)) as one,
                                      coalesce(r.other_person, holder_of(r.other_patient)) as other
                                 from match_review r
                                where r.state in %s and r.kind <> ?),
                     gone as (update match_review r set state = ?
                                from whose where whose.id = r.id and whose.one = whose.other returning r.id)
                insert into match_review_event (review, action, by) select id, ?, ? from gone""".formatted(ReviewState.WAITING),
                ReviewReason.CONTRADICTION.name(),
                ReviewState.GONE.word(),
                ReviewAction.GONE.word(),
                LinkRows.MATCHER);
    }

    private long patient(int chart) {
        return Objects.requireNonNull(plan.matchSnapshot.of(chart).patient());
    }

    private static @Nullable String text(@Nullable UUID person) {
        return person == null ? null : person.toString();
    }
}
