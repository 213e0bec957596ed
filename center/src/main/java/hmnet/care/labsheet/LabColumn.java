package hmnet.care.labsheet;

import hmnet.care.viewer.Timelines;
import hmnet.ground.directory.FacilityId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What one facility measured on one day (採取ごとの列). What it measured again that day is a column of its
/// own.
///
/// @param at the first moment in it
record LabColumn(LocalDate day, FacilityId facility, OffsetDateTime at, Map<Analyte, LabValue> values) {
    /// The columns of values given newest first, in that order.
    static List<LabColumn> of(List<LabValue> values) {
        var places = new LinkedHashMap<SamplingPlace, TreeMap<OffsetDateTime, List<LabValue>>>();
        for (var value : values) {
            places.computeIfAbsent(SamplingPlace.of(value), p -> new TreeMap<>(OffsetDateTime.timeLineOrder()))
                    .computeIfAbsent(value.entry().occurredAt(), at -> new ArrayList<>())
                    .add(value);
        }
        var columns = new ArrayList<LabColumn>();
        places.forEach((place, moments) -> {
            var ofPlace = new ArrayList<LabColumn>();
            moments.forEach((at, found) -> add(ofPlace, place, at, found));
            columns.addAll(ofPlace.reversed());
        });
        return columns;
    }

    private static void add(List<LabColumn> columns, SamplingPlace place, OffsetDateTime at, List<LabValue> found) {
        if (columns.isEmpty() || found.stream().anyMatch(v -> columns.getLast().has(v))) {
            columns.add(new LabColumn(place.day(), place.facility(), at, new LinkedHashMap<>()));
        }
        var last = columns.getLast().values();
        var again = found.stream()
                .filter(v -> last.putIfAbsent(v.analyte(), v) != null)
                .toList();
        if (!again.isEmpty()) {
            add(columns, place, at, again);
        }
    }

    private boolean has(LabValue value) {
        return values.containsKey(value.analyte());
    }

    /// As many whole days as fit, one at least: a page ends between days.
    static List<LabColumn> wholeDays(List<LabColumn> columns, int most) {
        if (columns.size() <= most) {
            return columns;
        }
        var cut = columns.get(most).day();
        var whole = columns.stream().filter(c -> c.day().isAfter(cut)).toList();
        return whole.isEmpty()
                ? columns.stream().filter(c -> !c.day().isBefore(cut)).toList()
                : whole;
    }

    private record SamplingPlace(LocalDate day, FacilityId facility) {
        static SamplingPlace of(LabValue value) {
            return new SamplingPlace(Timelines.day(value.entry()), value.entry().facility());
        }
    }
}
