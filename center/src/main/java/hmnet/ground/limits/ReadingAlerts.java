package hmnet.ground.limits;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.directory.WaitingWork;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.ground.mail.MailAlertKind;
import hmnet.ground.mail.MailAlerts;
import hmnet.ground.routes.Right;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was more than usual (閲覧・照会の警報): one row for who and what, until it is closed with a reason. The office sees
/// all, a facility's desk those of its own; nobody closes their own.
@Component
public class ReadingAlerts implements WaitingWork {
    private static final int MOST = 300;
    private final JdbcClient db;
    private final Audit audit;
    private final MailAlerts mailAlerts;
    private final FieldSeal seal;

    ReadingAlerts(JdbcClient db, Audit audit, MailAlerts mailAlerts, Keys keys) {
        this.mailAlerts = mailAlerts;
        this.db = db;
        this.audit = audit;
        this.seal = new FieldSeal(keys, "reading alerts");
    }

    /// One alert.
    ///
    /// @param staff who read; null for a facility as a whole or its machine
    /// @param amount how many, as last counted
    /// @param refused whether anything was refused for it
    /// @param why the words of who closed it; null while it is open
    /// @param lifted whether the office lifted the stop with it
    record ReadingAlert(
            long id,
            ReadingMeasure measure,
            @Nullable StaffId staff,
            FacilityId facility,
            int amount,
            boolean refused,
            OffsetDateTime beganAt,
            OffsetDateTime lastAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable StaffId closedBy,
            @Nullable String why,
            boolean lifted) {
        /// Whether somebody may lift the stop that it tells of: the office, where something was refused.
        boolean isLiftable(Requester by) {
            return refused
                    && closedAt == null
                    && by.may(Right.OFFICE)
                    && !by.staff().equals(staff);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void raise(ReadingMeasure measure, Requester reader, int amount, boolean refused) {
        raise(measure, reader.staff(), reader.facility(), amount, refused);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void raise(ReadingMeasure measure, FacilityId facility, int amount, boolean refused) {
        raise(measure, null, facility, amount, refused);
    }

    /// Writes the alert, or how far it has gone. A new one, and the first refusal of one, stand in the log.
    private void raise(
            ReadingMeasure measure, @Nullable StaffId staff, FacilityId facility, int amount, boolean refused) {
        var news = db.sql("""
                        with before as (select refused from reading_alert
                                         where measure = :measure and facility = :facility
                                           and staff is not distinct from :staff and closed_at is null)
                        insert into reading_alert as known (measure, staff, facility, amount, refused)
                        values (:measure, :staff, :facility, :amount, :refused)
                            on conflict (measure, facility, coalesce(staff, 0)) where closed_at is null do update
                           set amount = greatest(known.amount, excluded.amount), last_at = now(),
                               refused = known.refused or excluded.refused
                         where excluded.amount > known.amount or (excluded.refused and not known.refused)
                        returning id, xmax = 0 or (:refused and not exists (select from before where before.refused)) as news""")
                .param("measure", measure.word())
                .param("staff", staff == null ? null : staff.value(), java.sql.Types.BIGINT)
                .param("facility", facility.value())
                .param("amount", amount)
                .param("refused", refused)
                .query((row, number) ->
                        row.getBoolean("news") ? Optional.of(row.getLong("id")) : Optional.<Long>empty())
                .optional()
                .flatMap(id -> id);
        if (news.isPresent()) {
            mailAlerts.raise(MailAlertKind.READING_LIMIT, news.get());
            audit.write(Trace.of(Action.READING_ALERTED, Actor.CENTRE, refused ? "refused" : "told")
                    .at(facility.value())
                    .with("measure", measure.word())
                    .with("amount", Integer.toString(amount))
                    .with("who", staff == null ? "facility" : staff.actor().word()));
        }
    }

    /// What the requester may see, those that are open first.
    @Transactional
    List<ReadingAlert> of(Requester by) {
        var all = db.sql("""
                        select * from reading_alert where cast(:all as boolean) or facility = :facility
                         order by closed_at is not null, id desc limit :most""")
                .param("all", by.may(Right.OFFICE))
                .param("facility", by.facility().value())
                .param("most", MOST)
                .query(this::read)
                .list();
        audit.write(by.did(Action.READING_ALERTS_LISTED, "shown").with("lines", Integer.toString(all.size())));
        return all;
    }

    /// One that the requester may close: open, of their own facility unless they are the office, and not about them.
    Optional<ReadingAlert> closable(long id, Requester by) {
        return db.sql("select * from reading_alert where id = ? and closed_at is null")
                .param(id)
                .query(this::read)
                .optional()
                .filter(alert -> by.may(Right.OFFICE) || alert.facility().equals(by.facility()))
                .filter(alert -> !by.staff().equals(alert.staff()));
    }

    /// Closes one with a reason; false when it is not theirs to close.
    @Transactional
    boolean close(long id, String why, Requester by) {
        return closable(id, by).isPresent() && closed(id, why, by, false);
    }

    /// The office closes one and lifts its stop: what was counted before counts no more.
    @Transactional
    boolean lift(long id, String why, Requester by) {
        return closable(id, by).filter(alert -> alert.isLiftable(by)).isPresent() && closed(id, why, by, true);
    }

    private boolean closed(long id, String why, Requester by, boolean lifted) {
        if (why.isBlank()) {
            return false;
        }
        var done = db.sql("""
                        update reading_alert set closed_at = now(), closed_by = ?, why = ?, lifted = ?
                         where id = ? and closed_at is null""")
                .params(
                        by.staff().value(),
                        seal.seal(place(id), why.strip().getBytes(StandardCharsets.UTF_8)),
                        lifted,
                        id)
                .update();
        if (done == 1) {
            audit.write(by.did(Action.READING_ALERT_CLOSED, lifted ? "lifted" : "closed")
                    .with(Map.of("alert", Long.toString(id), "why", why.strip())));
        }
        return done == 1;
    }

    @Override
    public String path() {
        return AlertsPage.PATH;
    }

    @Override
    public long waiting(Requester by) {
        return db.sql("""
                        select count(*) from reading_alert
                         where closed_at is null and (cast(? as boolean) or facility = ?)""")
                .params(by.may(Right.OFFICE), by.facility().value())
                .query(Long.class)
                .single();
    }

    private static String place(long id) {
        return "reading_alert.why|" + id;
    }

    private ReadingAlert read(ResultSet row, int number) throws SQLException {
        var why = row.getBytes("why");
        return new ReadingAlert(
                row.getLong("id"),
                ReadingMeasure.of(row.getString("measure")),
                staff(row.getObject("staff", Long.class)),
                new FacilityId(row.getLong("facility")),
                row.getInt("amount"),
                row.getBoolean("refused"),
                row.getObject("began_at", OffsetDateTime.class),
                row.getObject("last_at", OffsetDateTime.class),
                row.getObject("closed_at", OffsetDateTime.class),
                staff(row.getObject("closed_by", Long.class)),
                why == null ? null : new String(seal.open(place(row.getLong("id")), why), StandardCharsets.UTF_8),
                row.getBoolean("lifted"));
    }

    private static @Nullable StaffId staff(@Nullable Long number) {
        return number == null ? null : new StaffId(number);
    }
}
