package hmnet.people.folding;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/// A birth date (生年月日) as an eight-digit number, from any usual way of writing it; 0 when there is none.
public final class BirthDate {
    /// Year before the first of each era: 昭和63 is 1925 + 63.
    private static final Map<String, Integer> ERAS = Map.ofEntries(
            Map.entry("M", 1867),
            Map.entry("T", 1911),
            Map.entry("S", 1925),
            Map.entry("H", 1988),
            Map.entry("R", 2018),
            Map.entry("明治", 1867),
            Map.entry("大正", 1911),
            Map.entry("昭和", 1925),
            Map.entry("平成", 1988),
            Map.entry("令和", 2018));

    private static final Pattern WRITTEN =
            Pattern.compile("([MTSHRmtshr]|明治|大正|昭和|平成|令和)?[.]?([0-9]{1,4}|元)[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");
    private static final Pattern ERA_DIGITS = Pattern.compile("([MTSHRmtshr])([0-9]{2})([0-9]{2})([0-9]{2})");
    private static final int OLDEST = 1850;

    private BirthDate() {}

    /// The date as yyyymmdd, or 0 if the text names no day that ever was.
    public static int read(String text) {
        if (text.length() == 8 && digits(text)) {
            var number = Integer.parseInt(text);
            return day(number / 10000, number / 100 % 100, number % 100);
        }
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
        for (var pattern : new Pattern[] {WRITTEN, ERA_DIGITS}) {
            var found = pattern.matcher(plain);
            if (found.matches()) {
                var era = found.group(1);
                var year = found.group(2).equals("元") ? 1 : Integer.parseInt(found.group(2));
                return day(
                        era == null ? year : year + ERAS.getOrDefault(era.toUpperCase(java.util.Locale.ROOT), 0),
                        Integer.parseInt(found.group(3)),
                        Integer.parseInt(found.group(4)));
            }
        }
        return plain.equals(text) ? 0 : read(plain);
    }

    /// Whether two years are one year of two eras (昭和50年 written as 平成50年).
    public static boolean sameYearOfAnotherEra(int a, int b) {
        var apart = Math.abs(a - b);
        return apart == 63 || apart == 14 || apart == 30 || apart == 44;
    }

    private static int day(int year, int month, int day) {
        if (year < OLDEST) {
            return 0;
        }
        try {
            LocalDate.of(year, month, day);
            return year * 10000 + month * 100 + day;
        } catch (DateTimeException impossible) {
            return 0;
        }
    }

    private static boolean digits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
