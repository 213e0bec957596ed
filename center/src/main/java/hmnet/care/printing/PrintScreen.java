package hmnet.care.printing;

import hmnet.care.viewer.ChartFrame;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What can be printed of a chart (印刷の選択).
///
/// @param parts words of the views
/// @param papers the newest first
/// @param missing the packages that an operator installs before anything can be printed; none where all are here
public record PrintScreen(ChartFrame chart, List<String> parts, List<PrintablePaper> papers, List<String> missing) {
    /// One report, letter or summary (文書の一件).
    public record PrintablePaper(UUID id, LocalDate day, String facility, String title) {}
}
