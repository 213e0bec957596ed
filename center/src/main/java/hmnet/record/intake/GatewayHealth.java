package hmnet.record.intake;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a facility's gateway says of itself (ゲートウェイの稼働報告): figures and words, nothing of any
/// patient.
///
/// @param waiting how much waits at the facility to be sent; `oldestAt` since when
/// @param aside how much was refused here and is kept there
record GatewayHealth(
        long waiting,
        @Nullable Instant oldestAt,
        @Nullable Instant lastSentAt,
        long aside,
        Instant certificateEndsAt,
        long freeBytes,
        List<String> alarms) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final int ALARMS = 30;

    GatewayHealth {
        if (waiting < 0
                || aside < 0
                || freeBytes < 0
                || alarms.size() > ALARMS
                || !alarms.stream().allMatch(word -> WORD.matcher(word).matches())) {
            throw new IllegalArgumentException("Not the health of a gateway");
        }
        alarms = List.copyOf(alarms);
    }
}
