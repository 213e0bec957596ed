package hmnet.care.vitaltargets;

import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a resident wants a measure to be, and when they want to be told (目標の範囲と知らせる値). A bound itself is within.
///
/// @param low the lower end of the target; null for none
/// @param high the upper end
/// @param alertLow a value below it is told
/// @param alertHigh a value above it is told
/// @param origin who named the numbers
/// @param setOn the day on which they were named
/// @param advice whom to turn to, in the resident's own words; may be empty
public record TargetRange(
        OwnMeasure measure,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal alertLow,
        @Nullable BigDecimal alertHigh,
        TargetOrigin origin,
        LocalDate setOn,
        String advice) {
    /// The alert bound that a number lies beyond; null where it lies beyond none.
    @Nullable
    BigDecimal passed(BigDecimal number) {
        if (alertHigh != null && number.compareTo(alertHigh) > 0) {
            return alertHigh;
        }
        return alertLow != null && number.compareTo(alertLow) < 0 ? alertLow : null;
    }
}
