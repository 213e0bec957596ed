package hmnet.record.charts;

import hmnet.record.vault.RowSeals;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows of several lists of one chart (抜き出しの読み取り), in one reading or, of a long chart, list by list.
final class SelectedRows {
    /// A chart with so many rows of one patient is asked for each list by itself.
    static final int ROWS_AT_ONCE = 1_500;

    private final Chart chart;
    private final RowSeals seals;
    private final JdbcTemplate db;

    SelectedRows(Chart chart, RowSeals seals, JdbcTemplate db) {
        this.chart = chart;
        this.seals = seals;
        this.db = db;
    }

    /// Where a patient has as many rows as `most`, the groups are read one by one: each has its own way into the rows,
    /// and no other row is looked at.
    List<ChartEntry> of(RowSelection selection, int most) {
        if (hasAsManyAs(most)) {
            return oneByOne(selection);
        }
        var rows = new GrantRows(seals, chart.grant(), selection.kinds(), line -> true);
        var sql = rows.sql(RowSelection.HEAD, GrantRows.ENTRY, "", chart.standing, selection.tail());
        return chart.query(rows, sql, chart::read, List.of(), selection.arguments());
    }

    /// Whether one of the patients has so many rows, shown or not.
    private boolean hasAsManyAs(int most) {
        var patients = chart.grant().lines().stream()
                .map(line -> line.patient().value())
                .distinct()
                .toArray();
        var first = "select count(*) = " + most + " from (select from record where patient = ? limit " + most + ") r";
        return patients.length > 0
                && db.queryForList(
                                String.join(" union all ", Collections.nCopies(patients.length, first)),
                                Boolean.class,
                                patients)
                        .contains(true);
    }

    private List<ChartEntry> oneByOne(RowSelection selection) {
        return Stream.concat(
                        selection.groups().stream()
                                .flatMap(group -> chart
                                        .entries(
                                                group.kinds(),
                                                Optional.empty(),
                                                CareSpan.since(group.from()),
                                                group.most())
                                        .stream()),
                        lastReceived(selection.received()).stream())
                .collect(Collectors.toMap(ChartEntry::id, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(ChartEntry::occurredAt)
                        .thenComparing(entry -> entry.id().toString())
                        .reversed())
                .toList();
    }

    private List<ChartEntry> lastReceived(int limit) {
        var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
        var last = " order by r.received_at desc, r.id desc limit ?";
        var sql = rows.sql("select r.* from (", GrantRows.ENTRY, "", chart.standing + last, ") r" + last);
        return chart.query(rows, sql, chart::read, List.of(limit), List.of(limit));
    }
}
