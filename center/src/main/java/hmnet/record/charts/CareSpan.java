package hmnet.record.charts;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/// A stretch of care time (期間): from, inclusive, until, exclusive.
public record CareSpan(OffsetDateTime from, OffsetDateTime until) {
    private static final OffsetDateTime ALWAYS = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime FOREVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    /// No further than the database reckons: an address may ask for any year.
    public CareSpan {
        from = from.isBefore(ALWAYS) ? ALWAYS : from.isAfter(FOREVER) ? FOREVER : from;
        until = until.isBefore(ALWAYS) ? ALWAYS : until.isAfter(FOREVER) ? FOREVER : until;
    }

    /// All time.
    public static CareSpan all() {
        return new CareSpan(ALWAYS, FOREVER);
    }

    /// One moment alone.
    public static CareSpan at(OffsetDateTime moment) {
        return new CareSpan(moment, moment.plus(1, ChronoUnit.MICROS));
    }

    /// From a moment on.
    public static CareSpan since(OffsetDateTime from) {
        return new CareSpan(from, FOREVER);
    }
}
