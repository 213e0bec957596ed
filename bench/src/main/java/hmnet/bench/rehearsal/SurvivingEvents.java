package hmnet.bench.rehearsal;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.LinkSource;
import hmnet.people.links.MatchExclusions;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The events that nothing has taken back (生き残った出来事), played again for doubles whom nothing has
/// happened to. Both must look alike: nothing of what was undone may have stayed behind. The caller rolls back.
final class SurvivingEvents {
    private static final Actor BY = Actor.staff(1);

    private final JdbcClient db;
    private final LinkRows links;
    private final FacilityMerges facilityMerges;
    private final SamePersons samePersons;
    private final MatchExclusions matchExclusions;
    private final SealedNumbers numbers;

    SurvivingEvents(
            JdbcClient db,
            LinkRows links,
            FacilityMerges facilityMerges,
            SamePersons samePersons,
            MatchExclusions matchExclusions,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.db = db;
        this.links = links;
        this.facilityMerges = facilityMerges;
        this.samePersons = samePersons;
        this.matchExclusions = matchExclusions;
    }

    /// Plays each kind of event after the other, and not in the order in which they came.
    void replay(Doubles doubles) {
        var decisions = DecidedQuestions.of(db, doubles);
        joins(doubles);
        merges(doubles);
        last(doubles).forEach(one -> play(one, doubles, decisions.get(one.review())));
    }

    private record Last(
            long patient,
            UUID person,
            boolean link,
            String by,
            String why,
            LinkSource source,
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
                .param("charts", doubles.charts())
                .query((row, n) -> new Last(
                        row.getLong("patient"),
                        row.getObject("person", UUID.class),
                        row.getString("action").equals("link"),
                        row.getString("by"),
                        row.getString("why"),
                        ColumnWord.read(row, "source", LinkSource.class),
                        row.getObject("review", Long.class)))
                .list();
    }

    private void play(Last one, Doubles doubles, @Nullable Long review) {
        var patient = doubles.patient(one.patient());
        var person = doubles.person(one.person());
        var cause = new Cause(one.by(), one.why(), one.source(), null, null, review);
        links.link(patient, person, cause);
        if (!one.link()) {
            links.unlink(patient, person, cause);
        }
    }

    private void merges(Doubles doubles) {
        db.sql("""
                        select w.*, (select facility from patient p where p.id = w.patient) as facility from (
                            select distinct on (least(patient, into_patient), greatest(patient, into_patient)) *
                              from patient_merge_event where patient = any(:charts) and into_patient = any(:charts)
                             order by least(patient, into_patient), greatest(patient, into_patient), at desc, action desc,
                                      into_patient) w where action = 'merge' order by id desc""")
                .param("charts", doubles.charts())
                .query((row, n) -> Map.entry(
                        new FacilityId(row.getLong("facility")),
                        new FacilityMerges.MergeStatement(
                                number(doubles.patient(row.getLong("patient"))),
                                number(doubles.patient(row.getLong("into_patient"))),
                                false,
                                row.getString("trigger_event"),
                                row.getObject("at", OffsetDateTime.class),
                                "replay")))
                .list()
                .forEach(said -> facilityMerges.file(said.getKey(), List.of(said.getValue())));
        matchExclusions.follow(
                doubles.patients().values().stream().map(PatientId::new).toList());
    }

    private String number(long chart) {
        return db.sql("select facility, number from patient where id = ?")
                .param(chart)
                .query((row, n) -> numbers.open(row))
                .single();
    }

    private void joins(Doubles doubles) {
        db.sql("""
                        select * from (
                            select distinct on (least(person, other), greatest(person, other)) * from same_person_event
                             where person = any(:people::uuid[])
                             order by least(person, other), greatest(person, other), id desc) w
                         where action = 'join' order by id desc""")
                .param("people", doubles.people())
                .query((row, n) -> Map.entry(row.getObject("person", UUID.class), row.getObject("other", UUID.class)))
                .list()
                .forEach(pair -> samePersons.join(
                        new PersonId(doubles.person(pair.getKey())),
                        new PersonId(doubles.person(pair.getValue())),
                        BY,
                        "replay"));
    }
}
