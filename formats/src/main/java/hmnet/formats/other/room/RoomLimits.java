package hmnet.formats.other.room;

import java.time.Duration;

/// What looking at one file may cost (検査の上限).
///
/// @param processes how many look at one moment
/// @param time for one file
/// @param megabytes of memory of a process
public record RoomLimits(int processes, Duration time, int megabytes) {}
