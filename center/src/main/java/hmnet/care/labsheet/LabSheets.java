package hmnet.care.labsheet;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.LabSheet.AnalyteGroup;
import hmnet.care.labsheet.LabSheet.AnalyteRow;
import hmnet.care.labsheet.LabSheet.LabCell;
import hmnet.care.labsheet.LabSheet.RowJudgement;
import hmnet.care.labsheet.LabSheet.SheetCut;
import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.care.therapy.TherapyTarget;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.design.Messages;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lays values out by analyte and sampling (検査結果表の組立).
public final class LabSheets {
    private final SheetValues sheet;
    private final LabCells cells;
    private final ResultReader reader;
    private final Messages m;

    private LabSheets(SheetValues sheet, LabCells cells, ResultReader reader, Messages m) {
        this.sheet = sheet;
        this.cells = cells;
        this.reader = reader;
        this.m = m;
    }

    /// What is laid out.
    ///
    /// @param all every value that was loaded, newest first, those beyond the columns too
    /// @param newest whether nothing newer was left out
    record SheetValues(List<LabValue> all, List<LabColumn> columns, Map<Analyte, LabTrend> trends, boolean newest) {}

    static LabSheet of(SheetValues sheet, boolean abnormalOnly, LabCells cells, ResultReader reader, Messages m) {
        return new LabSheets(sheet, cells, reader, m).drawn(abnormalOnly);
    }

    private LabSheet drawn(boolean abnormalOnly) {
        var newest = new LinkedHashMap<Analyte, LabValue>();
        sheet.columns().forEach(column -> column.values().forEach(newest::putIfAbsent));
        var lines = sheet.all().stream().collect(groupingBy(LabValue::analyte));
        var groups = newest.keySet().stream().collect(groupingBy(Analyte::group, TreeMap::new, toList()));
        var drawn = new ArrayList<AnalyteGroup>();
        groups.forEach((group, analytes) -> {
            var usual = usual(analytes, newest);
            drawn.add(new AnalyteGroup(
                    usual.isEmpty() ? m.t(group.key()) : m.t("viewer.lab-group.of", m.t(group.key()), usual),
                    analytes.stream()
                            .sorted(Comparator.comparing(Analyte::code))
                            .map(analyte -> row(analyte, usual, newest, lines.getOrDefault(analyte, List.of())))
                            .toList()));
        });
        var kept = abnormalOnly ? abnormal(drawn) : drawn;
        return new LabSheet(
                sheet.columns().stream().map(this::column).toList(),
                kept,
                sheet.newest(),
                cut(abnormalOnly, kept, drawn),
                comments());
    }

    private static List<AnalyteGroup> abnormal(List<AnalyteGroup> groups) {
        return groups.stream()
                .map(group -> new AnalyteGroup(
                        group.name(),
                        group.rows().stream()
                                .filter(AnalyteRow::staysAmongAbnormal)
                                .toList()))
                .filter(group -> !group.rows().isEmpty())
                .toList();
    }

    private static SheetCut cut(boolean abnormalOnly, List<AnalyteGroup> kept, List<AnalyteGroup> all) {
        var rows = all.stream().flatMap(group -> group.rows().stream()).toList();
        return new SheetCut(
                abnormalOnly,
                kept.stream().mapToInt(group -> group.rows().size()).sum(),
                rows.size(),
                rows.stream()
                        .filter(row -> row.judgement() == RowJudgement.UNJUDGED && !row.staysAmongAbnormal())
                        .map(AnalyteRow::analyte)
                        .toList());
    }

    /// Of every report that a column has a value of, once.
    private List<LabSheet.LabComment> comments() {
        return sheet.columns().stream()
                .flatMap(column -> column.values().values().stream())
                .filter(value -> !value.analyte().isComputed())
                .map(LabValue::entry)
                .distinct()
                .flatMap(entry -> LabValue.comments(entry).stream()
                        .map(words -> new LabSheet.LabComment(
                                Timelines.day(entry),
                                reader.facilities().apply(entry.facility()),
                                words,
                                cells.path(entry))))
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
    private LabSheet.SamplingColumn column(LabColumn column) {
        var together = sheet.columns().stream()
                .filter(other ->
                        other.day().equals(column.day()) && other.facility().equals(column.facility()))
                .count();
        return new LabSheet.SamplingColumn(
                column.day(),
                together > 1 ? time(column.at()) : null,
                reader.facilities().apply(column.facility()));
    }

    /// Midnight is what a date without a time became.
    private String time(OffsetDateTime at) {
        var time = m.time(at);
        return time.equals("00:00") ? m.t("viewer.sheet.no-time") : time;
    }

    private AnalyteRow row(Analyte analyte, String usual, Map<Analyte, LabValue> newest, List<LabValue> line) {
        var item = Objects.requireNonNull(newest.get(analyte)).item();
        var trend = sheet.trends().get(analyte);
        var drawn = new ArrayList<@Nullable LabCell>();
        sheet.columns().forEach(column -> {
            var value = column.values().get(analyte);
            drawn.add(value == null ? null : cells.of(value));
        });
        return new AnalyteRow(
                item.name(),
                told(analyte, item, usual, newest),
                LocalTestName.words(LocalTestName.of(values(analyte), item.name()), reader.facilities(), m),
                LabUnits.shown(item.unit()),
                range(item, analyte),
                trend == null ? null : trend.id(),
                analyte.isComputed() ? analyte.formula().word() : null,
                analyte.standard()
                        ? TherapyTarget.of(analyte.code(), item.name())
                                .map(TherapyTarget::word)
                                .orElse(null)
                        : null,
                RowJudgement.of(values(analyte)),
                sheet.newest() ? LatestResult.of(line, reader, cells) : null,
                drawn);
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

    private List<LabValue> values(Analyte analyte) {
        return sheet.columns().stream()
                .map(column -> column.values().get(analyte))
                .filter(Objects::nonNull)
                .toList();
    }

    private String range(LabExtract.AnalyteItem item, Analyte analyte) {
        var ranges = values(analyte).stream()
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
