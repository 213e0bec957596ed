package hmnet.care.vitals;

import java.time.Duration;
import java.time.OffsetDateTime;

/// From when until when the pictures of a page run, all alike (経過図の横軸).
public record VitalAxis(OffsetDateTime from, OffsetDateTime until) {
    private static final int PARTS = 6;

    /// Numbers further from each other than this are not joined by a line: nobody knows what lay between them.
    public long gapDays() {
        return Math.max(1, Duration.between(from, until).toDays() / PARTS);
    }

    /// How far along a moment lies: 0 at the beginning, 1 at the end.
    double place(OffsetDateTime at) {
        var whole = Duration.between(from, until).toSeconds();
        return whole <= 0 ? 0.5 : Math.clamp((double) Duration.between(from, at).toSeconds() / whole, 0, 1);
    }

    OffsetDateTime middle() {
        return from.plus(Duration.between(from, until).dividedBy(2));
    }
}
