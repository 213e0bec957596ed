package hmnet.formats.base.japanese;

import hmnet.formats.base.hl7.Hl7Time;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days and months as record files write them (西暦・和暦の日付): `YYYYMMDD` or `GYYMMDD`, `YYYYMM` or
/// `GYYMM`, the era a digit or a letter, or with its parts apart. Eras go on where old programs counted on:
/// 平成34年 is 2022.
public final class JapaneseDate {
    private static final String LETTERS = "MTSHR";
    private static final String KANJI = "明大昭平令";
    private static final int LONGEST = 20;
    private static final int[] YEAR_ZERO = {1867, 1911, 1925, 1988, 2018};

    private JapaneseDate() {}

    /// A day whose parts stand apart, such as `2026/4/1`, `R8.4.1`, `令和8年4月1日`, `R 8 4 1`.
    private static final Pattern APART = Pattern.compile(
            "(?:([MTSHR明大昭平令])[治正和成]?\\.?\\s*)?(\\d{1,4}|元)\\s*[-/.年\\s]\\s*(\\d{1,2})\\s*[-/.月\\s]\\s*(\\d{1,2})日?");

    private static final Pattern MONTH_APART = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})月?");

    /// Null for what names no day.
    public static @Nullable LocalDate day(String text) {
        var apart = text.length() > LONGEST ? null : APART.matcher(plain(text));
        try {
            if (apart != null && apart.matches()) {
                return apart(apart);
            }
            var digits = digits(text);
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

    /// Four digits are a year of ours, an era's year has its letter before it; anything else could be either.
    private static @Nullable LocalDate apart(Matcher parts) {
        var letter = parts.group(1);
        var said = parts.group(2);
        if (letter == null ? said.length() != 4 : said.length() > 2) {
            return null;
        }
        int year = said.equals("元") ? 1 : number(said, 0, said.length());
        int era = letter == null ? 0 : YEAR_ZERO[Math.max(LETTERS.indexOf(letter), KANJI.indexOf(letter))];
        return plausible(LocalDate.of(
                era + year,
                number(parts.group(3), 0, parts.group(3).length()),
                number(parts.group(4), 0, parts.group(4).length())));
    }

    /// Midnight in Japan.
    public static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay().atOffset(Hl7Time.JAPAN);
    }

    /// Null for what names no month.
    public static @Nullable YearMonth month(String text) {
        var apart = text.length() > LONGEST ? null : MONTH_APART.matcher(plain(text));
        var digits = digits(text);
        try {
            if (apart != null && apart.matches()) {
                return YearMonth.of(Integer.parseInt(apart.group(1)), Integer.parseInt(apart.group(2)));
            }
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

    /// Without blanks around it, full width made half.
    private static String plain(String text) {
        var out = new StringBuilder(text.strip());
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= '！' && c <= '～') {
                out.setCharAt(i, (char) (c - '！' + '!'));
            } else if (c == '　') {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    /// Without what people put between, full width made half.
    private static String digits(String text) {
        var out = new StringBuilder(8);
        for (int i = 0; i < text.length() && out.length() < 10; i++) {
            char c = text.charAt(i);
            if (c >= '０' && c <= 'ｚ') {
                out.append((char) (c - '！' + '!'));
            } else if (c != '/' && c != '-' && c != '.' && c != ' ' && c != '　') {
                out.append(c);
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }
}
