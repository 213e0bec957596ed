package hmnet.care.handbook;

import hmnet.care.labsheet.LabFlag;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a resident's results (検査の結果の画面).
///
/// @param older the address of what lies before; null for nothing
/// @param newest the address of the first page; null where it is this one
/// @param received what each facility sent
public record OwnResultsScreen(
        List<ResultDay> days,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// What one facility took on one day.
    public record ResultDay(LocalDate day, String facility, List<OwnResult> results) {}

    /// One value.
    ///
    /// @param range what is usual, as sent; empty where nothing was
    /// @param struck whether it counts no more
    /// @param told what is to be known of its state; empty for one that is settled
    public record OwnResult(
            String name, String value, String unit, String range, LabFlag flag, boolean struck, String told) {
        /// Whether it lies outside what its facility calls usual.
        public boolean outside() {
            return flag != LabFlag.NONE;
        }
    }
}
