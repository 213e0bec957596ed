package hmnet.care.handbook;

import hmnet.care.labsheet.LabFlag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a resident's results (検査の結果の画面).
///
/// @param older the address of what lies before; null for nothing
/// @param newest the address of the first page; null where it is this one
public record OwnResultsScreen(
        List<ResultDay> days,
        @Nullable String older,
        @Nullable String newest,
        OwnSources sources) {
    /// What one facility took on one day.
    ///
    /// @param comments on the whole report, in the sender's words
    public record ResultDay(LocalDate day, String facility, List<OwnResult> results, List<String> comments) {}

    /// One value.
    ///
    /// @param range what is usual, as sent; empty where nothing was
    /// @param struck whether it counts no more
    /// @param specimen what it was measured in; empty where nothing was sent
    /// @param told what is to be known of its state, and what its sender said beside it
    public record OwnResult(
            String name,
            String specimen,
            String value,
            String unit,
            String range,
            LabFlag flag,
            boolean struck,
            List<String> told) {
        /// Whether it lies outside what its facility calls usual.
        public boolean outside() {
            return flag != LabFlag.NONE;
        }
    }
}
