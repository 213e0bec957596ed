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

    private record CutRow(UUID id, long patient, long facility, long inbox) {}

    private record CutFile(long patient, long inbox) {}

    private record PatientAtFacility(long patient, long facility) {}

    /// Of all these entries of the chart.
    public Map<UUID, Origin> of(Chart chart, Collection<ChartEntry> entries) {
        var cuts = cuts(chart, entries);
        if (cuts.isEmpty()) {
            return Map.of();
        }
        var covered = covered(chart, cuts);
        var all = all(cuts);
        var gaps = new HashMap<PatientAtFacility, Boolean>();
        return cuts.stream()
                .collect(toMap(
                        CutRow::id,
                        cut -> {
                            boolean gap = gaps.computeIfAbsent(
                                    new PatientAtFacility(cut.patient(), cut.facility()),
                                    source -> Originals.hasUnnamedGaps(chart, source.patient(), source.facility()));
                            var file = new CutFile(cut.patient(), cut.inbox());
                            return new Origin(
                                    cut.inbox(),
                                    !gap && all.getOrDefault(file, -1L).equals(covered.get(file)));
                        },
                        (one, other) -> one));
    }

    private List<CutRow> cuts(Chart chart, Collection<ChartEntry> entries) {
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
                (row, number) -> new CutRow(
                        row.getObject("id", UUID.class),
                        row.getLong("patient"),
                        row.getLong("facility"),
                        row.getLong("inbox")));
    }

    /// How many rows of each original the grant covers, old ones too.
    private Map<CutFile, Long> covered(Chart chart, List<CutRow> cuts) {
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
                (row, number) ->
                        Map.entry(new CutFile(row.getLong("patient"), row.getLong("inbox")), row.getLong("n"))));
    }

    private Map<CutFile, Long> all(List<CutRow> cuts) {
        var patients = cuts.stream().map(CutRow::patient).distinct().toArray(Long[]::new);
        return counted(db.query(
                "select patient, inbox, count(*) as n from record where patient = any(?::bigint[])"
                        + " and inbox = any(?::bigint[]) and kind <> 0 group by 1, 2",
                (row, number) -> Map.entry(new CutFile(row.getLong("patient"), row.getLong("inbox")), row.getLong("n")),
                patients,
                files(cuts)));
    }

    private static Long[] files(List<CutRow> cuts) {
        return cuts.stream().map(CutRow::inbox).distinct().toArray(Long[]::new);
    }

    private static Map<CutFile, Long> counted(List<Map.Entry<CutFile, Long>> counts) {
        var all = new HashMap<CutFile, Long>();
        counts.forEach(count -> all.merge(count.getKey(), count.getValue(), Long::sum));
        return all;
    }
}
