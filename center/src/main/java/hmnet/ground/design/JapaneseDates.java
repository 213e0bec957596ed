package hmnet.ground.design;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Days by the Japanese calendar (和暦), and ages.
public final class JapaneseDates {
    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    /// Japan took over the Gregorian calendar on this day (明治6年1月1日); before it there is no era date to
    /// show.
    private static final LocalDate GREGORIAN_SINCE = LocalDate.of(1873, 1, 1);

    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("G", Locale.JAPAN);

    /// A year that each era has, and by which the calendar was Gregorian.
    private static final int SOME_YEAR = 7;

    /// Asked for once: the formatter looks each name up in tables of the locale, which takes longer than the rest of a
    /// date.
    private static final Map<JapaneseEra, String> NAMES = Arrays.stream(JapaneseEra.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(), era -> ERA.format(JapaneseDate.of(era, SOME_YEAR, 1, 1))));

    private JapaneseDates() {}

    /// 令和8年11月21日; the first year of an era is 元年.
    public static String of(LocalDate day) {
        return yearOfEra(day) + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /// 令和8年11月21日 (2026年).
    public static String withYear(LocalDate day) {
        return of(day) + " (" + day.getYear() + "年)";
    }

    /// 令和8年.
    public static String yearOfEra(LocalDate day) {
        if (day.isBefore(GREGORIAN_SINCE)) {
            return day.getYear() + "年";
        }
        var date = JapaneseDate.from(day);
        var year = date.get(ChronoField.YEAR_OF_ERA);
        return NAMES.get(date.getEra()) + (year == 1 ? "元" : year) + "年";
    }

    /// The age in full years on a day (満年齢). One born on 29 February grows older on 28 February's end, so is
    /// older on 1 March in common years, as everyday life counts.
    public static int age(LocalDate birth, LocalDate on) {
        return Math.max(0, Period.between(birth, on).getYears());
    }

    public static ZonedDateTime inJapan(OffsetDateTime at) {
        return at.atZoneSameInstant(JAPAN);
    }
}
