package hmnet.gateway.box;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a gateway reports to the centre (稼働報告): figures and words, no names of files.
record Report(
        long waiting,
        @Nullable String oldestAt,
        @Nullable String lastSentAt,
        long aside,
        String certificateEndsAt,
        long freeBytes,
        List<String> alarms) {
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    static Report of(Status status, List<String> alarmWords) {
        return new Report(
                status.lanes().stream().mapToLong(Status.Of::waiting).sum(),
                among(status, Status.Of::oldestAt, Comparator.naturalOrder()),
                among(status, Status.Of::lastSentAt, Comparator.reverseOrder()),
                status.lanes().stream().mapToLong(Status.Of::aside).sum(),
                status.certificateEndsAt(),
                status.freeBytes(),
                alarmWords);
    }

    private static @Nullable String among(
            Status status, Function<Status.Of, @Nullable String> of, Comparator<Instant> order) {
        return status.lanes().stream()
                .map(of)
                .filter(Objects::nonNull)
                .map(Instant::parse)
                .min(order)
                .map(Instant::toString)
                .orElse(null);
    }

    /// How far the clock here is off that of the centre, when that is more than it should be; else zero.
    static Duration clockOff(Instant asked, Instant answered, Instant centre) {
        var between = asked.plus(Duration.between(asked, answered).dividedBy(2));
        var off = Duration.between(centre, between);
        var doubt = Duration.between(asked, answered);
        return off.abs().compareTo(TOLERATED.plus(doubt)) > 0 ? off : Duration.ZERO;
    }
}
