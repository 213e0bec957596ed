package hmnet.care.search;

import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in a chart (カルテ内検索の結果), newest first.
///
/// @param asked the words as they were typed
/// @param also the other spellings that were looked for
/// @param until care before this day was not looked at; null where all of it was
/// @param older the address that looks on, or null
public record SearchScreen(
        ChartFrame chart,
        String asked,
        List<String> also,
        List<SearchHit> found,
        @Nullable LocalDate until,
        @Nullable String older) {
    /// @param words the pieces that hold the first word
    public record SearchHit(Line line, List<String> words) {}
}
