package hmnet.office.stops;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of a hospital's stop (提供の停止の画面).
///
/// @param problem as in `stops.problem.…`, or null
/// @param done as in `stops.done.…`, or null
/// @param now the stop that lasts, or null
/// @param asked what waits for a second person, or null
/// @param earlier the stops that are over, the newest first
record StopScreen(
        @Nullable String problem,
        @Nullable String done,
        String facility,
        @Nullable StopLine now,
        @Nullable AskedResumption asked,
        List<StopLine> earlier) {
    static final int WHY_MAX = 200;

    /// One stop.
    record StopLine(
            String why,
            String by,
            OffsetDateTime at,
            @Nullable String resumedBy,
            @Nullable OffsetDateTime resumedAt) {}

    /// A proposal to start again.
    ///
    /// @param own whether the reader made it
    record AskedResumption(String why, String by, OffsetDateTime at, boolean own) {}
}
