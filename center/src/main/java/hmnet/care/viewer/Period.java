package hmnet.care.viewer;

import java.time.LocalDate;
import java.util.Optional;

/// How far back a page looks (表示期間).
public enum Period {
    THREE_MONTHS("3m", 3),
    SIX_MONTHS("6m", 6),
    ONE_YEAR("1y", 12),
    THREE_YEARS("3y", 36),
    ALL("all", 0);

    private final String word;
    private final int months;

    Period(String word, int months) {
        this.word = word;
        this.months = months;
    }

    public String word() {
        return word;
    }

    /// The first day shown, or nothing for all there is.
    public Optional<LocalDate> from(LocalDate today) {
        return months == 0 ? Optional.empty() : Optional.of(today.minusMonths(months));
    }

    public static Optional<Period> of(String word) {
        for (var period : values()) {
            if (period.word.equals(word)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }
}
