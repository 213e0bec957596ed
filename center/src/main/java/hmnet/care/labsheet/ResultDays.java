package hmnet.care.labsheet;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.RowSelection;
import hmnet.record.charts.RowSelection.RowGroup;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Results by the day they were taken (日ごとの検査結果), for whoever reads them one after the other and not as a sheet.
public final class ResultDays {
    /// What `recent` shows: results of half a year, the newest ones.
    public static final int RECENT_DAYS = 180;

    public static final int RECENT_MOST = 40;
    private static final long KINDS = RecordKind.LABORATORY.mask() | RecordKind.LAB_SAFETY.mask();

    private ResultDays() {}

    /// What one facility took on one day.
    ///
    /// @param comments on the whole report, in the sender's words
    public record ResultDay(LocalDate day, String facility, List<DayResult> results, List<String> comments) {}

    /// One value.
    ///
    /// @param range what is usual, as sent; empty where nothing was
    /// @param struck whether it counts no more
    /// @param specimen what it was measured in; empty where nothing was sent
    /// @param told what is to be known of its state, and what its sender said beside it
    public record DayResult(
            String name,
            String specimen,
            String value,
            String unit,
            String range,
            LabFlag flag,
            boolean struck,
            List<String> told) {
        /// Whether it lies outside what its facility calls usual.
        public boolean outside() {
            return flag != LabFlag.NONE;
        }
    }

    /// The newest ones of a chart.
    ///
    /// @param name of a facility
    public static List<ResultDay> recent(Chart chart, LocalDate today, Function<FacilityId, String> name, Messages m) {
        var since = RangeQuery.since(today.minusDays(RECENT_DAYS)).from();
        var newest = new RowSelection(List.of(new RowGroup(KINDS, since, RECENT_MOST)), 0);
        return of(chart.selection(newest), name, m);
    }

    /// In the order of the entries.
    ///
    /// @param name of a facility
    public static List<ResultDay> of(List<ChartEntry> entries, Function<FacilityId, String> name, Messages m) {
        var values = LabValue.of(entries).stream().collect(groupingBy(value -> ResultPlace.of(value.entry())));
        var days = entries.stream().collect(groupingBy(ResultPlace::of, LinkedHashMap::new, toList()));
        return days.entrySet().stream()
                .map(one -> new ResultDay(
                        one.getKey().day(),
                        name.apply(one.getKey().facility()),
                        values.getOrDefault(one.getKey(), List.of()).stream()
                                .map(value -> result(value, m))
                                .toList(),
                        one.getValue().stream()
                                .flatMap(entry -> LabValue.comments(entry).stream())
                                .distinct()
                                .toList()))
                .toList();
    }

    private static DayResult result(LabValue value, Messages m) {
        var item = value.item();
        return new DayResult(
                item.name(),
                item.specimen(),
                item.value(),
                LabUnits.shown(item.unit()),
                LabSheets.range(item),
                value.flag(),
                value.struck(),
                Stream.of(Stream.of(value.told(m)), LabFlag.unread(item).stream(), item.notes().stream())
                        .flatMap(words -> words)
                        .filter(words -> !words.isBlank())
                        .toList());
    }

    private record ResultPlace(LocalDate day, FacilityId facility) {
        static ResultPlace of(ChartEntry entry) {
            return new ResultPlace(Timelines.day(entry), entry.facility());
        }
    }
}
