package hmnet.care.viewer;

import hmnet.care.viewer.TimelineScreen.MatrixCell;
import hmnet.care.viewer.TimelineScreen.MatrixRow;
import hmnet.care.viewer.TimelineScreen.TimelineMatrix;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Overview.MonthlyCount;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The overview above the time line (施設×月の一覧): how much each facility has of each month.
record MonthMatrix(TimelineQuery query, String path, Function<FacilityId, String> name) {
    private static final int MONTHS = 12;

    TimelineMatrix of(List<MonthlyCount> tally, YearMonth newest) {
        var months = Stream.iterate(newest, m -> m.minusMonths(1)).limit(MONTHS).toList();
        var counts = new LinkedHashMap<FacilityId, Map<YearMonth, Integer>>();
        for (var t : tally) {
            counts.computeIfAbsent(t.facility(), f -> new LinkedHashMap<>())
                    .merge(YearMonth.from(t.month()), t.count(), Integer::sum);
        }
        var rows = counts.entrySet().stream()
                .map(row -> new MatrixRow(
                        name.apply(row.getKey()),
                        months.stream()
                                .map(month -> cell(row.getKey(), month, row.getValue()))
                                .toList()))
                .toList();
        return new TimelineMatrix(months, rows);
    }

    private MatrixCell cell(FacilityId facility, YearMonth month, Map<YearMonth, Integer> counts) {
        var address = path + "?facility=" + facility.value() + "&month=" + month;
        var chosen = query.facilityAsked().equals(Optional.of(facility))
                && query.monthAsked().equals(Optional.of(month));
        return new MatrixCell(counts.getOrDefault(month, 0), address, chosen);
    }
}
