package hmnet.ground.crewshifts;

import java.time.Duration;

/// What holds for the crews of a facility (救急隊の勤務).
///
/// @param hours of a shift, from the sign-in at the device
record CrewShift(int hours) {
    static final int HOURS = 12;
    static final int HOURS_MAX = 24;

    Duration length() {
        return Duration.ofHours(hours);
    }
}
