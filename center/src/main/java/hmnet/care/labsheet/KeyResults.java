package hmnet.care.labsheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.formats.base.Table;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The results that a summary shows first (主な検査), by the table `key-results.csv`: of each the newest value with
/// its flag, the one before on the same line, and a small curve.
public final class KeyResults {
    /// The kinds of record they are read from.
    public static final long KINDS =
            RecordKind.LABORATORY.mask() | RecordKind.LAB_SAFETY.mask() | RecordKind.CHECKUP.mask();

    private static final List<KeyRule> RULES = Table.read(KeyResults.class, "key-results.csv").stream()
            .map(row ->
                    new KeyRule(row.get(0), row.get(1), Arrays.asList(row.get(2).split("[|]", -1)), row.get(3)))
            .toList();

    private KeyResults() {}

    /// One of them.
    ///
    /// @param word its word in the table
    /// @param unit as it is shown
    /// @param range what is usual, as sent
    /// @param computed nobody measured it: the name says so too
    public record KeyResult(
            String word, String analyte, String unit, String range, boolean computed, LatestResult result) {}

    /// Every word of the table, in its order.
    public static List<String> words() {
        return List.copyOf(new LinkedHashSet<>(RULES.stream().map(KeyRule::word).toList()));
    }

    /// Those of these words that the entries have.
    ///
    /// @param entries of `KINDS`, newest first
    public static List<KeyResult> of(
            Chart chart, List<ChartEntry> entries, List<String> words, ResultReader reader, Messages m) {
        var cells = new LabCells("/people/" + chart.person().id(), List.of(), m);
        var values = ComputedValues.of(chart.person(), m).beside(LabValue.of(entries));
        return of(values, words, reader, cells);
    }

    static List<KeyResult> of(List<LabValue> values, List<String> words, ResultReader reader, LabCells cells) {
        var lines = values.stream().collect(groupingBy(LabValue::analyte, LinkedHashMap::new, toList()));
        var found = new ArrayList<KeyResult>();
        for (var word : words) {
            // The line with the newest value: another line of the test is of another method or unit.
            lines.values().stream()
                    .filter(line ->
                            RULES.stream().anyMatch(rule -> rule.word().equals(word) && rule.holds(line.getFirst())))
                    .map(line -> result(word, line, reader, cells))
                    .filter(Objects::nonNull)
                    .reduce((one, other) -> other.result()
                                    .latest()
                                    .day()
                                    .isAfter(one.result().latest().day())
                            ? other
                            : one)
                    .ifPresent(found::add);
        }
        return found;
    }

    private static @Nullable KeyResult result(String word, List<LabValue> line, ResultReader reader, LabCells cells) {
        var latest = LatestResult.of(line, reader, cells);
        var item = line.getFirst().item();
        return latest == null
                ? null
                : new KeyResult(
                        word,
                        item.name(),
                        LabUnits.shown(item.unit()),
                        LabSheets.range(item),
                        line.getFirst().analyte().isComputed(),
                        latest);
    }

    /// One line of the table.
    private record KeyRule(String word, String start, List<String> materials, String name) {
        boolean holds(LabValue value) {
            var analyte = value.analyte();
            if (analyte.isComputed()) {
                return start.equals(analyte.code());
            }
            return analyte.standard()
                    && analyte.code().startsWith(start)
                    && (materials.contains("*") || materials.contains(analyte.material()))
                    && LocalTestName.folded(value.item().name()).contains(name);
        }
    }
}
