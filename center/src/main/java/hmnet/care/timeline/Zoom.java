package hmnet.care.timeline;

import hmnet.record.charts.Occurrences.TimeStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How finely the overview cuts time (目盛り), and so how long a period stands on the page.
public enum Zoom {
    DAY("2w", TimeStep.DAY, ChronoUnit.DAYS, 14),
    WEEK("3m", TimeStep.WEEK, ChronoUnit.WEEKS, 13),
    MONTH("1y", TimeStep.MONTH, ChronoUnit.MONTHS, 12),
    YEAR("all", TimeStep.YEAR, ChronoUnit.YEARS, 12);

    private final String word;
    private final TimeStep step;
    private final ChronoUnit unit;
    private final int columns;

    Zoom(String word, TimeStep step, ChronoUnit unit, int columns) {
        this.word = word;
        this.step = step;
        this.unit = unit;
        this.columns = columns;
    }

    /// The usual one for no word and for one nobody knows; other periods that addresses have are the nearest.
    static Zoom of(@Nullable String word) {
        // 3y is a period that addresses had before.
        return Arrays.stream(values())
                .filter(zoom -> zoom.word.equals("3y".equals(word) ? YEAR.word : word))
                .findFirst()
                .orElse(MONTH);
    }

    /// The finest that shows a day and today.
    public static Zoom reaching(LocalDate day, LocalDate today) {
        return Arrays.stream(values())
                .filter(zoom -> !day.isBefore(zoom.plus(zoom.floor(today), 1 - zoom.columns)))
                .findFirst()
                .orElse(YEAR);
    }

    /// As it stands in an address.
    public String word() {
        return word;
    }

    TimeStep step() {
        return step;
    }

    int columns() {
        return columns;
    }

    /// The first day of the column that a day falls into.
    LocalDate floor(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDate plus(LocalDate first, int columns) {
        return first.plus(columns, unit);
    }
}
