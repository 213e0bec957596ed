package hmnet.care.vitals;

import hmnet.record.charts.ChartEntry;
import org.jspecify.annotations.Nullable;

/// Where the record behind a value is opened (測定値の出どころ).
@FunctionalInterface
public interface VitalPaths {
    /// Null where nothing is to be opened.
    @Nullable
    String of(ChartEntry entry);

    /// The page of the record in a chart.
    static VitalPaths ofChart(String path) {
        return entry -> path + "/records/" + entry.id();
    }
}
