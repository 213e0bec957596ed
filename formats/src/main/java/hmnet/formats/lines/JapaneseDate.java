package hmnet.formats.lines;

import hmnet.formats.hl7.Hl7Time;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Days and months as record files write them (西暦・和暦の日付): `YYYYMMDD` or `GYYMMDD`, `YYYYMM` or
/// `GYYMM`, the era a digit or a letter. Eras go on where old programs counted on: 平成34年 is 2022.
public final class JapaneseDate {
    private static final String LETTERS = "MTSHR";
    private static final int[] YEAR_ZERO = {1867, 1911, 1925, 1988, 2018};

    private JapaneseDate() {}

    /// Null for what names no day.
    public static @Nullable LocalDate day(String text) {
        var digits = digits(text);
        try {
            return switch (digits.length()) {
                case 8 -> plausible(LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)));
                case 7 ->
                    era(digits) == 0
                            ? null
                            : plausible(LocalDate.of(
                                    era(digits) + number(digits, 1, 3), number(digits, 3, 5), number(digits, 5, 7)));
                default -> null;
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /// Midnight in Japan.
    public static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    /// Null for what names no month.
    public static @Nullable YearMonth month(String text) {
        var digits = digits(text);
        try {
            return switch (digits.length()) {
                case 6 -> YearMonth.of(number(digits, 0, 4), number(digits, 4, 6));
                case 5 ->
                    era(digits) == 0 ? null : YearMonth.of(era(digits) + number(digits, 1, 3), number(digits, 3, 5));
                default -> null;
            };
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate plausible(LocalDate day) {
        return day.getYear() >= 1850 && day.getYear() <= 2200 ? day : null;
    }

    private static int era(String digits) {
        char c = digits.charAt(0);
        int era = c >= '1' && c <= '5' ? c - '1' : LETTERS.indexOf(c);
        return era < 0 ? 0 : YEAR_ZERO[era];
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(digits);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /// Without what people put between, full width made half.
    private static String digits(String text) {
        var out = new StringBuilder(8);
        for (int i = 0; i < text.length() && out.length() < 10; i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= '９') {
                out.append((char) (c - '０' + '0'));
            } else if (c != '/' && c != '-' && c != '.' && c != ' ' && c != '　') {
                out.append(c);
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }
}
