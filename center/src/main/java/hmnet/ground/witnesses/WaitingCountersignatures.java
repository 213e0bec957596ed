package hmnet.ground.witnesses;

import hmnet.ground.figures.WatchedQueue;
import hmnet.ground.transparency.Checkpoints;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Since when the oldest event waits for the slowest witness (立会い待ち).
@Configuration(proxyBeanMethods = false)
class WaitingCountersignatures {
    @Bean
    static WatchedQueue oldestCountersignature(Checkpoints checkpoints) {
        var names = checkpoints.names().stream()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "array[", "]::text[]"));
        return new WatchedQueue(
                "witness", "select min(since) from (" + WitnessSightings.NEWEST.formatted(names) + ") w");
    }
}
