package hmnet.ground.crewshifts;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operators' page of crews' devices (救急隊の端末の画面).
///
/// @param problem as in `crewshifts.problem.…`, or null
/// @param done as in `crewshifts.done.…`, or null
/// @param facilities those whose crews take part
record CrewShiftScreen(@Nullable String problem, @Nullable String done, List<CrewFacility> facilities) {
    static final int WHY_MAX = 200;
    static final int NOTICE_DAYS = CrewShiftChanges.NOTICE_DAYS;
    static final int HOURS = CrewShift.HOURS;
    static final int HOURS_MAX = CrewShift.HOURS_MAX;

    /// A facility whose crews take part (消防の施設).
    ///
    /// @param hours of a shift; 0 where any sign-in will do
    /// @param devices registered ones that count
    /// @param runningOut whether the last of them runs out within a month, so that no crew could come in
    /// @param asked what waits for a second operator, or null
    /// @param typed what was typed for it and cannot be used
    record CrewFacility(
            long id,
            String name,
            String code,
            int hours,
            long devices,
            boolean runningOut,
            @Nullable AskedChange asked,
            TypedForm typed) {}

    /// What waits for a second operator (設定の申請).
    ///
    /// @param hours 0 for no rule any more
    record AskedChange(int hours, String why, String by, OffsetDateTime at, boolean own) {}
}
