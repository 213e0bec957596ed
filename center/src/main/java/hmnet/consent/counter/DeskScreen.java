package hmnet.consent.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a hospital's desk ties its chart number to a card (診察券とカードの紐付け).
///
/// @param problem `no-chart`, `no-card`, `tied-elsewhere` or `my-number`; or null
/// @param done the chart number just tied, or null
/// @param match what to compare before tying, or null
record DeskScreen(
        @Nullable String problem,
        @Nullable String done,
        @Nullable CardMatch match) {
    /// The chart and the card side by side.
    ///
    /// @param card what the form sends back for the card: as it was read, or a token for it
    public record CardMatch(String chartNumber, String card, List<ComparisonLine> lines) {
        public boolean differs() {
            return lines.stream().anyMatch(line -> !line.same());
        }
    }

    /// @param what `name`, `kana`, `birth`, `sex` or `town`
    public record ComparisonLine(String what, String chart, String card, boolean same) {}
}
