package hmnet.care.handbook;

import hmnet.care.timeline.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a resident's visits (受診の記録の画面).
///
/// @param older the address of what lies before; null for nothing
/// @param newest the address of the first page; null where it is this one
public record OwnVisitsScreen(
        List<OwnVisitDay> days,
        @Nullable String older,
        @Nullable String newest,
        OwnSources sources) {
    /// What one facility did on one day.
    public record OwnVisitDay(LocalDate day, String facility, List<Line> lines) {}

    static List<OwnVisitDay> days(List<Line> lines) {
        var days = new LinkedHashMap<VisitPlace, List<Line>>();
        lines.forEach(
                line -> days.computeIfAbsent(new VisitPlace(line.day(), line.facility()), place -> new ArrayList<>())
                        .add(line));
        return days.entrySet().stream()
                .map(one -> new OwnVisitDay(one.getKey().day(), one.getKey().facility(), one.getValue()))
                .toList();
    }

    private record VisitPlace(LocalDate day, String facility) {}
}
