package hmnet.ground.disaster;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the disaster mode (災害時モードの画面).
///
/// @param problem as in `disaster.problem.…`, or null
/// @param done as in `disaster.done.…`, or null
/// @param standing the one that holds, or null
/// @param asked what waits for a second person, or null
/// @param asks whether the reader may ask; whoever may not can only agree and end
/// @param acts whether the reader may agree and end
/// @param past those that are over, the latest first
record DisasterScreen(
        @Nullable String problem,
        @Nullable String done,
        @Nullable DisasterLine standing,
        @Nullable AskedDisaster asked,
        boolean asks,
        boolean acts,
        List<DisasterLine> past,
        TypedForm typed) {
    static final int HOURS = DisasterTerms.HOURS;
    static final int HOURS_MAX = DisasterTerms.HOURS_MAX;
    static final int WHY_MAX = 200;
    static final int TOWNS_MAX = DisasterArea.TOWNS_MAX;
    static final int AREA_MAX = 1_000;

    /// One that was declared (宣言).
    ///
    /// @param towns empty for the whole region
    /// @param facilities how many lie in its area
    /// @param by who asked and who agreed
    /// @param endedBy who ended it before its time, or null
    record DisasterLine(
            long id,
            List<String> towns,
            long facilities,
            String reason,
            OffsetDateTime since,
            OffsetDateTime until,
            String by,
            String agreed,
            @Nullable String endedBy) {}

    /// What waits for a second person (申請).
    ///
    /// @param facilities how many it would let in
    record AskedDisaster(
            int hours, List<String> towns, long facilities, String reason, String by, OffsetDateTime at, boolean own) {}
}
