package hmnet.care.finding;

import hmnet.care.viewer.Glance;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Patients of the own facility that were searched (患者検索の画面).
///
/// @param problem why nothing was searched, as in `find.problem.…`, or null
/// @param typed as typed
/// @param found null where nothing was searched yet
/// @param more whether there are more than a page
record FindScreen(
        @Nullable String problem, String typed, @Nullable List<FindLine> found, boolean more) {
    /// One patient.
    ///
    /// @param linked whether the chart is linked to somebody of the region
    /// @param tied whether the facility has shown a tie to them
    /// @param path the chart's address; null where none opens to the reader
    record FindLine(
            String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            int age,
            String sex,
            boolean linked,
            boolean tied,
            @Nullable String path,
            @Nullable Glance glance) {}
}
