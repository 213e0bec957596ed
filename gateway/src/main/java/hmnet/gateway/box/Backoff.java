package hmnet.gateway.box;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to rest before the next attempt (再送間隔): twice as long each time, up to a limit, and never at
/// the same moment as the other gateways when a centre comes back.
final class Backoff {
    private static final long FIRST_MILLIS = 500;
    private static final int DOUBLINGS = 20;

    private final long longestMillis;
    private int failures;

    Backoff(Duration longest) {
        this.longestMillis = longest.toMillis();
    }

    int failures() {
        return failures;
    }

    void succeeded() {
        failures = 0;
    }

    /// The rest after one more failure.
    Duration failed() {
        var millis = Math.min(longestMillis, FIRST_MILLIS << Math.min(failures++, DOUBLINGS));
        return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
