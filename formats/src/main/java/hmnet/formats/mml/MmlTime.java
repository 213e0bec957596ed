package hmnet.formats.mml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A time as MML writes it (日時): `2026-04-01` or `2026-04-01T09:30:00`.
final class MmlTime {
    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})[-/](\\d{2})[-/](\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2}))?.*)?");
    private static final int DIGITS = 14;

    private MmlTime() {}

    static @Nullable OffsetDateTime of(String text) {
        var found = TIME.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)))
                    .atTime(LocalTime.of(number(found.group(4)), number(found.group(5)), number(found.group(6))))
                    .atOffset(JAPAN);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate day(String text) {
        var time = of(text);
        return time == null ? null : time.toLocalDate();
    }

    /// Its digits, as long as a version is.
    static String version(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.length() >= DIGITS ? digits.substring(0, DIGITS) : digits + "0".repeat(DIGITS - digits.length());
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
