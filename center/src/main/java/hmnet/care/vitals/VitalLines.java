package hmnet.care.vitals;

import hmnet.care.labsheet.Quantity;
import hmnet.care.vitals.VitalLine.MissedVital;
import hmnet.care.vitals.VitalLine.VitalPoint;
import hmnet.care.vitals.VitalLine.VitalSeries;
import hmnet.care.vitals.VitalMeasurement.VitalColumn;
import hmnet.formats.model.extract.LabExtract.AnalyteItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the numbers of a column together (経過図の組立): those of one sign and one unit, whoever measured them.
record VitalLines(Function<FacilityId, String> facilities, Messages m) {
    /// One for each column that has a number.
    List<VitalLine> of(List<VitalMeasurement> measured) {
        var columns = VitalTables.columns(measured);
        var lines = new ArrayList<VitalLine>();
        for (var column : columns) {
            var own = measured.stream()
                    .filter(each -> VitalTables.standsIn(column, each, columns))
                    .sorted(Comparator.comparing(VitalMeasurement::at))
                    .toList();
            line("vital-" + (lines.size() + 1), column, own).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<VitalLine> line(String id, VitalColumn column, List<VitalMeasurement> measured) {
        var series = Stream.of(VitalSign.values())
                .map(sign -> measured.stream()
                        .filter(each -> each.is(sign) && each.number().isPresent())
                        .toList())
                .filter(own -> !own.isEmpty())
                .map(this::series)
                .toList();
        return measured.stream()
                .filter(each -> each.number().isPresent())
                .reduce((earlier, later) -> later)
                .map(last -> new VitalLine(
                        id,
                        column.sign(),
                        column.unit(),
                        newest(last, measured),
                        last.at(),
                        series,
                        measured.stream()
                                .filter(VitalMeasurement::missed)
                                .map(each -> new MissedVital(each.at(), each.told(m)))
                                .distinct()
                                .toList(),
                        List.of(),
                        List.of()));
    }

    /// Of a pressure both, where both were measured.
    private static String newest(VitalMeasurement last, List<VitalMeasurement> measured) {
        return measured.stream()
                .filter(each -> each.number().isPresent())
                .filter(each -> each.equals(last)
                        || each.is(VitalSign.SYSTOLIC) && VitalTables.isBelow(last, each)
                        || last.is(VitalSign.SYSTOLIC) && VitalTables.isBelow(each, last))
                .sorted(Comparator.comparing(VitalMeasurement::sign, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(each -> each.value().item().value().strip())
                .collect(Collectors.joining("/"));
    }

    private VitalSeries series(List<VitalMeasurement> measured) {
        return new VitalSeries(
                measured.stream()
                        .flatMap(each -> each.number().stream()
                                .map(number -> new VitalPoint(
                                        each.at(),
                                        number,
                                        each.value().item().value().strip(),
                                        each.value().flag(),
                                        facilities.apply(each.value().entry().facility()))))
                        .toList(),
                shared(measured, AnalyteItem::low),
                shared(measured, AnalyteItem::high));
    }

    /// One end of the range, where all of them name the same: a band is drawn for all.
    private static @Nullable Double shared(List<VitalMeasurement> measured, Function<AnalyteItem, String> end) {
        var ends = measured.stream()
                .map(each -> Quantity.of(end.apply(each.value().item())))
                .collect(Collectors.toSet());
        return ends.size() == 1 ? ends.iterator().next().map(Quantity::number).orElse(null) : null;
    }

    /// From the first to the last moment of all of them.
    static Optional<VitalAxis> axis(List<VitalMeasurement> measured) {
        var moments = measured.stream().map(VitalMeasurement::at).toList();
        return moments.stream()
                .min(OffsetDateTime::compareTo)
                .flatMap(from ->
                        moments.stream().max(OffsetDateTime::compareTo).map(until -> new VitalAxis(from, until)));
    }
}
