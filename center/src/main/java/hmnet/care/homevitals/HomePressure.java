package hmnet.care.homevitals;

import static java.util.stream.Collectors.groupingBy;

import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.Quantity;
import hmnet.care.viewer.ChartFrames;
import hmnet.record.charts.ChartEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Both pressures of one moment at home (家庭血圧の一回).
///
/// @param at in Japan's time
public record HomePressure(LocalDateTime at, double systolic, double diastolic) {
    /// Of records of the handbook those that hold both pressures; what was taken back is none.
    public static List<HomePressure> of(List<ChartEntry> entries) {
        return LabValue.of(entries).stream()
                .filter(LabValue::counts)
                .collect(groupingBy(value -> value.entry().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(HomePressure::pair)
                .toList();
    }

    private static Stream<HomePressure> pair(List<LabValue> values) {
        var above = number(values, OwnMeasure.SYSTOLIC);
        var below = number(values, OwnMeasure.DIASTOLIC);
        return above.isEmpty() || below.isEmpty()
                ? Stream.empty()
                : Stream.of(new HomePressure(
                        values.getFirst()
                                .item()
                                .at()
                                .atZoneSameInstant(ChartFrames.JAPAN)
                                .toLocalDateTime(),
                        above.get(),
                        below.get()));
    }

    private static Optional<Double> number(List<LabValue> values, OwnMeasure measure) {
        return values.stream()
                .filter(value -> value.item().code().equals(measure.loinc()))
                .flatMap(value -> Quantity.of(value.item().value()).stream())
                .filter(Quantity::exact)
                .map(Quantity::number)
                .findFirst();
    }

    Optional<DayPart> part() {
        return DayPart.of(at);
    }

    LocalDate day() {
        return DayPart.day(at);
    }
}
