package hmnet.care.viewer;

import hmnet.record.charts.CareSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a list the address asks for (表示範囲の指定). Anything that cannot be understood is as if it
/// were not there.
///
/// @param before care before this moment
public record RangeQuery(@Nullable String period, @Nullable String before) {
    public Period periodOr(Period usual) {
        return period == null ? usual : Period.of(period).orElse(usual);
    }

    public Optional<OffsetDateTime> beforeAsked() {
        try {
            return before == null || before.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(before));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// All that lies before the asked moment.
    public CareSpan span() {
        return until(CareSpan.all());
    }

    /// The asked period, or the usual one, up to the asked moment.
    public CareSpan span(Period usual, LocalDate today) {
        return until(periodOr(usual).from(today).map(RangeQuery::since).orElse(CareSpan.all()));
    }

    public static CareSpan since(LocalDate day) {
        return CareSpan.since(day.atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime());
    }

    private CareSpan until(CareSpan asked) {
        return beforeAsked().map(end -> new CareSpan(asked.from(), end)).orElse(asked);
    }
}
