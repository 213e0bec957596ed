package hmnet.region.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// An illness somebody has, from a day on (罹患).
record Sickness(Illness illness, LocalDate since) {
    boolean isActive(LocalDate day) {
        var end = end();
        return !day.isBefore(since) && (end == null || day.isBefore(end));
    }

    /// What passes by itself is over in three weeks.
    @Nullable
    LocalDate end() {
        var days = illness.passes() ? 21 : illness.lastsDays();
        return days == 0 ? null : since.plusDays(days);
    }

    double years(LocalDate day) {
        return ChronoUnit.DAYS.between(since, day) / 365.25;
    }
}
