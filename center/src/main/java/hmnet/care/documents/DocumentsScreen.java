package hmnet.care.documents;

import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The papers of a person (統合ビューア 文書): by kind, the newest first.
///
/// @param kinds the words of all kinds to choose from
/// @param kind the one that is asked for, or null for all
/// @param older the address of the papers before these, or null
/// @param newest the address of the newest papers, or null when they are shown
/// @param received what came from whom, where there is none
public record DocumentsScreen(
        ChartFrame chart,
        List<String> kinds,
        @Nullable String kind,
        List<PaperList> lists,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// The papers of one kind on this page (種類ごとの文書).
    ///
    /// @param word the end of the key of its heading
    public record PaperList(String word, List<PaperLine> papers) {}

    /// One paper (文書の一件).
    ///
    /// @param preview where its file is shown as pictures, or null
    public record PaperLine(Line line, @Nullable String preview) {}
}
