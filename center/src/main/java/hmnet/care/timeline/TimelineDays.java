package hmnet.care.timeline;

import hmnet.care.timeline.TimelineScreen.TimelineDay;
import hmnet.care.timeline.TimelineScreen.TimelineFacility;
import hmnet.care.viewer.Timelines;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines by day and facility (日ごとの並び), and where a page ends.
final class TimelineDays {
    private TimelineDays() {}

    static List<TimelineDay> of(List<Line> lines) {
        var days = new LinkedHashMap<LocalDate, Map<String, List<Line>>>();
        for (var line : lines) {
            days.computeIfAbsent(line.day(), day -> new LinkedHashMap<>())
                    .computeIfAbsent(line.facility(), facility -> new ArrayList<>())
                    .add(line);
        }
        return days.entrySet().stream()
                .map(day -> new TimelineDay(
                        day.getKey(),
                        day.getValue().entrySet().stream()
                                .map(of -> new TimelineFacility(of.getKey(), of.getValue()))
                                .toList()))
                .toList();
    }

    /// A page ends between two days, so that no order is torn in two: the last day of more than a page waits for the
    /// next one. Empty where all of it is of one day, which then is a page of its own.
    ///
    /// @param found newest first, one more than a page where there is more
    static List<ChartEntry> wholeDays(List<ChartEntry> found, int page) {
        if (found.size() <= page) {
            return found;
        }
        var torn = Timelines.day(found.getLast());
        return found.stream()
                .filter(entry -> !Timelines.day(entry).equals(torn))
                .toList();
    }
}
