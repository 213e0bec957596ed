package hmnet.ground.disaster;

import hmnet.ground.database.Recent;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether a disaster mode holds, and for whom (災害時モードの台帳). At most one holds at a time.
@Component
public class Disasters {
    private static final int LISTED = 50;
    private static final String OPEN = "select * from disaster where ended_at is null";

    private final JdbcClient db;
    private final Facilities facilities;
    private final DisasterSettings settings;
    private final Clock clock;
    private final Recent<Optional<Disaster>> known;

    Disasters(JdbcClient db, Facilities facilities, DisasterSettings settings, Clock clock) {
        this.db = db;
        this.facilities = facilities;
        this.settings = settings;
        this.clock = clock;
        this.known = new Recent<>(() -> db.sql(OPEN).query(Disasters::read).optional());
    }

    /// The one that holds now: to the second where its time ends it, within two seconds where somebody does.
    public Optional<Disaster> standing() {
        return known.get().filter(one -> one.holds(OffsetDateTime.now(clock)));
    }

    /// The same, for one whom it lets look at persons without a tie: of a profession that the setting names, at a
    /// facility in its area.
    public Optional<Disaster> opensTo(Requester by) {
        return by.may(Right.DISASTER) && settings.open().contains(by.profession())
                ? standing().filter(one -> one.area().covers(facilities.get(by.facility())))
                : Optional.empty();
    }

    /// How many facilities lie in an area.
    long facilities(DisasterArea area) {
        return facilities.all().stream().filter(area::covers).count();
    }

    public Optional<Disaster> find(long id) {
        return db.sql("select * from disaster where id = ?")
                .param(id)
                .query(Disasters::read)
                .optional();
    }

    /// The latest first.
    public List<Disaster> latest() {
        return db.sql("select * from disaster order by id desc limit ?")
                .param(LISTED)
                .query(Disasters::read)
                .list();
    }

    /// The row that nobody has ended, over or not, held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Disaster> held() {
        return db.sql(OPEN + " for update").query(Disasters::read).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Disaster begin(DisasterArea area, String reason, Duration lasts, StaffId declared, StaffId agreed) {
        known.forget();
        return db.sql("""
                        insert into disaster (towns, reason, until, declared_by, agreed_by)
                        values (:towns::text[], :reason, now() + make_interval(secs => :seconds), :declared, :agreed)
                        returning *""")
                .param("towns", area.towns().toArray(String[]::new))
                .param("reason", reason)
                .param("seconds", lasts.toSeconds())
                .param("declared", declared.value())
                .param("agreed", agreed.value())
                .query(Disasters::read)
                .single();
    }

    /// From now on for so long.
    @Transactional(propagation = Propagation.MANDATORY)
    Disaster prolong(Disaster disaster, Duration lasts) {
        known.forget();
        return db.sql("""
                        update disaster set until = now() + make_interval(secs => ?), prolonged_at = now()
                         where id = ? returning *""")
                .params(lasts.toSeconds(), disaster.id())
                .query(Disasters::read)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(Disaster disaster, StaffId by) {
        known.forget();
        db.sql("update disaster set ended_at = clock_timestamp(), ended_by = ? where id = ? and ended_at is null")
                .params(by.value(), disaster.id())
                .update();
    }

    /// One whose time is over is written down as ended then.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Disaster> endOver() {
        known.forget();
        return db.sql("update disaster set ended_at = until where ended_at is null and until <= now() returning *")
                .query(Disasters::read)
                .optional();
    }

    private static Disaster read(ResultSet row, int number) throws SQLException {
        var endedBy = row.getObject("ended_by", Long.class);
        return new Disaster(
                row.getLong("id"),
                new DisasterArea(Arrays.asList((String[]) row.getArray("towns").getArray())),
                row.getString("reason"),
                row.getObject("since", OffsetDateTime.class),
                row.getObject("until", OffsetDateTime.class),
                new StaffId(row.getLong("declared_by")),
                new StaffId(row.getLong("agreed_by")),
                row.getObject("ended_at", OffsetDateTime.class),
                endedBy == null ? null : new StaffId(endedBy));
    }
}
