package hmnet.record.intake;

import hmnet.ground.directory.FacilityId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many files each facility sent in tars within this hour of the clock, on this node (1時間の受信件数).
final class EntriesOfHour {
    private final Map<FacilityId, HourCount> counts = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int most;

    /// @param most 0 for no limit
    EntriesOfHour(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    private record HourCount(Instant hour, long files) {}

    boolean full(FacilityId facility) {
        var count = counts.get(facility);
        return most > 0 && count != null && count.hour().equals(hour()) && count.files() >= most;
    }

    /// Until the next hour begins.
    long secondsToWait() {
        return ChronoUnit.SECONDS.between(clock.instant(), hour().plus(1, ChronoUnit.HOURS)) + 1;
    }

    void add(FacilityId facility, int files) {
        var hour = hour();
        counts.merge(
                facility,
                new HourCount(hour, files),
                (before, now) -> before.hour().equals(hour) ? new HourCount(hour, before.files() + files) : now);
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }
}
