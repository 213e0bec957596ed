package hmnet.record.charts;

import java.time.OffsetDateTime;

/// A stretch of care time (期間): from, inclusive, until, exclusive.
public record Span(OffsetDateTime from, OffsetDateTime until) {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime FOREVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    /// All time.
    public static Span all() {
        return new Span(ALWAYS, FOREVER);
    }

    /// From a moment on.
    public static Span since(OffsetDateTime from) {
        return new Span(from, FOREVER);
    }
}
