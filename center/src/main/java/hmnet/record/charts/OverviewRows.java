package hmnet.record.charts;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Overview.MonthlyCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/// Gathers an overview from the rows of a chart (見渡しの集計): all of them pass, but only those that are
/// drawn bring their extract along.
final class OverviewRows implements RowCallbackHandler {
    static final String HEAD = ", live as (";

    /// Takes: kinds, facility, facility, from, until of what is asked for; how many of it; the kinds wanted
    /// anyway.
    static final String TAIL = """
            ), marked as (
                 select live.*,
                        (?::bigint >> kind) & 1 = 1 and (?::bigint is null or facility = ?::bigint)
                        and occurred_at >= ?::timestamptz and occurred_at < ?::timestamptz as asked
                   from live),
               placed as (
                 select marked.*,
                        case when asked then count(*) filter (where asked)
                                             over (order by occurred_at desc, id desc rows unbounded preceding) end as place
                   from marked)
            select patient, occurred_at, id, kind, facility, department, labels, correction, preliminary, received_at,
                   place <= ? as drawn,
                   case when place <= ? or (?::bigint >> kind) & 1 = 1 then extract end as extract
              from placed order by occurred_at desc, id desc""";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final RowMapper<@Nullable ChartEntry> entries;
    private final long alwaysKinds;
    private int count;
    private final Map<CareMonth, MonthlyCount> tally = new LinkedHashMap<>();
    private final List<ChartEntry> newest = new ArrayList<>();
    private final List<ChartEntry> always = new ArrayList<>();

    OverviewRows(RowMapper<@Nullable ChartEntry> entries, long alwaysKinds) {
        this.entries = entries;
        this.alwaysKinds = alwaysKinds;
    }

    private record CareMonth(FacilityId facility, RecordKind kind, LocalDate first) {}

    @Override
    public void processRow(ResultSet row) throws SQLException {
        count++;
        var kind = RecordKind.of(row.getInt("kind"));
        count(new FacilityId(row.getLong("facility")), kind, row.getObject("occurred_at", OffsetDateTime.class));
        var drawn = row.getBoolean("drawn");
        var wanted = (alwaysKinds & kind.mask()) != 0;
        if (drawn || wanted) {
            var entry = entries.mapRow(row, row.getRow());
            if (drawn && entry != null) {
                newest.add(entry);
            }
            if (wanted && entry != null) {
                always.add(entry);
            }
        }
    }

    private void count(FacilityId facility, RecordKind kind, OffsetDateTime at) {
        var day = at.atZoneSameInstant(JAPAN).toLocalDate();
        var month = new CareMonth(facility, kind, day.withDayOfMonth(1));
        tally.merge(
                month,
                new MonthlyCount(
                        facility,
                        kind,
                        month.first(),
                        1,
                        at,
                        at), // rows come newest first: the first one is the latest
                (known, one) -> new MonthlyCount(
                        facility, kind, month.first(), known.count() + 1, one.earliest(), known.latest()));
    }

    /// How many rows passed.
    int count() {
        return count;
    }

    Overview overview() {
        var order = Comparator.comparingLong((MonthlyCount t) -> t.facility().value())
                .thenComparing(MonthlyCount::kind)
                .thenComparing(MonthlyCount::month);
        return new Overview(tally.values().stream().sorted(order).toList(), newest, always);
    }
}
