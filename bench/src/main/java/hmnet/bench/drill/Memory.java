package hmnet.bench.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Resident memory over time (メモリ推移), a sample every ten seconds.
final class Memory {
    private static final double MEGABYTE = 1 << 20;
    private static final int SAMPLES_PER_MINUTE = 6;

    /// Too few samples say nothing about growth.
    private static final int ENOUGH = 12;

    /// What the second half may reach beyond the first.
    private static final double TOLERATED = 1.25;

    private final List<Double> megabytes = new ArrayList<>();

    void sample(long bytes) {
        if (bytes > 0) {
            megabytes.add(bytes / MEGABYTE);
        }
    }

    double max() {
        return max(0, megabytes.size());
    }

    /// Whether the second half needs no more than the first, warm-up in the first tenth aside.
    boolean flat() {
        var half = megabytes.size() / 2;
        return megabytes.size() < ENOUGH || max(half, megabytes.size()) <= TOLERATED * max(megabytes.size() / 10, half);
    }

    /// Least squares over the second half, in megabytes a minute.
    double slopePerMinute() {
        var half = megabytes.subList(megabytes.size() / 2, megabytes.size());
        var middle = (half.size() - 1) / 2.0;
        var mean = half.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        var above = 0.0;
        var below = 0.0;
        for (var at = 0; at < half.size(); at++) {
            above += (at - middle) * (half.get(at) - mean);
            below += (at - middle) * (at - middle);
        }
        return below == 0 ? 0 : SAMPLES_PER_MINUTE * above / below;
    }

    private double max(int from, int to) {
        return megabytes.subList(from, to).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "max_%.0f_mb,slope_%+.2f_mb_per_min", max(), slopePerMinute());
    }
}
