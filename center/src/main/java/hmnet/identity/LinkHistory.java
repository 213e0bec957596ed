package hmnet.identity;

import hmnet.directory.FacilityId;
import hmnet.identity.LinkRows.Cause;
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

/// How a person's charts came to them (紐付けの履歴), and taking back a link that was wrong.
@Component
public class LinkHistory {
    private static final int MOST = 500;

    private final JdbcClient db;
    private final LinkRows links;
    private final ReviewRows reviews;
    private final MatchQueue matching;

    LinkHistory(JdbcClient db, LinkRows links, ReviewRows reviews, MatchQueue matching) {
        this.db = db;
        this.links = links;
        this.reviews = reviews;
        this.matching = matching;
    }

    /// A chart that is linked to a person now (紐付いているカルテ).
    ///
    /// @param source desk, review or matcher
    /// @param by who made the link last
    /// @param evidence in words, empty where a human needed none
    public record Linked(
            PatientId patient,
            FacilityId facility,
            String number,
            String name,
            String kana,
            @Nullable LocalDate birthDate,
            OffsetDateTime since,
            String source,
            String by,
            List<String> evidence) {}

    /// Whether a person is shown to nobody who only looks (protected, or opted out): they are answered for as an
    /// unknown one.
    public boolean hidden(PersonId person) {
        return db.sql("select exists (select from match_left_out where person = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /// All charts of a person, the oldest link first.
    public List<Linked> of(PersonId person) {
        return db.sql("""
                        select p.id, p.facility, p.number, p.family_name || '　' || p.given_name as name,
                               p.family_kana || '　' || p.given_kana as kana, p.birth_date, l.since, l.source, e.by,
                               coalesce(e.evidence, '[]') as evidence
                          from linkage l join patient p on p.id = l.patient
                         cross join lateral (select by, evidence from link_event e
                                              where e.patient = l.patient and e.person = l.person and e.action = 'link'
                                              order by e.id desc limit 1) e
                         where l.person = ? order by l.since, p.id limit ?""").params(person.value(), MOST).query(this::linked).list();
    }

    private Linked linked(ResultSet row, int number) throws SQLException {
        return new Linked(
                new PatientId(row.getLong("id")),
                new FacilityId(row.getLong("facility")),
                row.getString("number"),
                row.getString("name"),
                row.getString("kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getObject("since", OffsetDateTime.class),
                row.getString("source"),
                row.getString("by"),
                reviews.read(row.getString("evidence")).stream()
                        .map(hmnet.matching.Evidence::words)
                        .toList());
    }

    /// One link or unlink (紐付けの出来事).
    public record Happened(
            OffsetDateTime at,
            boolean link,
            FacilityId facility,
            String number,
            String by,
            String why,
            String source) {}

    /// What happened to a person's links, the latest first.
    public List<Happened> events(PersonId person) {
        return db.sql("""
                        select e.at, e.action = 'link' as link, p.facility, p.number, e.by, e.why, e.source
                          from link_event e join patient p on p.id = e.patient
                         where e.person = ? order by e.id desc limit ?""")
                .params(person.value(), MOST)
                .query((row, number) -> new Happened(
                        row.getObject("at", OffsetDateTime.class),
                        row.getBoolean("link"),
                        new FacilityId(row.getLong("facility")),
                        row.getString("number"),
                        row.getString("by"),
                        row.getString("why"),
                        row.getString("source")))
                .list();
    }

    /// A link and the time it stood (紐付けが続いた期間): from the first time these two were linked, since whoever
    /// looked in a gap is better told one time too many.
    public record Stood(
            PatientId patient,
            PersonId person,
            FacilityId facility,
            String number,
            OffsetDateTime from,
            OffsetDateTime until) {
        static Stood read(ResultSet row, int number) throws SQLException {
            return new Stood(
                    new PatientId(row.getLong("patient")),
                    new PersonId(row.getObject("person", UUID.class)),
                    new FacilityId(row.getLong("facility")),
                    row.getString("number"),
                    row.getObject("since", OffsetDateTime.class),
                    row.getObject("until", OffsetDateTime.class));
        }
    }

    /// How long a chart has been linked to a person; nothing when it is not linked there.
    public Optional<Stood> stood(PatientId patient, PersonId person) {
        return db.sql("""
                        select l.patient, l.person, p.facility, p.number,
                               least(l.since, (select min(e.at) from link_event e
                                                where e.patient = l.patient and e.person = l.person
                                                  and e.action = 'link')) as since, clock_timestamp() as until
                          from linkage l join patient p on p.id = l.patient where l.patient = ? and l.person = ?""")
                .params(patient.value(), person.value())
                .query(Stood::read)
                .optional();
    }

    /// The links that a review's decision made and that hold now.
    public List<Stood> madeBy(long review) {
        return db.sql("""
                        select distinct l.patient, l.person, p.facility, p.number, l.since, clock_timestamp() as until
                          from link_event e
                          join linkage l on l.patient = e.patient and l.person = e.person
                          join patient p on p.id = l.patient
                         where e.review = ? and e.action = 'link' and e.at >= l.since""").param(review).query(Stood::read).list();
    }

    /// Takes a link back because a human says it is wrong: the matcher does not make it again. Nothing when it
    /// does not hold any more. The time ends with the caller's commit.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Stood> takeBack(PatientId patient, PersonId person, String by, String why) {
        matching.alone();
        var stood = stood(patient, person);
        if (stood.isPresent()) {
            links.unlink(patient.value(), person.value(), Cause.desk(by, why));
            matching.add(List.of(patient.value()));
        }
        return stood;
    }
}
