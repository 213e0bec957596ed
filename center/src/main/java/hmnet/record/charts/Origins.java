package hmnet.record.charts;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import hmnet.record.charts.ChartEntry.CutFrom;
import hmnet.record.vault.RowSeals;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// Of all these entries of the chart.
    public Map<UUID, Origin> of(Chart chart, Collection<ChartEntry> entries) {
        var cuts = entries.stream().filter(entry -> entry.cut() != null).toList();
        if (cuts.isEmpty()) {
            return Map.of();
        }
        var covered = covered(chart, cuts);
        var gaps = new HashMap<Long, Boolean>();
        return cuts.stream()
                .collect(toMap(
                        ChartEntry::id,
                        entry -> {
                            var cut = requireNonNull(entry.cut());
                            boolean gap = gaps.computeIfAbsent(
                                    cut.patient(),
                                    patient -> Originals.hasUnnamedGaps(
                                            chart, patient, entry.facility().value()));
                            return new Origin(cut.original(), !gap && covered.contains(cut));
                        },
                        (one, other) -> one));
    }

    /// The originals of which the grant covers every row.
    private Set<CutFrom> covered(Chart chart, List<ChartEntry> cuts) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        var files = cuts.stream()
                .map(entry -> requireNonNull(entry.cut()).original())
                .distinct()
                .toArray(Long[]::new);
        var covered = new HashSet<CutFrom>();
        db.query(
                connection -> {
                    var statement = connection.prepareStatement(rows.originals());
                    rows.bind(statement, List.<Object>of((Object) files), List.of());
                    return statement;
                },
                row -> {
                    if (row.getLong("n") == row.getLong("covered")) {
                        covered.add(new CutFrom(row.getLong("patient"), row.getLong("inbox")));
                    }
                });
        return covered;
    }
}
