package hmnet.people.links;

import hmnet.ground.audit.Actor;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who is not matched (名寄せの対象外): protected persons and those who opted out. They are neither compared
/// nor found; links that hold stay, and are for a human.
@Component
public class MatchExclusions {
    /// Why protected persons are left out.
    public static final String PROTECTED = "protected";

    private static final String JOINED = "joined";
    private final JdbcClient db;
    private final MatchQueue matching;
    private final ExcludedCharts charts;

    MatchExclusions(JdbcClient db, MatchQueue matching) {
        this.db = db;
        this.matching = matching;
        this.charts = new ExcludedCharts(db);
    }

    /// Leaves a person and all their charts out from now on, those a facility has merged with one of theirs
    /// among them.
    @Transactional
    public void leave(PersonId person, String why, Actor by) {
        matching.alone();
        db.sql("""
                        insert into match_left_out (person, why, by) values (?, ?, ?)
                            on conflict (person) do update set why = excluded.why, by = excluded.by
                         where match_left_out.why = 'joined' and excluded.why <> 'joined'""").params(person.value(), why, by.word()).update();
        db.sql("delete from search_key where person = ?").param(person.value()).update();
        charts.close("person = :side or other_person = :side", person.value(), by);
        charts.forget(db.sql("""
                        insert into match_left_out (patient, why, by, through)
                        select patient, ?, ?, ? from charts_of(?) on conflict do nothing returning patient""")
                .params(why, by.word(), person.value(), person.value())
                .query((row, number) -> row.getLong("patient"))
                .list());
        if (!why.equals(JOINED)) {
            others(person).forEach(other -> leave(other, JOINED, by));
        }
    }

    private List<PersonId> others(PersonId person) {
        return db.sql("select other from same_person where person = ?")
                .param(person.value())
                .query((row, number) -> new PersonId(row.getObject("other", UUID.class)))
                .list();
    }

    /// Leaves one chart out; questions about it are closed.
    @Transactional
    public void leave(PatientId patient, String why, Actor by) {
        matching.alone();
        db.sql("""
                        insert into match_left_out (patient, why, by) values (?, ?, ?)
                            on conflict (patient) do update set why = excluded.why, by = excluded.by, through = null""").params(patient.value(), why, by.word()).update();
        charts.forget(List.of(patient.value()));
    }

    /// Matches a chart again, unless it is somebody's who is left out.
    @Transactional
    public void take(PatientId patient) {
        matching.alone();
        db.sql("delete from match_left_out where patient = ?")
                .param(patient.value())
                .update();
        charts.follow(List.of(patient.value()));
        matching.add(List.of(patient.value()));
    }

    /// Matches a person and all their charts again, as far as they were left out for this reason; and those who
    /// were left out with them.
    @Transactional
    public void take(PersonId person, String why) {
        matching.alone();
        if (back("person = ? and why = ?", person.value(), why)) {
            var all = new ArrayList<>(List.of(person.value()));
            others(person).forEach(other -> all.add(other.value()));
            followJoins(all);
        }
    }

    /// After whose these charts are may have changed with what was filed: each round does so before it matches.
    @Transactional
    public void follow(Collection<PatientId> patients) {
        matching.alone();
        charts.follow(patients.stream().map(PatientId::value).toList());
    }

    /// Who is one with somebody left out is left out too, as long as they are joined.
    void followJoins(Collection<UUID> persons) {
        var all = persons.stream().map(UUID::toString).toArray(String[]::new);
        back("why = ? and person = any(?::uuid[])", JOINED, all);
        db.sql("""
                        select distinct s.person from same_person s join match_left_out o on o.person = s.other
                         where s.person = any(?::uuid[]) and o.why <> ?
                           and not exists (select from match_left_out own where own.person = s.person)""")
                .params(all, JOINED)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .set()
                .forEach(person -> leave(person, JOINED, Actor.CENTRE));
    }

    /// Takes persons back, with all charts that were left out because of them, whosever they are by now.
    private boolean back(String condition, Object... values) {
        var back = db.sql("delete from match_left_out where " + condition + " returning person")
                .params(values)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
        var taken = db.sql("delete from match_left_out where through = any(?::uuid[]) returning patient")
                .param(back.stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, number) -> row.getLong("patient"))
                .list();
        charts.follow(taken);
        matching.addPersons(back);
        matching.add(taken);
        return !back.isEmpty();
    }
}
