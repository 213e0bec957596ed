package hmnet.care.viewer;

import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;

/// Where an entry stands in time (時系列の日).
public final class Timelines {
    private Timelines() {}

    /// Its day in Japan.
    public static LocalDate day(ChartEntry entry) {
        return LocalDate.ofInstant(entry.occurredAt().toInstant(), ChartFrames.JAPAN);
    }
}
