package hmnet.office.anomalies;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.StaffId;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.office.anomalies.AnomalyFinding.FindingClosing;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of findings and of how far the log is looked through (気づきの表).
@Component
class AnomalyRows {
    private final JdbcClient db;
    private final Audit audit;
    private final FieldSeal seal;

    AnomalyRows(JdbcClient db, Audit audit, Keys keys) {
        this.db = db;
        this.audit = audit;
        this.seal = new FieldSeal(keys, "anomaly findings");
    }

    /// What a rule met.
    ///
    /// @param person null for VOLUME
    record MetRule(
            AnomalyRuleLine line,
            StaffId staff,
            FacilityId facility,
            @Nullable PersonId person,
            LocalDate day,
            int times,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt) {}

    /// How far a pass is, held until the transaction ends; nothing while another node is at it.
    Optional<Long> mark(WatchPass pass) {
        return db.sql("select leaf from anomaly_mark where pass = ? for update skip locked")
                .param(pass.word())
                .query(Long.class)
                .optional();
    }

    void move(WatchPass pass, long leaf) {
        db.sql("update anomaly_mark set leaf = ? where pass = ?")
                .params(leaf, pass.word())
                .update();
    }

    /// Writes down what was found, or how far it has gone. What was found anew stands in the log.
    void add(MetRule met) {
        var isNew = db.sql("""
                        insert into anomaly_finding as known (rule, staff, facility, person, day, weight, times, first_at, last_at)
                        values (:rule, :staff, :facility, :person, :day, :weight, :times, :first, :last)
                            on conflict (rule, staff, person, day) do update
                           set times = greatest(known.times, excluded.times),
                               first_at = least(known.first_at, excluded.first_at),
                               last_at = greatest(known.last_at, excluded.last_at)
                        returning xmax = 0""")
                .param("rule", met.line().rule().word())
                .param("staff", met.staff().value())
                .param("facility", met.facility().value())
                .param("person", met.person() == null ? null : met.person().value(), Types.OTHER)
                .param("day", met.day())
                .param("weight", met.line().weight())
                .param("times", met.times())
                .param("first", met.firstAt())
                .param("last", met.lastAt())
                .query(Boolean.class)
                .single();
        if (isNew) {
            audit.write(Trace.of(Action.ANOMALY_FOUND, Actor.CENTRE, "found")
                    .at(met.facility().value())
                    .about(met.person() == null ? null : met.person().value())
                    .with("rule", met.line().rule().word())
                    .with("who", met.staff().actor().word()));
        }
    }

    /// Closes one that is open.
    ///
    /// @param incident what it became, or null
    void close(long id, FindingOutcome outcome, String words, StaffId by, @Nullable Long incident) {
        db.sql("""
                        update anomaly_finding
                           set closed_at = now(), closed_by = :by, outcome = :outcome, words = :words, incident = :incident
                         where id = :id and closed_at is null""")
                .param("by", by.value())
                .param("outcome", outcome.word())
                .param("words", seal.seal(place(id), words.getBytes(StandardCharsets.UTF_8)))
                .param("incident", incident, Types.BIGINT)
                .param("id", id)
                .update();
    }

    AnomalyFinding read(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new AnomalyFinding(
                row.getLong("id"),
                ColumnWord.read(row, "rule", AnomalyRule.class),
                new StaffId(row.getLong("staff")),
                new FacilityId(row.getLong("facility")),
                person == null ? null : new PersonId(person),
                row.getObject("day", LocalDate.class),
                row.getInt("weight"),
                row.getInt("times"),
                row.getObject("first_at", OffsetDateTime.class),
                row.getObject("last_at", OffsetDateTime.class),
                closing(row));
    }

    private @Nullable FindingClosing closing(ResultSet row) throws SQLException {
        var words = row.getBytes("words");
        return words == null
                ? null
                : new FindingClosing(
                        ColumnWord.read(row, "outcome", FindingOutcome.class),
                        new String(seal.open(place(row.getLong("id")), words), StandardCharsets.UTF_8),
                        new StaffId(row.getLong("closed_by")),
                        row.getObject("closed_at", OffsetDateTime.class),
                        row.getObject("incident", Long.class));
    }

    private static String place(long id) {
        return "anomaly_finding.words|" + id;
    }
}
