package hmnet.bench.rehearsal;

import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What links, merges and joins of some charts and persons add up to (紐付けの見え方), read from the tables.
final class LinkageView {
    private final JdbcClient db;

    LinkageView(JdbcClient db) {
        this.db = db;
    }

    /// Everybody whom events connect with these.
    Circle circle(Collection<PatientId> patients, Collection<PersonId> persons) {
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
    List<String> view(Circle of, Map<String, String> names) {
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
    List<PersonId> somebody(Circle of) {
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
    static String named(String line, Map<String, String> names) {
        var words = new ArrayList<String>();
        for (var word : line.split(" ", -1)) {
            words.add(names.getOrDefault(word, word));
        }
        return String.join(" ", words);
    }

    /// Whether the last word of their facility about two charts is that they are one.
    boolean merged(PatientId one, PatientId other) {
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
    boolean inMerge(PatientId chart) {
        return db.sql("select exists (select from merged_chart where patient = ?)")
                .param(chart.value())
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /// The questions of the desk about these: those that wait, or those that were decided.
    List<Long> questions(Circle of, boolean decided) {
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
}
