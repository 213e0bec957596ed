package hmnet.office.incidents;

import hmnet.consent.emergency.EmergencyOpening;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.office.incidents.Incident.TakenStep;
import hmnet.office.incidents.Incident.Viewer;
import hmnet.people.arrivals.LinkHistory.LinkPeriod;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of incidents (事案の表).
@Component
class IncidentRows {
    private static final int MOST = 500;
    private final JdbcClient db;
    private final SealedNumbers numbers;
    private final SealedIncidentWords words;

    IncidentRows(JdbcClient db, SealedNumbers numbers, SealedIncidentWords words) {
        this.words = words;
        this.numbers = numbers;
        this.db = db;
    }

    long add(LinkPeriod stood, LocalDate noticedOn, String why, StaffId by, @Nullable Long review) {
        return db.sql("""
                        insert into incident (patient, person, facility, number, stood_from, stood_until, noticed_on,
                                              opened_by, why, review)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        stood.patient().value(),
                        stood.person().value(),
                        stood.facility().value(),
                        numbers.of(stood.facility(), stood.number()),
                        stood.from(),
                        stood.until(),
                        noticedOn,
                        by.value(),
                        words.seal(stood.patient().value(), stood.person().value(), why))
                .param(review)
                .query(Long.class)
                .single();
    }

    /// Of an emergency opening that was not justified. The words are sealed as those of no chart.
    long add(EmergencyOpening opening, OffsetDateTime until, LocalDate noticedOn, String why, StaffId by) {
        return db.sql("""
                        insert into incident (person, facility, stood_from, stood_until, noticed_on, opened_by, why, opening)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        opening.person().value(),
                        opening.facility().value(),
                        opening.openedAt(),
                        until,
                        noticedOn,
                        by.value(),
                        words.seal(0, opening.person().value(), why),
                        opening.id())
                .query(Long.class)
                .single();
    }

    /// The incident of an emergency opening, open or closed.
    OptionalLong ofOpening(long opening) {
        return db.sql("select id from incident where opening = ?")
                .param(opening)
                .query((row, number) -> OptionalLong.of(row.getLong("id")))
                .optional()
                .orElse(OptionalLong.empty());
    }

    /// Of a reading that was found in the log.
    long add(FoundReading found, LocalDate noticedOn, String why, StaffId by) {
        return db.sql("""
                        insert into incident (person, facility, stood_from, stood_until, noticed_on, opened_by, why, finding)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        found.person().value(),
                        found.facility().value(),
                        found.from(),
                        found.until(),
                        noticedOn,
                        by.value(),
                        words.seal(0, found.person().value(), why),
                        found.finding())
                .query(Long.class)
                .single();
    }

    Optional<Incident> find(long id) {
        return db.sql("select * from incident where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /// The open ones, those noticed first on top; or the closed ones, the last on top.
    List<Incident> list(boolean closed) {
        return db.sql(
                        closed
                                ? "select * from incident where closed_at is not null order by closed_at desc, id limit ?"
                                : "select * from incident where closed_at is null order by noticed_on, id limit ?")
                .param(MOST)
                .query(this::read)
                .list();
    }

    void step(long incident, Step step, String said, StaffId by) {
        db.sql("insert into incident_step (incident, kind, words, by) values (?, ?, ?, ?)")
                .params(incident, step.word(), words.seal(incident, said), by.value())
                .update();
    }

    List<TakenStep> steps(long incident) {
        return db.sql("select kind, words, by, at from incident_step where incident = ? order by id limit ?")
                .params(incident, MOST)
                .query((row, number) -> new TakenStep(
                        Step.of(row.getString("kind")),
                        words.open(incident, row.getBytes("words")),
                        new StaffId(row.getLong("by")),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    /// False when it is closed already.
    boolean close(long incident) {
        return db.sql("update incident set closed_at = now() where id = ? and closed_at is null")
                        .param(incident)
                        .update()
                == 1;
    }

    /// Takes down who was shown the chart; known ones stay as they are.
    void add(long incident, Viewer viewer) {
        db.sql("""
                        insert into incident_viewer (incident, staff, viewed_from, profession, views, displayed_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        incident,
                        viewer.staff().value(),
                        viewer.facility().value(),
                        viewer.profession(),
                        viewer.views().toArray(String[]::new),
                        viewer.at())
                .update();
    }

    List<Viewer> viewers(long incident) {
        return db.sql("select * from incident_viewer where incident = ? order by displayed_at desc, id limit 5000")
                .param(incident)
                .query((row, number) -> new Viewer(
                        new StaffId(row.getLong("staff")),
                        new FacilityId(row.getLong("viewed_from")),
                        row.getString("profession"),
                        List.of((String[]) row.getArray("views").getArray()),
                        row.getObject("displayed_at", OffsetDateTime.class),
                        row.getObject("confirmed_at", OffsetDateTime.class)))
                .list();
    }

    private Incident read(ResultSet row, int number) throws SQLException {
        return new Incident(
                row.getLong("id"),
                row.getObject("patient") == null ? null : new PatientId(row.getLong("patient")),
                new PersonId(row.getObject("person", UUID.class)),
                new FacilityId(row.getLong("facility")),
                row.getBytes("number") == null ? "" : numbers.open(row),
                row.getObject("stood_from", OffsetDateTime.class),
                row.getObject("stood_until", OffsetDateTime.class),
                row.getObject("noticed_on", LocalDate.class),
                row.getObject("opened_at", OffsetDateTime.class),
                new StaffId(row.getLong("opened_by")),
                words.open(row.getLong("patient"), row.getObject("person", UUID.class), row.getBytes("why")),
                row.getObject("closed_at", OffsetDateTime.class),
                row.getObject("opening", Long.class),
                row.getObject("finding", Long.class));
    }
}
