package hmnet.ground.witnesses;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Says in the log when a witness is silent (立会人の沈黙の警報): at once when it becomes so, then each hour.
@Component
class SilentWitnesses {
    private static final Logger LOG = LoggerFactory.getLogger(SilentWitnesses.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final WitnessSightings sightings;
    private final Clock clock;
    private final Map<String, Instant> told = new HashMap<>();

    SilentWitnesses(WitnessSightings sightings, Clock clock) {
        this.sightings = sightings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 60_000)
    void look() {
        try {
            tell();
        } catch (DataAccessException e) {
            LOG.warn("The witnesses are looked at later: {}", e.getMessage());
        }
    }

    private synchronized void tell() {
        var silent = sightings.silent();
        told.keySet().retainAll(silent.stream().map(witness -> witness.name()).toList());
        for (var witness : silent) {
            var last = told.get(witness.name());
            if (last == null || Duration.between(last, clock.instant()).compareTo(AGAIN) >= 0) {
                told.put(witness.name(), clock.instant());
                LOG.error(
                        "ALARM audit witness {} is silent: {} events since {} are not countersigned",
                        witness.name(),
                        witness.behind(),
                        witness.since());
            }
        }
    }
}
