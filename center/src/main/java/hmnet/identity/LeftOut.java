package hmnet.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is not matched (名寄せの対象外): protected persons and those who opted out. They are neither compared
/// nor found; links that hold stay, and are for a human.
@Component
public class LeftOut {
    /// Why protected persons are left out.
    public static final String PROTECTED = "protected";

    private static final String JOINED = "joined";
    private final JdbcClient db;
    private final MatchQueue matching;

    LeftOut(JdbcClient db, MatchQueue matching) {
        this.db = db;
        this.matching = matching;
    }

    /// Leaves a person and all their charts out from now on.
    @Transactional
    public void leave(PersonId person, String why, String by) {
        matching.alone();
        db.sql("insert into match_left_out (person, why, by) values (?, ?, ?) on conflict do nothing")
                .params(person.value(), why, by)
                .update();
        db.sql("delete from search_key where person = ?").param(person.value()).update();
        closed("person = ? or other_person = ?", person.value(), by);
        db.sql("select patient from charts_of(?)")
                .param(person.value())
                .query(Long.class)
                .list()
                .forEach(patient -> leave(new PatientId(patient), why, by));
        if (!why.equals(JOINED)) {
            db.sql("select other from same_person where person = ?")
                    .param(person.value())
                    .query((row, number) -> new PersonId(row.getObject("other", UUID.class)))
                    .list()
                    .forEach(other -> leave(other, JOINED, by));
        }
    }

    /// Leaves one chart out; questions about it are closed.
    @Transactional
    public void leave(PatientId patient, String why, String by) {
        matching.alone();
        db.sql("insert into match_left_out (patient, why, by) values (?, ?, ?) on conflict do nothing")
                .params(patient.value(), why, by)
                .update();
        db.sql("delete from search_key where patient = ?")
                .param(patient.value())
                .update();
        closed("patient = ? or other_patient = ?", patient.value(), by);
    }

    /// Matches a chart again.
    @Transactional
    public void take(PatientId patient) {
        db.sql("delete from match_left_out where patient = ?")
                .param(patient.value())
                .update();
        matching.add(List.of(patient.value()));
    }

    /// Matches a person and all their charts again, as far as they were left out for this reason.
    @Transactional
    public void take(PersonId person, String why) {
        matching.alone();
        var charts = db.sql("""
                        delete from match_left_out o using linkage l
                         where l.person = ? and o.patient = l.patient and o.why = ? returning o.patient""")
                .params(person.value(), why)
                .query((row, number) -> row.getLong("patient"))
                .list();
        var taken = db.sql("delete from match_left_out where person = ? and why = ?")
                .params(person.value(), why)
                .update();
        matching.add(charts);
        if (taken == 1) {
            matching.addPersons(List.of(person));
        }
    }

    /// Who is one with somebody left out is left out too, as long as they are joined.
    void followJoins(Collection<UUID> persons) {
        var all = persons.stream().map(UUID::toString).toArray(String[]::new);
        var back = db.sql("delete from match_left_out where why = ? and person = any(?::uuid[]) returning person")
                .params(JOINED, all)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
        var charts = db.sql("""
                        delete from match_left_out o using unnest(cast(:all as uuid[])) as who, charts_of(who) c
                         where o.patient = c.patient and o.why = :why returning o.patient""")
                .param("all", all)
                .param("why", JOINED)
                .query((row, number) -> row.getLong("patient"))
                .list();
        db.sql("""
                        select s.person from same_person s join match_left_out o on o.person = s.other
                         where s.person = any(?::uuid[]) and o.why <> ?
                           and not exists (select from match_left_out own where own.person = s.person)""")
                .params(all, JOINED)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set()
                .forEach(person -> leave(person, JOINED, "centre"));
        matching.addPersons(back);
        matching.add(charts);
    }

    private void closed(String condition, Object side, String by) {
        db.sql("""
                        with closed as (update match_review set state = 'gone'
                                         where (%s) and state in ('open', 'later') returning id)
                        insert into match_review_event (review, action, by) select id, 'gone', ? from closed""".formatted(condition)).params(side, side, by).update();
    }
}
