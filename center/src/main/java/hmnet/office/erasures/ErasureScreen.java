package hmnet.office.erasures;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of erasures that wait for a second officer (消去の承認の画面).
///
/// @param problem as in `erasures.problem.…`, or null
/// @param done as in `erasures.done.…`, or null
record ErasureScreen(@Nullable String problem, @Nullable String done, List<AskedErasure> asked) {
    /// One request.
    ///
    /// @param chart its number; null for all that the facility sent
    /// @param charts how many were counted when it was asked for
    /// @param own whether the reader asked
    record AskedErasure(
            String facility,
            String code,
            String path,
            @Nullable String chart,
            long charts,
            long records,
            String why,
            String by,
            OffsetDateTime at,
            boolean own) {
        /// Whether more goes than the chart that was asked for.
        boolean takesOthers() {
            return chart != null && charts > 1;
        }
    }
}
