package hmnet.care.vitals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.labsheet.LabUnits;
import hmnet.care.viewer.Mark;
import hmnet.care.vitals.VitalMeasurement.VitalColumn;
import hmnet.care.vitals.VitalTable.NamedReading;
import hmnet.care.vitals.VitalTable.VitalHead;
import hmnet.care.vitals.VitalTable.VitalPart;
import hmnet.care.vitals.VitalTable.VitalReading;
import hmnet.care.vitals.VitalTable.VitalRow;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Puts measurements of one moment and facility into a row (経過表の組立). Every value stands somewhere.
///
/// @param paths where a record is opened
record VitalTables(Function<FacilityId, String> facilities, VitalPaths paths, Messages m) {
    private record VitalMoment(OffsetDateTime at, FacilityId facility, boolean checkup) {
        static VitalMoment of(VitalMeasurement measured) {
            var entry = measured.value().entry();
            return new VitalMoment(
                    measured.at().truncatedTo(ChronoUnit.MINUTES),
                    entry.facility(),
                    entry.kind() == RecordKind.CHECKUP);
        }
    }

    VitalTable of(List<VitalMeasurement> measured) {
        var columns = columns(measured);
        var rows = measured.stream().collect(groupingBy(VitalMoment::of, LinkedHashMap::new, toList()));
        return new VitalTable(
                columns.stream().map(VitalHead::of).toList(),
                rows.entrySet().stream()
                        .sorted(Comparator.comparing(row -> row.getKey().at().toInstant(), Comparator.reverseOrder()))
                        .map(row -> row(row.getKey(), row.getValue(), columns))
                        .toList());
    }

    /// In the order of the signs. What was not measured names no unit and opens no column beside one of its sign.
    static List<VitalColumn> columns(List<VitalMeasurement> measured) {
        var all = Stream.of(VitalSign.values())
                .flatMap(sign -> measured.stream().filter(each -> each.is(sign)))
                .flatMap(each -> each.column().stream())
                .distinct()
                .toList();
        return all.stream()
                .filter(column -> !column.unit().isEmpty()
                        || all.stream()
                                .noneMatch(other -> other.sign().equals(column.sign())
                                        && !other.unit().isEmpty())
                        || measured.stream()
                                .anyMatch(each ->
                                        each.column().filter(column::equals).isPresent() && !each.missed()))
                .toList();
    }

    /// Where a value stands: under its unit, or under the first column of its sign.
    static boolean standsIn(VitalColumn column, VitalMeasurement each, List<VitalColumn> columns) {
        return each.column()
                .map(own -> columns.contains(own)
                        ? own.equals(column)
                        : columns.stream()
                                .filter(other -> other.sign().equals(own.sign()))
                                .findFirst()
                                .filter(column::equals)
                                .isPresent())
                .orElse(false);
    }

    private VitalRow row(VitalMoment moment, List<VitalMeasurement> measured, List<VitalColumn> columns) {
        return new VitalRow(
                moment.at(),
                facilities.apply(moment.facility()),
                moment.checkup(),
                measured.stream()
                        .flatMap(each -> Mark.allOf(each.value().entry()).stream())
                        .distinct()
                        .toList(),
                columns.stream()
                        .map(column -> readings(measured.stream()
                                .filter(each -> standsIn(column, each, columns))
                                .toList()))
                        .toList(),
                measured.stream()
                        .filter(each -> each.sign() == null)
                        .map(each -> new NamedReading(
                                each.value().item().name(),
                                LabUnits.shown(each.value().item().unit()),
                                reading(List.of(each))))
                        .toList());
    }

    /// A pressure above stands with the one below that was measured with it.
    private List<VitalReading> readings(List<VitalMeasurement> measured) {
        var left = new ArrayList<>(measured);
        var readings = new ArrayList<VitalReading>();
        for (var each : measured) {
            if (each.is(VitalSign.SYSTOLIC)) {
                var below = left.stream().filter(other -> isBelow(other, each)).findFirst();
                below.ifPresent(left::remove);
                left.remove(each);
                readings.add(below.map(found -> pair(each, found)).orElseGet(() -> withGap(each, 1)));
            }
        }
        left.forEach(each -> readings.add(each.is(VitalSign.DIASTOLIC) ? withGap(each, 0) : reading(List.of(each))));
        return readings;
    }

    static boolean isBelow(VitalMeasurement other, VitalMeasurement above) {
        return other.is(VitalSign.DIASTOLIC)
                && other.value().entry().id().equals(above.value().entry().id())
                && other.at().isEqual(above.at())
                && other.turn().equals(above.turn());
    }

    private VitalReading pair(VitalMeasurement above, VitalMeasurement below) {
        boolean none = above.missed() && below.missed();
        return none ? reading(List.of(above)) : reading(List.of(above, below));
    }

    private VitalReading withGap(VitalMeasurement each, int place) {
        var reading = reading(List.of(each));
        if (each.missed()) {
            return reading;
        }
        var parts = new ArrayList<>(reading.parts());
        parts.add(place, new VitalPart("", LabFlag.NONE, false));
        return new VitalReading(parts, reading.told(), reading.missed(), reading.notes(), reading.path());
    }

    private VitalReading reading(List<VitalMeasurement> measured) {
        var first = measured.getFirst();
        return new VitalReading(
                measured.stream()
                        .map(each -> new VitalPart(
                                each.value().item().value().strip(),
                                each.value().flag(),
                                each.value().struck()))
                        .toList(),
                measured.stream()
                        .map(each -> each.told(m))
                        .filter(words -> !words.isEmpty())
                        .distinct()
                        .collect(joining(m.t("viewer.comma"))),
                measured.stream().allMatch(VitalMeasurement::missed),
                measured.stream()
                        .flatMap(each -> each.notes().stream())
                        .distinct()
                        .toList(),
                paths.of(first.value().entry()));
    }
}
