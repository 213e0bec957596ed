package hmnet.care.labsheet;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values that may join one line: same analyte, specimen and method group (検査値の推移). Oldest first.
///
/// @param method what makes the values comparable, as shown under the curve
/// @param called the other names that its facilities have for it
/// @param low the reference range's lower end, or null
/// @param high the reference range's upper end, or null
public record LabTrend(
        String id,
        String analyte,
        String unit,
        String method,
        List<String> called,
        @Nullable Double low,
        @Nullable Double high,
        List<Point> points) {
    /// @param shown the value as its facility wrote it
    public record Point(OffsetDateTime at, double value, String shown, LabFlag flag, String facility) {}
}
