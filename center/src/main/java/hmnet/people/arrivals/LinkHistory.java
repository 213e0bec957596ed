package hmnet.people.arrivals;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.LinkSource;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The history of a person's links (紐付けの履歴), and taking a wrong link back.
@Component
public class LinkHistory {
    private static final int MOST = 500;

    private final JdbcClient db;
    private final LinkRows links;
    private final ReviewRows reviews;
    private final MatchQueue matching;
    private final SealedDemographics sealed;
    private final SealedNumbers numbers;

    LinkHistory(
            JdbcClient db,
            LinkRows links,
            ReviewRows reviews,
            MatchQueue matching,
            SealedDemographics sealed,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.sealed = sealed;
        this.db = db;
        this.links = links;
        this.reviews = reviews;
        this.matching = matching;
    }

    /// A chart that is a person's now (紐付いているカルテ).
    ///
    /// @param since since when; of a merged chart, since the facility's message came
    /// @param by who made the link last, or the facility that merged
    /// @param evidence in words, empty where a human needed none
    public record LinkLine(
            PatientId patient,
            FacilityId facility,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birthDate,
            OffsetDateTime since,
            LinkSource source,
            String by,
            List<String> evidence) {}

    /// Whether a person is shown to nobody who only looks (protected, or opted out): they are answered for as
    /// an unknown one.
    public boolean hidden(PersonId person) {
        return db.sql("select exists (select from match_left_out where person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /// All charts of a person, facilities' merges counted, the oldest first.
    public List<LinkLine> of(PersonId person) {
        return db.sql("""
                        select p.id, p.facility, p.number, p.shown,
                               coalesce(case when c.source <> 'merge' then l.since end, m.at, now()) as since, c.source,
                               coalesce(e.by, m.by, '') as by, coalesce(e.evidence, '[]') as evidence
                          from charts_of(?) c join patient p on p.id = c.patient
                          left join linkage l on l.patient = c.patient
                          left join lateral (select by, evidence from link_event e
                                              where c.source <> 'merge' and e.patient = c.patient
                                                and e.person = l.person and e.action = 'link'
                                              order by e.id desc limit 1) e on true
                          left join lateral (select min(received_at) as at, min(by) as by from patient_merge_event e
                                              where c.source = 'merge' and e.action = 'merge'
                                                and c.patient in (e.patient, e.into_patient)) m on true
                         order by since, p.id limit ?""").params(person.value(), MOST).query(this::linked).list();
    }

    private LinkLine linked(ResultSet row, int number) throws SQLException {
        var said = sealed.patient(row, "id");
        return new LinkLine(
                new PatientId(row.getLong("id")),
                new FacilityId(row.getLong("facility")),
                numbers.open(row),
                said.familyName() + "　" + said.givenName(),
                said.familyKana() + "　" + said.givenKana(),
                said.birthDate(),
                row.getObject("since", OffsetDateTime.class),
                ColumnWord.read(row, "source", LinkSource.class),
                row.getString("by"),
                reviews.read(row.getString("evidence")).stream()
                        .map(hmnet.people.matching.Evidence::words)
                        .toList());
    }

    /// What can happen to a person's charts.
    public enum What {
        LINK,
        UNLINK,
        /// The facility said that two of its numbers are one.
        MERGE,
        /// The facility took that back.
        PART
    }

    /// One link, unlink or merge (紐付けの出来事).
    ///
    /// @param number of a merge, both numbers
    public record LinkHappening(
            OffsetDateTime at,
            What what,
            FacilityId facility,
            String number,
            String by,
            String why,
            LinkSource source) {}

    /// What happened to a person's links, and the facilities' merges of charts that are theirs now or were at
    /// that time, the latest first. What became of a chart that was taken from them is another human's.
    public List<LinkHappening> events(PersonId person) {
        return db.sql("""
                        select e.at, upper(e.action) as what, p.facility, p.number, null::bytea as into_number, e.by, e.why, e.source
                          from link_event e join patient p on p.id = e.patient
                         where e.person = :person
                        union all
                        select e.received_at, case e.action when 'merge' then 'MERGE' else 'PART' end, p.facility,
                               p.number, i.number, e.by, e.trigger_event, 'merge'
                          from patient_merge_event e join patient p on p.id = e.patient join patient i on i.id = e.into_patient
                         where e.id in (select m.id from charts_of(:person) c join patient_merge_event m
                                                      on c.patient in (m.patient, m.into_patient)
                                        union
                                        select m.id from link_event l join patient_merge_event m
                                                      on l.patient in (m.patient, m.into_patient)
                                         where l.person = :person and l.action = 'link' and l.at <= m.received_at
                                           and not exists (select from link_event u
                                                            where u.patient = l.patient and u.person = l.person
                                                              and u.action = 'unlink' and u.id > l.id
                                                              and u.at <= m.received_at))
                         order by at desc limit :most""")
                .param("person", person.value())
                .param("most", MOST)
                .query((row, number) -> new LinkHappening(
                        row.getObject("at", OffsetDateTime.class),
                        What.valueOf(row.getString("what")),
                        new FacilityId(row.getLong("facility")),
                        both(row),
                        row.getString("by"),
                        row.getString("why"),
                        ColumnWord.read(row, "source", LinkSource.class)))
                .list();
    }

    private String both(ResultSet row) throws SQLException {
        var into = numbers.open(row, "facility", "into_number");
        return into == null ? numbers.open(row) : numbers.open(row) + " → " + into;
    }

    /// A link and the time it stood (紐付けが続いた期間): from the first time these two were linked, since
    /// whoever looked in a gap is better told one time too many.
    public record LinkPeriod(
            PatientId patient,
            PersonId person,
            FacilityId facility,
            String number,
            OffsetDateTime from,
            OffsetDateTime until) {
        static LinkPeriod read(ResultSet row, SealedNumbers numbers) throws SQLException {
            return new LinkPeriod(
                    new PatientId(row.getLong("patient")),
                    new PersonId(row.getObject("person", UUID.class)),
                    new FacilityId(row.getLong("facility")),
                    numbers.open(row),
                    row.getObject("since", OffsetDateTime.class),
                    row.getObject("until", OffsetDateTime.class));
        }
    }

    /// How long a chart has been a person's; nothing when it is not theirs. Of a merged chart the merge that
    /// came first counts, too.
    public Optional<LinkPeriod> stood(PatientId patient, PersonId person) {
        return db.sql("""
                        select c.patient, cast(:person as uuid) as person, p.facility, p.number,
                               least(l.since, (select min(e.at) from link_event e
                                                where e.patient = c.patient and e.person = :person
                                                  and e.action = 'link'),
                                     (select min(e.received_at) from patient_merge_event e
                                       where c.source = 'merge' and e.action = 'merge'
                                         and c.patient in (e.patient, e.into_patient)), now()) as since,
                               clock_timestamp() as until
                          from charts_of(:person) c join patient p on p.id = c.patient
                          left join linkage l on l.patient = c.patient and l.person = :person
                         where c.patient = :patient""")
                .param("patient", patient.value())
                .param("person", person.value())
                .query((row, n) -> LinkPeriod.read(row, numbers))
                .optional();
    }

    /// The links that a review's decision made and that hold now, and the charts that came with them because
    /// their facility had merged them.
    public List<LinkPeriod> madeBy(long review) {
        return db.sql("""
                        select distinct on (c.patient, l.person) c.patient, l.person, p.facility, p.number, l.since,
                               clock_timestamp() as until
                          from link_event e
                          join linkage l on l.patient = e.patient and l.person = e.person
                         cross join lateral unnest(merged_with(array[l.patient])) as c(patient)
                          join patient p on p.id = c.patient
                         where e.review = ? and e.action = 'link' and e.at >= l.since
                           and holder_of(c.patient) = l.person
                         order by c.patient, l.person, l.since""")
                .param(review)
                .query((row, n) -> LinkPeriod.read(row, numbers))
                .list();
    }

    /// Takes a chart away from a person because a human says it is not theirs: the matcher does not link it
    /// again, and a facility's merge that made it theirs waits for a human. Nothing when it is not theirs any
    /// more. The time ends with the caller's commit.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LinkPeriod> takeBack(PatientId patient, PersonId person, Actor by, String why) {
        matching.alone();
        var stood = stood(patient, person);
        if (stood.isPresent()) {
            if (links.merged(patient.value(), person.value())) {
                links.part(patient.value(), person.value(), Cause.desk(by, why));
            } else {
                links.unlink(patient.value(), person.value(), Cause.desk(by, why));
            }
            matching.add(List.of(patient.value()));
        }
        return stood;
    }
}
