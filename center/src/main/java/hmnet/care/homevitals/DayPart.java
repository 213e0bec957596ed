package hmnet.care.homevitals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;

/// When in a day a home pressure was measured (朝・晩). The hour tells: nobody is asked when they rose. What lies in
/// neither part stands in the table and in no average.
public enum DayPart {
    MORNING,
    EVENING;

    private static final int MORNING_FROM = 4;
    private static final int MORNING_UNTIL = 11;
    private static final int EVENING_FROM = 17;

    /// Before this hour it is still the evening of the day before.
    public static final int EVENING_UNTIL = 2;

    /// The word in keys of texts.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param at in the time of the place where it was measured
    public static Optional<DayPart> of(LocalDateTime at) {
        var hour = at.getHour();
        if (hour >= MORNING_FROM && hour < MORNING_UNTIL) {
            return Optional.of(MORNING);
        }
        return hour >= EVENING_FROM || hour < EVENING_UNTIL ? Optional.of(EVENING) : Optional.empty();
    }

    /// The day that a moment counts to.
    public static LocalDate day(LocalDateTime at) {
        return at.getHour() < EVENING_UNTIL ? at.toLocalDate().minusDays(1) : at.toLocalDate();
    }
}
