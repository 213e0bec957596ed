package hmnet.office.municipality;

import hmnet.consent.cards.StaffTrace;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.people.arrivals.MovedResidents;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The resident lists that were taken in (住民情報の台帳), each until its day. What they prove is matching's
/// business; they link nobody and make no person, and no facility sees them.
@Component
class ResidentLists {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int REFUSALS_KEPT = 10_000;

    private final JdbcClient db;
    private final MovedResidents residents;
    private final SealedOriginals originals;
    private final ResidentSettings settings;
    private final Audit audit;
    private final Clock clock;

    ResidentLists(
            JdbcClient db,
            MovedResidents residents,
            SealedOriginals originals,
            ResidentSettings settings,
            Audit audit,
            Clock clock) {
        this.db = db;
        this.residents = residents;
        this.originals = originals;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /// A list as it stands.
    ///
    /// @param kept how many of its lines say that somebody changed
    /// @param refused how many lines were not taken, whether or not all of them are kept
    /// @param charts how many charts read as one of those once did
    /// @param forgottenAt since when nothing of it but this is left, or null
    public record ResidentList(
            long id,
            String municipality,
            LocalDate validOn,
            OffsetDateTime receivedAt,
            boolean masked,
            int lines,
            int kept,
            int refused,
            int charts,
            LocalDate forgetOn,
            @Nullable OffsetDateTime forgottenAt) {}

    /// A line that was not taken.
    public record Refusal(int line, String reason) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    /// Takes a list in, whole: its bytes, what it proves, and what was refused.
    @Transactional
    public long take(String municipality, LocalDate validOn, ResidentFile.Read file, Requester by) {
        var id = db.sql("""
                        insert into resident_list (municipality, valid_on, received_by, charset, sha256, size, masked,
                                                   original, lines, kept, refused, forget_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        municipality,
                        validOn,
                        by.staff().value(),
                        file.charset().name(),
                        sha256(file.original()),
                        file.original().length,
                        file.masked(),
                        originals.seal(file.original()),
                        file.lines(),
                        file.entries().size(),
                        file.refused().size(),
                        today().plusDays(settings.days()))
                .query(Long.class)
                .single();
        file.refused().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(REFUSALS_KEPT)
                .forEach(line -> db.sql("insert into resident_list_refusal (list, line, reason) values (?, ?, ?)")
                        .params(id, line.getKey(), line.getValue())
                        .update());
        var charts = residents.keep(id, file.entries());
        db.sql("update resident_list set charts = ? where id = ?")
                .params(charts, id)
                .update();
        audit.write(StaffTrace.of(
                Action.RESIDENT_LIST,
                by,
                null,
                "taken",
                Map.of("list", Long.toString(id), "lines", Integer.toString(file.lines()))));
        return id;
    }

    /// The latest first.
    public List<ResidentList> all() {
        return db.sql(COLUMNS + " order by id desc limit 200")
                .query(ResidentLists::read)
                .list();
    }

    public Optional<ResidentList> find(long id) {
        return db.sql(COLUMNS + " where id = ?")
                .param(id)
                .query(ResidentLists::read)
                .optional();
    }

    public List<Refusal> refusals(long id) {
        return db.sql("select line, reason from resident_list_refusal where list = ? order by line limit 500")
                .param(id)
                .query((row, number) -> new Refusal(row.getInt("line"), row.getString("reason")))
                .list();
    }

    /// The bytes that are kept, exact; each taking is in the log.
    @Transactional
    public Optional<byte[]> original(long id, Requester by) {
        var original = db.sql("select original from resident_list where id = ? and original is not null")
                .param(id)
                .query((row, number) -> row.getBytes("original"))
                .optional()
                .map(originals::open);
        original.ifPresent(bytes -> audit.write(
                StaffTrace.of(Action.RESIDENT_LIST, by, null, "original-taken", Map.of("list", Long.toString(id)))));
        return original;
    }

    /// Forgets a list before its day.
    @Transactional
    public void forget(long id, Requester by) {
        if (forget(id)) {
            audit.write(StaffTrace.of(Action.RESIDENT_LIST, by, null, "forgotten", Map.of("list", Long.toString(id))));
        }
    }

    /// Forgets those whose day has come.
    @Transactional
    public int forgetDue() {
        var due = db.sql("""
                        select id from resident_list where forgotten_at is null and forget_on <= ?
                         order by id limit 20 for update skip locked""")
                .param(today())
                .query((row, number) -> row.getLong("id"))
                .list();
        for (var id : due) {
            forget(id);
            audit.write(
                    Trace.of(Action.RESIDENT_LIST, Actor.CENTRE, "forgotten").with("list", Long.toString(id)));
        }
        return due.size();
    }

    /// The list's own row first, whoever forgets it: nobody waits for one another in a circle.
    private boolean forget(long id) {
        var there = db.sql("select id from resident_list where id = ? and forgotten_at is null for update")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
        if (there) {
            residents.forget(id);
            db.sql("delete from resident_list_refusal where list = ?").param(id).update();
            db.sql("update resident_list set original = null, forgotten_at = now() where id = ?")
                    .param(id)
                    .update();
        }
        return there;
    }

    private static final String COLUMNS = "select * from resident_list";

    private static ResidentList read(ResultSet row, int number) throws SQLException {
        return new ResidentList(
                row.getLong("id"),
                row.getString("municipality"),
                row.getObject("valid_on", LocalDate.class),
                row.getObject("received_at", OffsetDateTime.class),
                row.getBoolean("masked"),
                row.getInt("lines"),
                row.getInt("kept"),
                row.getInt("refused"),
                row.getInt("charts"),
                row.getObject("forget_on", LocalDate.class),
                row.getObject("forgotten_at", OffsetDateTime.class));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
