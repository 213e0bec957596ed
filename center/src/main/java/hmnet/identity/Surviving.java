package hmnet.identity;

import hmnet.identity.LinkRows.Cause;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The events of some charts and persons that nothing has taken back (生き残った出来事), played again for
/// others whom nothing has happened to. Both must look alike: nothing of what was undone may have stayed
/// behind. For rehearsals; the caller rolls back.
public final class Surviving {
    private static final String MANDATORY_BY = "staff:1";

    private final JdbcClient db;
    private final LinkRows links;
    private final MergeRows merges;
    private final SamePersons samePersons;

    public Surviving(JdbcTemplate db, SamePersons samePersons) {
        this.db = JdbcClient.create(db);
        this.links = new LinkRows(this.db);
        this.merges = new MergeRows(db);
        this.samePersons = samePersons;
    }

    /// Charts and persons that hang together by any event there ever was.
    public record Circle(Set<Long> patients, Set<UUID> persons) {
        private Long[] charts() {
            return patients.toArray(Long[]::new);
        }

        private String[] people() {
            return persons.stream().map(UUID::toString).toArray(String[]::new);
        }
    }

    /// Who stands for whom.
    public record Doubles(Map<Long, Long> patients, Map<UUID, UUID> persons) {
        public Circle circle() {
            return new Circle(new TreeSet<>(patients.values()), new TreeSet<>(persons.values()));
        }
    }

    /// Everybody whom events connect with these.
    public Circle circle(Collection<PatientId> patients, Collection<PersonId> persons) {
        var charts = new TreeSet<Long>(patients.stream().map(PatientId::value).toList());
        var people = new TreeSet<UUID>(persons.stream().map(PersonId::value).toList());
        for (var before = -1; before != charts.size() + people.size(); ) {
            before = charts.size() + people.size();
            var so = new Circle(charts, people);
            people.addAll(db.sql("""
                            select person from link_event where patient = any(:charts)
                            union select unnest(array[person, other]) from same_person_event
                             where person = any(:people::uuid[]) or other = any(:people::uuid[])""")
                    .param("charts", so.charts())
                    .param("people", so.people())
                    .query((row, n) -> row.getObject(1, UUID.class))
                    .list());
            charts.addAll(db.sql("""
                            select patient from link_event where person = any(:people::uuid[])
                            union select unnest(array[patient, into_patient]) from patient_merge_event
                             where patient = any(:charts) or into_patient = any(:charts)""")
                    .param("charts", so.charts())
                    .param("people", so.people())
                    .query((row, n) -> row.getLong(1))
                    .list());
        }
        return new Circle(charts, people);
    }

    /// All that a decision about these starts from, line by line, under the names of those they stand for.
    public List<String> view(Circle of, Map<String, String> names) {
        var lines = db.sql("""
                        select 'link ' || l.patient || ' ' || l.person || ' ' || l.source from linkage l
                         where l.patient = any(:charts)
                        union all
                        select 'chart ' || c.patient || ' of ' || p.person || ' ' || c.source
                          from unnest(:people::uuid[]) as p(person) cross join lateral charts_of(p.person) c
                        union all
                        select 'holder ' || c.patient || ' ' || coalesce(holder_of(c.patient)::text, 'nobody')
                          from unnest(:charts::bigint[]) as c(patient)
                        union all
                        select 'merged ' || m.patient || ' ' || m.whole || ' ' || merged_held(m.whole) from merged_chart m
                         where m.patient = any(:charts)
                        union all
                        select 'one ' || s.person || ' ' || s.other from same_person s where s.person = any(:people::uuid[])
                        union all
                        select 'out ' || coalesce(o.patient::text, o.person::text) || ' ' || coalesce(o.through::text, o.why)
                          from match_left_out o where o.patient = any(:charts) or o.person = any(:people::uuid[])""")
                .param("charts", of.charts())
                .param("people", of.people())
                .query((row, n) -> row.getString(1))
                .list();
        return lines.stream().map(line -> named(line, names)).sorted().toList();
    }

    /// Those of them who are somebody: registered by the office, or with a chart, or one with others. Whom a
    /// decision made and its taking back left without a chart is nobody.
    public List<PersonId> somebody(Circle of) {
        return db.sql("""
                        select p.id from person p
                         where p.id = any(?::uuid[])
                           and (p.origin = 'office' or exists (select from charts_of(p.id))
                                or exists (select from same_person s where s.person = p.id)) order by p.id""")
                .param(of.people())
                .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
                .list();
    }

