package hmnet.record.charts;

import static java.util.stream.Collectors.toMap;

import hmnet.record.vault.RowSeals;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which original each record of a list was cut from (原本の対応), so that what one message told stands together, and
/// whether the original may be offered: only where the grant covers every row of it and leaves no gap unnamed.
@Component
public class Origins {
    private final JdbcTemplate db;
    private final RowSeals seals;

    Origins(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// The original of one record.
    ///
    /// @param file tells originals apart and says nothing else
    /// @param open whether its page may be offered; that page has the last word
    public record Origin(long file, boolean open) {}

    private record Cut(UUID id, long patient, long facility, long inbox) {}

    private record File(long patient, long inbox) {}

    private record Sender(long patient, long facility) {}

    /// Of all these entries of the chart.
    public Map<UUID, Origin> of(Chart chart, Collection<ChartEntry> entries) {
        var cuts = cuts(chart, entries);
        if (cuts.isEmpty()) {
            return Map.of();
        }
        var covered = covered(chart, cuts);
        var all = all(cuts);
        var gaps = new HashMap<Sender, Boolean>();
        return cuts.stream()
                .collect(toMap(
                        Cut::id,
                        cut -> {
                            boolean gap = gaps.computeIfAbsent(
                                    new Sender(cut.patient(), cut.facility()),
                                    source -> Originals.hasUnnamedGaps(chart, source.patient(), source.facility()));
                            var file = new File(cut.patient(), cut.inbox());
                            return new Origin(
                                    cut.inbox(),
                                    !gap && all.getOrDefault(file, -1L).equals(covered.get(file)));
                        },
                        (one, other) -> one));
    }

    private List<Cut> cuts(Chart chart, Collection<ChartEntry> entries) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        if (rows.none() || entries.isEmpty()) {
            return List.of();
        }
        var times = entries.stream().map(ChartEntry::occurredAt).sorted().toList();
        var ids = entries.stream().map(entry -> entry.id().toString()).toArray(String[]::new);
        var sql = rows.sql(
                "select r.* from (",
                "r.id, r.patient, r.facility, r.inbox",
                "",
                chart.standing
                        + " and r.occurred_at between ?::timestamptz and ?::timestamptz and r.id = any(?::uuid[])",
                ") r");
        var first = times.getFirst().toString();
        var last = times.getLast().toString();
        return db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, List.<Object>of(first, last, ids), List.of());
                    return statement;
                },
                (row, number) -> new Cut(
                        row.getObject("id", UUID.class),
                        row.getLong("patient"),
                        row.getLong("facility"),
                        row.getLong("inbox")));
    }

    /// How many rows of each original the grant covers, old ones too.
    private Map<File, Long> covered(Chart chart, List<Cut> cuts) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        var sql = rows.sql(
                "select patient, inbox, count(distinct id) as n from (",
                "r.patient, r.inbox, r.id",
                "",
                "r.inbox = any(?::bigint[]) and r.kind <> 0",
                ") r group by 1, 2");
        var files = files(cuts);
        return counted(db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, List.<Object>of((Object) files), List.of());
                    return statement;
                },
                (row, number) -> Map.entry(new File(row.getLong("patient"), row.getLong("inbox")), row.getLong("n"))));
    }

    private Map<File, Long> all(List<Cut> cuts) {
        var patients = cuts.stream().map(Cut::patient).distinct().toArray(Long[]::new);
        return counted(db.query(
                "select patient, inbox, count(*) as n from record where patient = any(?::bigint[])"
                        + " and inbox = any(?::bigint[]) and kind <> 0 group by 1, 2",
                (row, number) -> Map.entry(new File(row.getLong("patient"), row.getLong("inbox")), row.getLong("n")),
                patients,
                files(cuts)));
    }

    private static Long[] files(List<Cut> cuts) {
        return cuts.stream().map(Cut::inbox).distinct().toArray(Long[]::new);
    }

    private static Map<File, Long> counted(List<Map.Entry<File, Long>> counts) {
        var all = new HashMap<File, Long>();
        counts.forEach(count -> all.merge(count.getKey(), count.getValue(), Long::sum));
        return all;
    }
}
