package hmnet.exchange.auditfeed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Says in the log when a repository is hours behind (送出の遅れの警報): at once when it becomes so, then each hour.
@Component
class LateFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(LateFeeds.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final FeedMarks marks;
    private final Clock clock;
    private final Map<FeedWay, Instant> told = new EnumMap<>(FeedWay.class);

    LateFeeds(FeedMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    synchronized void look() {
        var late = marks.late();
        told.keySet().retainAll(late.stream().map(FeedMarks.FeedPosition::way).toList());
        for (var state : late) {
            var last = told.get(state.way());
            if (last == null || Duration.between(last, clock.instant()).compareTo(AGAIN) >= 0) {
                told.put(state.way(), clock.instant());
                LOG.error(
                        "ALARM audit feed {} is behind: {} events since {} are not sent ({})",
                        state.way().word(),
                        state.waiting(),
                        state.oldest(),
                        state.stoppedAt() == null
                                ? state.trouble()
                                : "an operator holds it up since " + state.stoppedAt());
            }
        }
    }
}
