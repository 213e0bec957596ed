package hmnet.care.homevitals;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The average of home pressures of one part of the day (朝・晩の平均). A day counts once, however often it was measured
/// then: the average of its values is taken first. It judges nothing.
///
/// @param days on how many days there was a value
/// @param values how many there were
/// @param systolic to the whole number; null where there was none
public record PressureMean(
        DayPart part,
        long days,
        long values,
        @Nullable Long systolic,
        @Nullable Long diastolic) {
    /// The averages of the morning and the evening from one day to another, both included.
    public static List<PressureMean> of(Collection<HomePressure> pressures, LocalDate from, LocalDate until) {
        var within = pressures.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(until))
                .toList();
        return Stream.of(DayPart.values()).map(part -> of(within, part)).toList();
    }

    private static PressureMean of(List<HomePressure> within, DayPart part) {
        var own = within.stream()
                .filter(each -> each.part().equals(Optional.of(part)))
                .toList();
        var days = own.stream().map(HomePressure::day).distinct().count();
        return own.isEmpty()
                ? new PressureMean(part, 0, 0, null, null)
                : new PressureMean(
                        part, days, own.size(), mean(own, HomePressure::systolic), mean(own, HomePressure::diastolic));
    }

    private static long mean(List<HomePressure> own, ToDoubleFunction<HomePressure> number) {
        return Math.round(own.stream().collect(groupingBy(HomePressure::day, averagingDouble(number))).values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow());
    }
}
