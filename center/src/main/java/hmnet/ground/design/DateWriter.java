package hmnet.ground.design;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// How days and times are written in one language (日付の書き方).
final class DateWriter {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final boolean japanese;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;

    DateWriter(Language language) {
        japanese = language == Language.JAPANESE;
        day = pattern(language, "yyyy年M月d日", "d MMM yyyy");
        weekday = pattern(language, "yyyy年M月d日（E）", "EEE d MMM yyyy");
        month = pattern(language, "yyyy年M月", "MMM yyyy");
    }

    private static DateTimeFormatter pattern(Language language, String japanese, String english) {
        return switch (language) {
            case JAPANESE -> DateTimeFormatter.ofPattern(japanese, language.locale());
            case ENGLISH -> DateTimeFormatter.ofPattern(english, language.locale());
        };
    }

    String day(LocalDate date) {
        return japanese ? day.format(date) + "（" + JapaneseDates.yearOfEra(date) + "）" : day.format(date);
    }

    String weekday(LocalDate date) {
        return weekday.format(date);
    }

    String shortDay(LocalDate date) {
        return SHORT.format(date);
    }

    String birth(LocalDate date) {
        return japanese ? JapaneseDates.withYear(date) : day.format(date);
    }

    String month(YearMonth date) {
        return month.format(date);
    }

    /// The day alone at midnight: a date sent without a time stands so, and nobody said 00:00.
    String moment(OffsetDateTime at) {
        var local = JapaneseDates.inJapan(at);
        boolean dateOnly = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        return dateOnly ? day.format(local) : day.format(local) + " " + time(at);
    }

    String time(OffsetDateTime at) {
        return CLOCK.format(JapaneseDates.inJapan(at));
    }

    String second(OffsetDateTime at) {
        return SECONDS.format(JapaneseDates.inJapan(at));
    }
}
