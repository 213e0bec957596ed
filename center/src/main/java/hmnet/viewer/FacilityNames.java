package hmnet.viewer;

import hmnet.directory.Facilities;
import hmnet.directory.FacilityId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The names that stand beside entries (施設名の控え). A chart asks for the same few again and again, so an
/// answer holds for some seconds.
@Component
class FacilityNames {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Facilities facilities;
    private final Clock clock;
    private final Map<FacilityId, Known> known = new ConcurrentHashMap<>();

    FacilityNames(Facilities facilities, Clock clock) {
        this.facilities = facilities;
        this.clock = clock;
    }

    String of(FacilityId facility) {
        var now = clock.instant();
        var last = known.get(facility);
        if (last == null || last.until().isBefore(now)) {
            last = new Known(facilities.get(facility).name(), now.plus(FRESH));
            known.put(facility, last);
        }
        return last.name();
    }

    private record Known(String name, Instant until) {}
}
