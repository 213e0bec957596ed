package hmnet.care.microbiology;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cultures of a person (微生物).
///
/// @param awaited orders of which no result was received under their number
/// @param older the address of the results before these, or null
public record MicrobiologyScreen(
        ChartFrame chart,
        Period period,
        List<Culture> cultures,
        List<AwaitedOrder> awaited,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// An order without a result (結果未着の依頼).
    ///
    /// @param told what became of it, in words, or empty
    public record AwaitedOrder(
            OffsetDateTime at, String facility, String tests, String specimen, String told, String path) {}

    /// The address of the sheet that this page belongs to.
    public String sheet() {
        return chart.path(chart.tab());
    }
}
