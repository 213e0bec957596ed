package hmnet.care.arrangement;

import hmnet.care.viewer.PageWishes.ReaderWishes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a user wants pages to open (表示の設定の画面).
///
/// @param told what was done, as in `arrangement.told.…`, or null
record ArrangementScreen(ReaderWishes wishes, @Nullable String told) {
    static final List<String> PANELS = List.of("problems", "medicines", "results", "visits", "fresh", "questions");
    static final List<String> TIMELINE = List.of("2w", "3m", "1y", "all");
    static final List<String> LABORATORY = List.of("3m", "6m", "1y", "3y", "all");
    static final int COLUMNS = 3;

    /// The panel chosen for the head of a column, or empty.
    String head(int column) {
        return column < wishes.panels().size() ? wishes.panels().get(column) : "";
    }
}
