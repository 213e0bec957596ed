package hmnet.care.labsheet;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lays values out by analyte and sampling (検査結果表の組立).
public final class LabSheets {
    private LabSheets() {}

    static LabSheet of(
            List<LabColumn> columns,
            Map<Analyte, LabTrend> trends,
            LabCells cells,
            Function<FacilityId, String> facilities,
            Messages m) {
        var newest = new LinkedHashMap<Analyte, LabValue>();
        columns.forEach(column -> column.values().forEach(newest::putIfAbsent));
        var groups = newest.keySet().stream().collect(groupingBy(Analyte::group, TreeMap::new, toList()));
        var drawn = new ArrayList<LabSheet.AnalyteGroup>();
        groups.forEach((group, analytes) -> {
            var usual = usual(analytes, newest);
            drawn.add(new LabSheet.AnalyteGroup(
                    usual.isEmpty() ? m.t(group.key()) : m.t("viewer.lab-group.of", m.t(group.key()), usual),
                    analytes.stream()
                            .sorted(Comparator.comparing(Analyte::code))
                            .map(analyte -> row(analyte, usual, newest, columns, trends, cells, facilities, m))
                            .toList()));
        });
        return new LabSheet(
                columns.stream().map(c -> column(c, columns, facilities, m)).toList(),
                drawn,
                comments(columns, cells, facilities));
    }

    /// Of every report that a column has a value of, once.
    private static List<LabSheet.LabComment> comments(
            List<LabColumn> columns, LabCells cells, Function<FacilityId, String> facilities) {
        return columns.stream()
                .flatMap(column -> column.values().values().stream().map(LabValue::entry))
                .distinct()
                .flatMap(entry -> LabValue.comments(entry).stream()
                        .map(words -> new LabSheet.LabComment(
                                Timelines.day(entry), facilities.apply(entry.facility()), words, cells.path(entry))))
                .toList();
    }

    /// The specimen most of a group's rows have: said once above them, so that a row names only another one.
    private static String usual(List<Analyte> analytes, Map<Analyte, LabValue> newest) {
        var counts = analytes.stream()
                .map(analyte ->
                        Objects.requireNonNull(newest.get(analyte)).item().specimen())
                .collect(groupingBy(specimen -> specimen, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// Columns of one day and facility are told apart by their time.
    private static LabSheet.SamplingColumn column(
            LabColumn column, List<LabColumn> all, Function<FacilityId, String> facilities, Messages m) {
        var together = all.stream()
                .filter(other ->
                        other.day().equals(column.day()) && other.facility().equals(column.facility()))
                .count();
        return new LabSheet.SamplingColumn(
                column.day(), together > 1 ? time(column.at(), m) : null, facilities.apply(column.facility()));
    }

    /// Midnight is what a date without a time became.
    private static String time(OffsetDateTime at, Messages m) {
        var time = m.time(at);
        return time.equals("00:00") ? m.t("viewer.sheet.no-time") : time;
    }

    private static LabSheet.AnalyteRow row(
            Analyte analyte,
            String usual,
            Map<Analyte, LabValue> newest,
            List<LabColumn> columns,
            Map<Analyte, LabTrend> trends,
            LabCells cells,
            Function<FacilityId, String> facilities,
            Messages m) {
        var item = Objects.requireNonNull(newest.get(analyte)).item();
        var trend = trends.get(analyte);
        var line = new ArrayList<@Nullable LabCell>();
        columns.forEach(column -> {
            var value = column.values().get(analyte);
            line.add(value == null ? null : cells.of(value));
        });
        return new LabSheet.AnalyteRow(
                item.name(),
                told(analyte, item, usual, newest),
                LocalTestName.words(LocalTestName.of(values(analyte, columns), item.name()), facilities, m),
                LabUnits.shown(item.unit()),
                range(item, analyte, columns, m),
                trend == null ? null : trend.id(),
                line);
    }

    /// The specimen, and the code where another row has the same name.
    private static @Nullable String told(
            Analyte analyte, LabExtract.AnalyteItem item, String usual, Map<Analyte, LabValue> all) {
        var twins = all.values().stream()
                .map(LabValue::item)
                .filter(other ->
                        other.name().equals(item.name()) && other.specimen().equals(item.specimen()))
                .count();
        var specimen = item.specimen().equals(usual) ? "" : item.specimen();
        var told = twins > 1 ? (specimen + " " + analyte.shown()).strip() : specimen;
        return told.isEmpty() ? null : told;
    }

    private static List<LabValue> values(Analyte analyte, List<LabColumn> columns) {
        return columns.stream()
                .map(column -> column.values().get(analyte))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String range(LabExtract.AnalyteItem item, Analyte analyte, List<LabColumn> columns, Messages m) {
        var ranges = values(analyte, columns).stream()
                .map(value -> range(value.item()))
                .distinct()
                .count();
        return ranges > 1 ? m.t("viewer.sheet.range-varies", range(item)) : range(item);
    }

    /// As it was sent where it is more than two numbers: 陰性.
    public static String range(LabExtract.AnalyteItem item) {
        if (!item.range().isBlank() || item.low().isEmpty() && item.high().isEmpty()) {
            return item.range().strip();
        }
        return item.low().isEmpty()
                ? "≤ " + item.high()
                : item.high().isEmpty() ? "≥ " + item.low() : item.low() + "–" + item.high();
    }
}
