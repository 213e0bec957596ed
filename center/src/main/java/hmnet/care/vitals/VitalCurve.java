package hmnet.care.vitals;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.vitals.VitalLine.MissedVital;
import hmnet.care.vitals.VitalLine.VitalAim;
import hmnet.care.vitals.VitalLine.VitalBound;
import hmnet.care.vitals.VitalLine.VitalPoint;
import hmnet.care.vitals.VitalLine.VitalSeries;
import hmnet.ground.design.SvgNumbers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Vital signs drawn to scale (経過図): scale, ranges, lines with their breaks, values, and moments without a value. All
/// numbers are SVG attributes.
///
/// @param joins upright lines that join the two pressures of one moment
/// @param bounds lines that mark a number, whatever was measured
/// @param aims bands of what somebody aims at
/// @param lines the points of a polyline each; where values lie too far apart a new one begins
public record VitalCurve(
        List<VitalBand> bands,
        List<VitalTick> scale,
        List<VitalTick> days,
        List<VitalJoin> joins,
        List<String> lines,
        List<VitalDot> dots,
        List<VitalCross> crosses,
        List<VitalTick> bounds,
        List<VitalAimBand> aims) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 170;
    public static final int LEFT = 40;
    public static final int RIGHT = WIDTH - 12;
    private static final int TOP = 14;
    public static final int BOTTOM = HEIGHT - 36;
    private static final double STEPS = 3;

    /// A reference range.
    public record VitalBand(String y, String height) {}

    /// A range that somebody aims at, with its word.
    public record VitalAimBand(String y, String height, String mark, String markY) {}

    /// A line of the scale, or a day below it.
    ///
    /// @param number what the scale says there
    /// @param at the day, null on the scale
    public record VitalTick(
            String place, String number, @Nullable OffsetDateTime at, String anchor) {}

    /// Both pressures of one moment.
    public record VitalJoin(String x, String from, String to) {}

    /// One value; the shape tells high from low without colour.
    public record VitalDot(String shape, VitalPoint point) {}

    /// A moment without a value.
    public record VitalCross(String path, MissedVital missed) {}

    public static VitalCurve of(VitalLine line, VitalAxis axis) {
        return new CurveDrawing(axis, VitalScale.of(line)).curve(line);
    }

    /// One drawing under way.
    private record CurveDrawing(VitalAxis axis, VitalScale scale) {
        VitalCurve curve(VitalLine line) {
            return new VitalCurve(
                    line.series().stream().flatMap(this::band).toList(),
                    scale.ticks(),
                    Stream.of(axis.from(), axis.middle(), axis.until())
                            .distinct()
                            .map(at -> new VitalTick(number(x(at)), "", at, anchor(at)))
                            .toList(),
                    joins(line),
                    line.series().stream()
                            .flatMap(series -> pieces(series).stream())
                            .toList(),
                    line.series().stream()
                            .flatMap(series -> series.points().stream())
                            .map(this::dot)
                            .toList(),
                    line.missed().stream().map(this::cross).toList(),
                    line.bounds().stream()
                            .map(VitalBound::value)
                            .map(at -> new VitalTick(number(scale.y(at)), number(at), null, "end"))
                            .toList(),
                    line.aims().stream().map(this::aim).toList());
        }

        private VitalAimBand aim(VitalAim aim) {
            var low = aim.low();
            var high = aim.high();
            var top = high == null ? TOP : scale.y(high);
            var bottom = low == null ? BOTTOM : scale.y(low);
            return new VitalAimBand(number(top), number(bottom - top), aim.mark(), number((top + bottom) / 2 + 4));
        }

        private double x(OffsetDateTime at) {
            return LEFT + (RIGHT - LEFT) * axis.place(at);
        }

        private String anchor(OffsetDateTime at) {
            return axis.place(at) < 0.25 ? "start" : axis.place(at) > 0.75 ? "end" : "middle";
        }

        private Stream<VitalBand> band(VitalSeries series) {
            var low = series.low();
            var high = series.high();
            if (low == null && high == null) {
                return Stream.empty();
            }
            var top = high == null ? TOP : scale.y(high);
            var bottom = low == null ? BOTTOM : scale.y(low);
            return Stream.of(new VitalBand(number(top), number(bottom - top)));
        }

        /// A line breaks where two values lie too far apart; a value alone has none.
        private List<String> pieces(VitalSeries series) {
            var pieces = new ArrayList<List<VitalPoint>>();
            for (var point : series.points()) {
                if (pieces.isEmpty() || isFar(pieces.getLast().getLast(), point)) {
                    pieces.add(new ArrayList<>());
                }
                pieces.getLast().add(point);
            }
            return pieces.stream()
                    .filter(piece -> piece.size() > 1)
                    .map(piece -> piece.stream()
                            .map(point -> number(x(point.at())) + "," + number(scale.y(point.value())))
                            .collect(Collectors.joining(" ")))
                    .toList();
        }

        private boolean isFar(VitalPoint one, VitalPoint next) {
            return Duration.between(one.at(), next.at()).compareTo(Duration.ofDays(axis.gapDays())) > 0;
        }

        private List<VitalJoin> joins(VitalLine line) {
            if (line.series().size() != 2) {
                return List.of();
            }
            var below = line.series().getLast().points();
            return line.series().getFirst().points().stream()
                    .flatMap(above -> below.stream()
                            .filter(other -> other.at().isEqual(above.at())
                                    && other.facility().equals(above.facility()))
                            .limit(1)
                            .map(other -> new VitalJoin(
                                    number(x(above.at())),
                                    number(scale.y(above.value())),
                                    number(scale.y(other.value())))))
                    .toList();
        }

        private VitalDot dot(VitalPoint point) {
            return new VitalDot(shape(point.flag(), x(point.at()), scale.y(point.value())), point);
        }

        private static String shape(LabFlag flag, double x, double y) {
            return switch (flag) {
                case HIGH, CRITICAL_HIGH -> polygon(x, y - 5, x + 5, y + 4, x - 5, y + 4);
                case LOW, CRITICAL_LOW -> polygon(x, y + 5, x + 5, y - 4, x - 5, y - 4);
                case NONE, ABNORMAL -> polygon(x - 3, y - 3, x + 3, y - 3, x + 3, y + 3, x - 3, y + 3);
            };
        }

        private VitalCross cross(MissedVital missed) {
            var x = x(missed.at());
            var y = BOTTOM + 9.0;
            return new VitalCross(
                    "M%s %sL%s %sM%s %sL%s %s"
                            .formatted(
                                    number(x - 4),
                                    number(y - 4),
                                    number(x + 4),
                                    number(y + 4),
                                    number(x - 4),
                                    number(y + 4),
                                    number(x + 4),
                                    number(y - 4)),
                    missed);
        }

        private static String polygon(double... numbers) {
            return DoubleStream.of(numbers).mapToObj(CurveDrawing::number).collect(Collectors.joining(" "));
        }

        private static String number(double value) {
            return SvgNumbers.number(value);
        }
    }

    /// From values to the drawing's units, with round numbers beside it.
    private record VitalScale(double least, double most, double step) {
        static VitalScale of(VitalLine line) {
            var measured = line.series().stream()
                    .flatMap(series -> Stream.concat(
                            series.points().stream().map(VitalPoint::value),
                            Stream.of(series.low(), series.high())
                                    .filter(Objects::nonNull)
                                    .map(Objects::requireNonNull)));
            var aims = line.aims().stream()
                    .flatMap(aim -> Stream.of(aim.low(), aim.high())
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull));
            var marks = Stream.concat(line.bounds().stream().map(VitalBound::value), aims);
            var all = Stream.concat(measured, marks)
                    .mapToDouble(Double::doubleValue)
                    .summaryStatistics();
            var step = round((all.getMax() - all.getMin()) / STEPS, Math.abs(all.getMax()));
            return new VitalScale(
                    Math.floor(all.getMin() / step) * step - (all.getMin() == all.getMax() ? step : 0),
                    Math.ceil(all.getMax() / step) * step + (all.getMin() == all.getMax() ? step : 0),
                    step);
        }

        /// The next of 1, 2, 5, 10 …; of values that are all alike a part of the value itself.
        private static double round(double wanted, double largest) {
            var least = wanted > 0 ? wanted : Math.max(largest / 20, 0.1);
            var power = Math.pow(10, Math.floor(Math.log10(least)));
            return Stream.of(1, 2, 5, 10)
                    .map(of -> of * power)
                    .filter(of -> of >= least * 0.999)
                    .findFirst()
                    .orElse(10 * power);
        }

        double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (value - least) / (most - least);
        }

        List<VitalTick> ticks() {
            var ticks = new ArrayList<VitalTick>();
            for (var n = 0; least + n * step <= most + step / 2; n++) {
                var at = least + n * step;
                ticks.add(new VitalTick(SvgNumbers.number(y(at)), SvgNumbers.number(at), null, "end"));
            }
            return ticks;
        }
    }
}
