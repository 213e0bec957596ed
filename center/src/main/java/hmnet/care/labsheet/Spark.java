package hmnet.care.labsheet;

import hmnet.ground.design.SvgNumbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The numbers of one analyte as a small curve in its row (推移の小さな図), the newest to the right, each as far from
/// the next: it shows the direction, the curve below the sheet shows the days.
///
/// @param line the points of a polyline
/// @param x where the newest value stands
public record Spark(String line, String x, String y, LabFlag flag) {
    public static final int WIDTH = 72;
    public static final int HEIGHT = 15;
    private static final int MARGIN = 3;
    private static final int MOST = 12;

    /// @param values oldest first
    public static @Nullable Spark of(List<LabValue> values) {
        var numbers = values.stream()
                .filter(LabValue::counts)
                .filter(value -> Quantity.of(value.item().value())
                        .filter(Quantity::exact)
                        .isPresent())
                .toList();
        if (numbers.size() < 2) {
            return null;
        }
        var drawn = numbers.subList(Math.max(0, numbers.size() - MOST), numbers.size());
        var ys = drawn.stream()
                .map(value -> Quantity.of(value.item().value()).orElseThrow().number())
                .toList();
        var range = ys.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        var points = IntStream.range(0, ys.size())
                .mapToObj(n -> x(n, ys.size()) + "," + y(ys.get(n), range.getMin(), range.getMax()))
                .collect(Collectors.joining(" "));
        return new Spark(
                points,
                x(ys.size() - 1, ys.size()),
                y(ys.getLast(), range.getMin(), range.getMax()),
                drawn.getLast().flag());
    }

    private static String x(int n, int of) {
        return SvgNumbers.number(MARGIN + (WIDTH - 2.0 * MARGIN) * n / (of - 1));
    }

    private static String y(double value, double least, double most) {
        return SvgNumbers.number(
                most == least
                        ? HEIGHT / 2.0
                        : HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (value - least) / (most - least));
    }
}
