package hmnet.care.vitals;

import hmnet.care.labsheet.LabFlag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one column of the table says over time (経過図の材料): one series, or two of pressure.
///
/// @param id of its picture on the page
/// @param sign the end of the key of its name
/// @param unit as it is shown; empty where nobody said one
/// @param newest the newest number as it was sent, of a pressure both
/// @param missed when it was to be measured and was not
/// @param bounds numbers to be drawn as lines of their own; none judges a value
/// @param aims ranges to be drawn as bands of their own; the same
public record VitalLine(
        String id,
        String sign,
        String unit,
        String newest,
        OffsetDateTime newestAt,
        List<VitalSeries> series,
        List<MissedVital> missed,
        List<VitalBound> bounds,
        List<VitalAim> aims) {
    /// The same with these lines in its picture.
    public VitalLine withBounds(List<VitalBound> drawn) {
        return new VitalLine(id, sign, unit, newest, newestAt, series, missed, drawn, aims);
    }

    /// The same with what its resident aims at; alert bounds join the lines.
    public VitalLine withAims(List<VitalAim> drawn, List<VitalBound> alerts) {
        var lines = Stream.concat(bounds.stream(), alerts.stream()).toList();
        return new VitalLine(id, sign, unit, newest, newestAt, series, missed, lines, drawn);
    }

    /// A range that somebody aims at (目標の帯).
    ///
    /// @param low the lower end; null where it is open
    /// @param high the upper end
    /// @param mark what stands in the picture
    /// @param name whose it is, in words
    public record VitalAim(@Nullable Double low, @Nullable Double high, String mark, String name) {}

    /// A number that a picture marks with a line (目安の線).
    ///
    /// @param name whose it is, in words
    public record VitalBound(double value, String name) {}

    /// Values that one line joins, oldest first (一続きの値).
    ///
    /// @param low the lower end of the range, where all of its values name the same; else null
    /// @param high the upper end
    public record VitalSeries(
            List<VitalPoint> points,
            @Nullable Double low,
            @Nullable Double high) {}

    /// A number (測定点).
    ///
    /// @param shown as its facility wrote it
    public record VitalPoint(OffsetDateTime at, double value, String shown, LabFlag flag, String facility) {}

    /// A moment without a value that should have one (未測定).
    ///
    /// @param why in words
    public record MissedVital(OffsetDateTime at, String why) {}
}
