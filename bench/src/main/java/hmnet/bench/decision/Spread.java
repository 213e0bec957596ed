package hmnet.bench.decision;

import java.util.List;
import java.util.Locale;

/// Figures in their order (分布), for percentiles; 0 where there are none.
record Spread(List<Double> sorted) {
    static Spread of(List<Double> figures) {
        return new Spread(figures.stream().sorted().toList());
    }

    /// @param percent 100 is the greatest
    double at(int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    double middle() {
        return at(50);
    }

    String text(int percent) {
        return text(at(percent));
    }

    static String text(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
