package hmnet.ground.certificates;

import hmnet.ground.directory.FacilityId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How often the log tells that a facility's machine was refused a registration (拒否の記録の間引き): once an hour for
/// each facility and reason. A gateway tries again and again.
@Component
class RefusalPace {
    private static final Duration REST = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private record RefusalKind(FacilityId facility, RenewalObjection objection) {}

    private final Map<RefusalKind, Instant> written = new ConcurrentHashMap<>();
    private final Clock clock;

    RefusalPace(Clock clock) {
        this.clock = clock;
    }

    boolean writes(FacilityId facility, RenewalObjection objection) {
        var now = clock.instant();
        if (written.size() >= MOST) {
            written.values().removeIf(at -> at.plus(REST).isBefore(now));
        }
        var kept = written.merge(
                new RefusalKind(facility, objection),
                now,
                (before, at) -> before.plus(REST).isAfter(at) ? before : at);
        return kept.equals(now);
    }
}
