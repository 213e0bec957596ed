package hmnet.care.viewer;

import hmnet.record.charts.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much of a list the address asks for (表示範囲の指定). Anything that cannot be understood is as if it
/// were not there.
///
/// @param before care before this moment
public record Stretch(@Nullable String period, @Nullable String before) {
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
    public Span span() {
        return until(Span.all());
    }

    /// The asked period, or the usual one, up to the asked moment.
    public Span span(Period usual, LocalDate today) {
        return until(periodOr(usual).from(today).map(Stretch::since).orElse(Span.all()));
    }

    public static Span since(LocalDate day) {
        return Span.since(day.atStartOfDay(Banners.JAPAN).toOffsetDateTime());
    }

    private Span until(Span asked) {
        return beforeAsked().map(end -> new Span(asked.from(), end)).orElse(asked);
    }
}
