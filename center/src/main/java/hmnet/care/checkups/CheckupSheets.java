package hmnet.care.checkups;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.checkups.CheckupSheet.CheckupChange;
import hmnet.care.checkups.CheckupSheet.CheckupColumn;
import hmnet.care.checkups.CheckupSheet.CheckupRow;
import hmnet.care.checkups.CheckupSheet.CheckupRows;
import hmnet.care.checkups.CheckupSheet.CheckupValue;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.Quantity;
import hmnet.care.labsheet.Spark;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts check-ups side by side (健診の経年表の組立). Every value stands somewhere; what joins a row is one test in one
/// unit, as on the laboratory sheet.
///
/// @param paths where a record opens; null for one that opens nowhere
public record CheckupSheets(
        Function<FacilityId, String> facilities, Function<ChartEntry, @Nullable String> paths, Messages m) {
    /// Why there is no value, as readers of check-ups write it.
    private static final Set<String> ABSENT = Set.of("未実施", "測定不能", "値の記載なし");

    private static final List<String> ABSENT_STARTS = List.of("結果なし（", "値なし（");

    private record CheckupDay(LocalDate day, FacilityId facility) {
        static CheckupDay of(ChartEntry entry) {
            return new CheckupDay(Timelines.day(entry), entry.facility());
        }
    }

    /// A column for each facility and day.
    public CheckupSheet of(List<ChartEntry> entries) {
        var checkups = entries.stream()
                .sorted(Comparator.comparing(Timelines::day).reversed())
                .collect(groupingBy(CheckupDay::of, LinkedHashMap::new, toList()));
        var values = LabValue.of(entries);
        var rows = values.stream().collect(groupingBy(LabValue::analyte, LinkedHashMap::new, toList()));
        var names = rows.values().stream()
                .collect(Collectors.groupingBy(row -> folded(newest(row).name()), Collectors.counting()));
        var groups = rows.entrySet().stream().collect(groupingBy(row -> CheckupGroup.of(row.getKey()), toList()));
        return new CheckupSheet(
                checkups.entrySet().stream()
                        .map(checkup -> column(checkup.getKey(), checkup.getValue()))
                        .toList(),
                Stream.of(CheckupGroup.values())
                        .filter(groups::containsKey)
                        .map(group -> new CheckupRows(
                                group.key(),
                                groups.getOrDefault(group, List.of()).stream()
                                        .sorted(Comparator.comparing(
                                                row -> row.getKey().code()))
                                        .map(row -> row(row.getValue(), List.copyOf(checkups.keySet()), names))
                                        .toList()))
                        .toList());
    }

    private CheckupColumn column(CheckupDay checkup, List<ChartEntry> entries) {
        return new CheckupColumn(
                checkup.day(),
                facilities.apply(checkup.facility()),
                entries.stream().map(ChartEntry::title).distinct().toList(),
                entries.stream()
                        .flatMap(entry -> LabValue.comments(entry).stream())
                        .distinct()
                        .toList(),
                entries.stream()
                        .flatMap(entry -> Mark.allOf(entry).stream())
                        .distinct()
                        .toList(),
                paths.apply(entries.getFirst()));
    }

    private static AnalyteItem newest(List<LabValue> row) {
        return byDay(row).getFirst().item();
    }

    private static List<LabValue> byDay(List<LabValue> row) {
        return row.stream()
                .sorted(Comparator.comparing((LabValue value) -> Timelines.day(value.entry()))
                        .reversed())
                .toList();
    }

    private CheckupRow row(List<LabValue> values, List<CheckupDay> checkups, Map<String, Long> names) {
        var newest = newest(values);
        var unit = values.stream()
                .map(value -> value.item().unit())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return new CheckupRow(
                newest.name(),
                LabUnits.shown(unit),
                range(newest),
                values.stream().map(value -> range(value.item())).distinct().count() > 1,
                names.getOrDefault(folded(newest.name()), 0L) > 1,
                change(byDay(values)),
                Spark.of(byDay(values).reversed()),
                checkups.stream()
                        .map(checkup -> values.stream()
                                .filter(value -> CheckupDay.of(value.entry()).equals(checkup))
                                .map(this::value)
                                .toList())
                        .toList());
    }

    private static String range(AnalyteItem item) {
        if (!item.range().isBlank()) {
            return item.range().strip();
        }
        return item.low().isBlank() && item.high().isBlank() ? "" : item.low() + "–" + item.high();
    }

    /// Only where each of the two check-ups has one value that counts.
    private static @Nullable CheckupChange change(List<LabValue> newestFirst) {
        var days = newestFirst.stream()
                .filter(value -> value.counts() && !value.item().value().isBlank())
                .collect(groupingBy(value -> Timelines.day(value.entry()), LinkedHashMap::new, toList()));
        var two = days.entrySet().stream().limit(2).toList();
        if (two.size() < 2 || two.stream().anyMatch(day -> day.getValue().size() > 1)) {
            return null;
        }
        var now = plain(two.getFirst().getValue().getFirst());
        var before = plain(two.getLast().getValue().getFirst());
        var since = two.getLast().getKey();
        if (isNumber(now) && isNumber(before)) {
            var by = new BigDecimal(now).subtract(new BigDecimal(before));
            return new CheckupChange(by.signum() > 0 ? "+" + by.toPlainString() : by.toPlainString(), since);
        }
        return isNumber(now) || isNumber(before) || now.equals(before) ? null : new CheckupChange("", since);
    }

    private static boolean isNumber(String value) {
        return Quantity.of(value).filter(Quantity::exact).isPresent();
    }

    private static String plain(LabValue value) {
        return Normalizer.normalize(value.item().value(), Normalizer.Form.NFKC).strip();
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private CheckupValue value(LabValue value) {
        var item = value.item();
        var absent = item.notes().stream().filter(CheckupSheets::isAbsence).toList();
        var told = absent.isEmpty() ? value.told(m) : String.join(m.t("viewer.comma"), absent);
        return new CheckupValue(
                item.value().strip(),
                value.flag(),
                told.isEmpty() && item.value().isBlank() ? m.t("checkups.no-value") : told,
                value.struck(),
                item.notes().stream().filter(note -> !isAbsence(note)).toList(),
                paths.apply(value.entry()));
    }

    private static boolean isAbsence(String note) {
        return ABSENT.contains(note) || ABSENT_STARTS.stream().anyMatch(note::startsWith);
    }
}
