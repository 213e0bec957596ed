package hmnet.record.doubles;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rows that say what an older row of another source says already (重複の疑い), by facility, kind and month.
/// Nothing is hidden by being found; what is hidden stays in the store and comes back when its older row
/// leaves the chart.
@Component
class LikelyDoubles {
    private static final int GROUPS_MAX = 2_000;

    private final JdbcClient db;
    private final DoubleSearch search;

    LikelyDoubles(JdbcClient db, DoubleSearch search) {
        this.db = db;
        this.search = search;
    }

    /// How far a search has come.
    ///
    /// @param last the last patient looked at, in the order of the store
    /// @param ended nobody is left
    public record SearchResult(long last, boolean ended, int patients, int found) {}

    /// Looks at the next patients of a facility, and forgets what was likely of them before and is no more.
    @Transactional
    public SearchResult search(FacilityId facility, long after) {
        return search.slice(facility, after);
    }

    /// Doubles of one kind and month of care that stand alike.
    ///
    /// @param decision which decision asks for them to be hidden, hid them or says that they are none; null
    ///     for what is only likely
    /// @param different somebody says that they are no doubles
    public record DoubleGroup(
            FacilityId facility,
            RecordKind kind,
            LocalDate month,
            @Nullable Long decision,
            boolean hidden,
            boolean different,
            int rows,
            int patients,
            OffsetDateTime olderFrom,
            OffsetDateTime olderUntil,
            OffsetDateTime from,
            OffsetDateTime until) {}

    private static final String GROUPS = """
            select facility, kind, month, decision, hidden, different, count(*) as n, count(distinct patient) as patients,
                   min(older_received) as older_from, max(older_received) as older_until,
                   min(received) as received_from, max(received) as received_until
              from record_double where ?::bigint in (0, facility)
             group by 1, 2, 3, 4, 5, 6 order by facility, month desc, kind, hidden, different limit ?""";

    /// Of all facilities.
    public List<DoubleGroup> groups() {
        return db.sql(GROUPS).params(0L, GROUPS_MAX).query(LikelyDoubles::group).list();
    }

    public List<DoubleGroup> groups(FacilityId facility) {
        return db.sql(GROUPS)
                .params(facility.value(), GROUPS_MAX)
                .query(LikelyDoubles::group)
                .list();
    }

    /// What is only likely of one kind and month waits for a decision from now on. Returns how many rows.
    @Transactional(propagation = Propagation.MANDATORY)
    public int claim(FacilityId facility, RecordKind kind, LocalDate month, long decision) {
        return db.sql("""
                        update record_double set decision = ?
                         where facility = ? and kind = ? and month = ? and decision is null""").params(decision, facility.value(), kind.bit(), month).update();
    }

    /// What waits for a decision stands on no chart any more. Returns how many rows.
    @Transactional(propagation = Propagation.MANDATORY)
    public int hide(long decision) {
        return db.sql("update record_double set hidden = true where decision = ? and not hidden and not different")
                .param(decision)
                .update();
    }

    /// What a decision has claimed is care of its own: no search asks about it again. Returns how many rows.
    @Transactional(propagation = Propagation.MANDATORY)
    public int differ(long decision) {
        return db.sql("update record_double set different = true where decision = ? and not hidden")
                .param(decision)
                .update();
    }

    /// What a decision asks for, hid or said to be different is only likely again. Returns how many rows.
    @Transactional(propagation = Propagation.MANDATORY)
    public int release(long decision) {
        return db.sql("update record_double set decision = null, hidden = false, different = false where decision = ?")
                .param(decision)
                .update();
    }

    private static DoubleGroup group(ResultSet row, int number) throws SQLException {
        return new DoubleGroup(
                new FacilityId(row.getLong("facility")),
                RecordKind.of(row.getInt("kind")),
                row.getObject("month", LocalDate.class),
                row.getObject("decision", Long.class),
                row.getBoolean("hidden"),
                row.getBoolean("different"),
                row.getInt("n"),
                row.getInt("patients"),
                row.getObject("older_from", OffsetDateTime.class),
                row.getObject("older_until", OffsetDateTime.class),
                row.getObject("received_from", OffsetDateTime.class),
                row.getObject("received_until", OffsetDateTime.class));
    }
}