    /// A line with each name replaced that stands alone between spaces.
    public static String named(String line, Map<String, String> names) {
        var words = new ArrayList<String>();
        for (var word : line.split(" ", -1)) {
            words.add(names.getOrDefault(word, word));
        }
        return String.join(" ", words);
    }

    /// Whether the last word of their facility about two charts is that they are one.
    public boolean merged(PatientId one, PatientId other) {
        return db.sql("""
                        select action = 'merge' from patient_merge_event
                         where (patient = :one and into_patient = :other) or (patient = :other and into_patient = :one)
                         order by at desc, action desc limit 1""")
                .param("one", one.value())
                .param("other", other.value())
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /// Whether a facility's merge that holds is about this chart.
    public boolean inMerge(PatientId chart) {
        return db.sql("select exists (select from merged_chart where patient = ?)")
                .param(chart.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /// The questions of the desk about these: those that wait, or those that were decided.
    public List<Long> questions(Circle of, boolean decided) {
        return db.sql("""
                        select id from match_review
                         where (patient = any(:charts) or other_patient = any(:charts)
                                or person = any(:people::uuid[]) or other_person = any(:people::uuid[]))
                           and state = any(:states) order by id""")
                .param("charts", of.charts())
                .param("people", of.people())
                .param("states", decided ? new String[] {"same", "different"} : new String[] {"open", "later"})
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /// Somebody of the same description for each of them, whom nothing has happened to yet. Inside the caller's
    /// transaction, as the replay.
    public Doubles doubles(Circle of) {
        var persons = new HashMap<UUID, UUID>();
        of.persons().forEach(person -> persons.put(person, UUID.randomUUID()));
        persons.forEach((person, stand) ->
                db.sql("""
                        insert into person (id, regional_id, family_name, given_name, family_kana, given_kana, birth_date,
                                            sex, postal_code, address, town, phone, origin)
                        select ?, ?, family_name, given_name, family_kana, given_kana, birth_date,
                               sex, postal_code, address, town, phone, origin from person where id = ?""").params(stand, Persons.freshRegionalId(), person).update());
        var patients = new HashMap<Long, Long>();
        of.patients()
                .forEach(patient -> patients.put(
                        patient,
                        db.sql("""
                        insert into patient (facility, number, epoch, family_name, given_name, family_kana, given_kana,
                                             birth_date, sex, demographics_at, closed_at)
                        select facility, 'double ' || number, epoch, family_name, given_name, family_kana, given_kana,
                               birth_date, sex, demographics_at, closed_at from patient where id = ? returning id""")
                                .param(patient)
                                .query((row, n) -> row.getLong("id"))
                                .single()));
        return new Doubles(patients, persons);
    }

    /// Plays the surviving events for the doubles, each kind after the other and not in the order in which
    /// they came.
    public void replay(Doubles doubles) {
        var decisions = decisions(doubles);
        joins(doubles);
        merges(doubles);
        for (var one : last(doubles)) {
            var patient = real(doubles.patients(), one.patient());
            var person = real(doubles.persons(), one.person());
            var cause = new Cause(one.by(), one.why(), one.source(), null, null, decisions.get(one.review()));
            if (one.link()) {
                links.link(patient, person, cause);
            } else {
                links.link(patient, person, cause);
                links.unlink(patient, person, cause);
            }
        }
    }

    private static <T> T real(Map<T, T> doubles, T of) {
        return java.util.Objects.requireNonNull(doubles.get(of), "nobody stands for " + of);
    }

    private record Last(
            long patient,
            UUID person,
            boolean link,
            String by,
            String why,
            String source,
            @Nullable Long review) {}

    /// The last word about each chart and person, those first that say they are not one: a link that holds, or
    /// else the last unlink that a human said and that is not of a decision taken back.
    private List<Last> last(Doubles doubles) {
        return db.sql("""
                        with said as (select e.*, r.state is null or r.state in ('same', 'different') as stands
                                        from link_event e left join match_review r on r.id = e.review
                                       where e.patient = any(:charts)),
                             link as (select * from (select distinct on (patient, person) * from said
                                                      order by patient, person, id desc) l where action = 'link'),
                             parting as (select * from (select distinct on (patient, person) * from said where stands
                                                         order by patient, person, id desc) p
                                          where action = 'unlink' and by <> 'matcher'
                                            and not exists (select from link l
                                                             where l.patient = p.patient and l.person = p.person))
                        select * from (table link union all table parting) as w order by action desc, id""")
                .param("charts", doubles.patients().keySet().toArray(Long[]::new))
                .query((row, n) -> new Last(
                        row.getLong("patient"),
                        row.getObject("person", UUID.class),
                        row.getString("action").equals("link"),
                        row.getString("by"),
                        row.getString("why"),
                        row.getString("source"),
                        row.getObject("review", Long.class)))
                .list();
    }

    private void merges(Doubles doubles) {
        var touched = new HashSet<Long>();
        db.sql("""
                        select * from (
                            select distinct on (least(patient, into_patient), greatest(patient, into_patient)) *
                              from patient_merge_event where patient = any(:charts) and into_patient = any(:charts)
                             order by least(patient, into_patient), greatest(patient, into_patient), at desc, action desc,
                                      into_patient) w where action = 'merge' order by id desc""")
                .param("charts", doubles.patients().keySet().toArray(Long[]::new))
                .query(row -> {
                    var one = real(doubles.patients(), row.getLong("patient"));
                    var into = real(doubles.patients(), row.getLong("into_patient"));
                    var said = new Merges.Said(
                            "",
                            "",
                            false,
                            row.getString("trigger_event"),
                            row.getObject("at", OffsetDateTime.class),
                            "replay");
                    merges.write(one, into, said, row.getString("by"));
                    touched.addAll(List.of(one, into));
                });
        merges.settle(touched);
        new LeftOutCharts(db).follow(touched);
    }

    private void joins(Doubles doubles) {
        db.sql("""
                        select * from (
                            select distinct on (least(person, other), greatest(person, other)) * from same_person_event
                             where person = any(:people::uuid[])
                             order by least(person, other), greatest(person, other), id desc) w
                         where action = 'join' order by id desc""")
                .param(
                        "people",
                        doubles.persons().keySet().stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getObject("person", UUID.class), row.getObject("other", UUID.class)))
                .list()
                .forEach(pair -> samePersons.join(
                        new PersonId(real(doubles.persons(), pair.getKey())),
                        new PersonId(real(doubles.persons(), pair.getValue())),
                        MANDATORY_BY,
                        "replay"));
    }

    /// What humans have said of two charts, by the question in which they did.
    private Map<Long, Long> decisions(Doubles doubles) {
        var decisions = new HashMap<Long, Long>();
        db.sql("""
                        select id, patient, person, other_patient, other_person from match_review
                         where state in ('same', 'different')
                           and (patient = any(:charts) or person = any(:people::uuid[]))
                           and (other_patient = any(:charts) or other_person = any(:people::uuid[]))""")
                .param("charts", doubles.patients().keySet().toArray(Long[]::new))
                .param(
                        "people",
                        doubles.persons().keySet().stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> decided(
                        row.getLong("id"),
                        standIn(doubles.patients(), row.getObject("patient", Long.class)),
                        standIn(doubles.persons(), row.getObject("person", UUID.class)),
                        standIn(doubles.patients(), row.getObject("other_patient", Long.class)),
                        standIn(doubles.persons(), row.getObject("other_person", UUID.class))))
                .list()
                .forEach(copy -> decisions.put(copy.getKey(), copy.getValue()));
        return decisions;
    }

    private static <T> @Nullable T standIn(Map<T, T> doubles, @Nullable T of) {
        return of == null ? null : doubles.get(of);
    }

    private Map.Entry<Long, Long> decided(
            long review,
            @Nullable Long patient,
            @Nullable UUID person,
            @Nullable Long otherPatient,
            @Nullable UUID otherPerson) {
        var copy = db.sql("""
                        insert into match_review (pair, kind, patient, person, other_patient, other_person, score, risk,
                                                  evidence, spelling, state, decided_at, decided_by)
                        select 'double ' || pair, kind, ?::bigint, ?::uuid, ?::bigint, ?::uuid, score, risk,
                               evidence, spelling, state, decided_at, decided_by from match_review where id = ?
                        returning id""")
                .param(patient)
                .param(person)
                .param(otherPatient)
                .param(otherPerson)
                .param(review)
                .query((row, n) -> row.getLong("id"))
                .single();
        return Map.entry(review, copy);
    }
}
