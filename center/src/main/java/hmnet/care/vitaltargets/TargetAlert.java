package hmnet.care.vitaltargets;

import hmnet.care.labsheet.LabValue;
import hmnet.care.labsheet.Quantity;
import hmnet.record.charts.ChartEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A value that the resident wrote down beyond a bound that they had set (決めた値をこえた測定). It says what the resident
/// wrote for this, and nothing of what the value means.
///
/// @param value as it was written
/// @param bound which it lies beyond
public record TargetAlert(TargetRange range, String value, OffsetDateTime at, BigDecimal bound) {
    /// How long after it was kept a value is told.
    private static final Duration TOLD = Duration.ofHours(24);

    /// What was measured longer ago is no news, as when a notebook of years is typed in.
    private static final Duration NEWS = Duration.ofDays(7);

    /// @param own records of the handbook
    public static List<TargetAlert> of(Collection<VitalTarget> standing, List<ChartEntry> own, OffsetDateTime now) {
        var fresh = own.stream()
                .filter(entry -> entry.receivedAt().isAfter(now.minus(TOLD))
                        && entry.occurredAt().isAfter(now.minus(NEWS)))
                .toList();
        var values = LabValue.of(fresh).stream().filter(LabValue::counts).toList();
        return standing.stream()
                .flatMap(target -> values.stream().flatMap(value -> alert(target.range(), value)))
                .toList();
    }

    private static Stream<TargetAlert> alert(TargetRange range, LabValue value) {
        var item = value.item();
        var number = item.code().equals(range.measure().loinc())
                ? Quantity.of(item.value()).filter(Quantity::exact).map(one -> BigDecimal.valueOf(one.number()))
                : Optional.<BigDecimal>empty();
        return number.flatMap(one -> Optional.ofNullable(range.passed(one))).stream()
                .map(bound -> new TargetAlert(range, item.value().strip(), item.at(), bound));
    }

    /// Whether the value lies above the bound, not below.
    public boolean above() {
        var high = range.alertHigh();
        return high != null && bound.compareTo(high) == 0;
    }
}
