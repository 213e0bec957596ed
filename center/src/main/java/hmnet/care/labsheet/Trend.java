package hmnet.care.labsheet;

import hmnet.ground.design.SvgNumbers;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A trend drawn to scale (推移図): a line, its points, the reference band. All numbers are SVG attributes.
record Trend(String line, List<Dot> dots, @Nullable Band band) {
    public static final int WIDTH = 360;
    public static final int HEIGHT = 180;
    private static final int LEFT = 16;
    private static final int RIGHT = WIDTH - 16;
    private static final int TOP = 24;
    private static final int BOTTOM = HEIGHT - 44;
    /// Up to so many points each carries its value; beyond, the outermost and the abnormal ones do.
    private static final int ALL_LABELLED = 7;

    /// One value. The shape tells high from low without colour.
    public record Dot(
            String x, String y, String shape, String labelY, String anchor, boolean labelled, LabTrend.Point point) {}

    /// The reference range.
    public record Band(String y, String height) {}

    public static Trend of(LabTrend trend) {
        var points = trend.points();
        var scale = Scale.of(trend);
        var dots = points.stream().map(point -> dot(point, scale, points)).toList();
        var line = dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        return new Trend(line, dots, scale.band(trend));
    }

    private static Dot dot(LabTrend.Point point, Scale scale, List<LabTrend.Point> all) {
        var x = scale.x(point.at());
        var y = scale.y(point.value());
        var outermost = point.equals(all.getFirst()) || point.equals(all.getLast());
        return new Dot(
                SvgNumbers.number(x),
                SvgNumbers.number(y),
                shape(point.flag(), x, y),
                SvgNumbers.number(point.flag() == LabFlag.LOW || point.flag() == LabFlag.CRITICAL_LOW ? y + 18 : y - 9),
                x < LEFT + 20 ? "start" : x > RIGHT - 20 ? "end" : "middle",
                outermost || all.size() <= ALL_LABELLED,
                point);
    }

    private static String shape(LabFlag flag, double x, double y) {
        return switch (flag) {
            case HIGH, CRITICAL_HIGH -> polygon(x, y - 6, x + 6, y + 5, x - 6, y + 5);
            case LOW, CRITICAL_LOW -> polygon(x, y + 6, x + 6, y - 5, x - 6, y - 5);
            case NONE, ABNORMAL -> polygon(x - 4, y - 4, x + 4, y - 4, x + 4, y + 4, x - 4, y + 4);
        };
    }

    private static String polygon(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(SvgNumbers::number).collect(Collectors.joining(" "));
    }

    /// From days and values to the drawing's units.
    private record Scale(long first, long last, double least, double most) {
        static Scale of(LabTrend trend) {
            var values = trend.points().stream().map(LabTrend.Point::value);
            var ends = Stream.of(trend.low(), trend.high()).filter(end -> end != null);
            var all =
                    Stream.concat(values, ends).mapToDouble(Double::doubleValue).summaryStatistics();
            var room = Math.max((all.getMax() - all.getMin()) * 0.1, 1e-9);
            return new Scale(
                    seconds(trend.points().getFirst().at()),
                    seconds(trend.points().getLast().at()),
                    all.getMin() - room,
                    all.getMax() + room);
        }

        private static long seconds(OffsetDateTime at) {
            return at.toEpochSecond();
        }

        double x(OffsetDateTime at) {
            return last == first
                    ? (LEFT + RIGHT) / 2.0
                    : LEFT + (RIGHT - LEFT) * (double) (seconds(at) - first) / (last - first);
        }

        double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * (value - least) / (most - least);
        }

        /// A range open at one end reaches to the edge of the drawing.
        @Nullable
        Band band(LabTrend trend) {
            if (trend.low() == null && trend.high() == null) {
                return null;
            }
            var top = trend.high() == null ? TOP : y(trend.high());
            var bottom = trend.low() == null ? BOTTOM : y(trend.low());
            return new Band(SvgNumbers.number(top), SvgNumbers.number(bottom - top));
        }
    }
}
