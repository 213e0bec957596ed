package hmnet.formats.base.hl7;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Points in time as HL7 writes them (TS型): `YYYYMMDD[HHMM[SS[.FFF]]][+ZZZZ]`, in Japan without a zone.
///
/// Also read: 15 to 17 digits without a point (milliseconds run on), 3 to 5 fraction digits. `24:00` is the
/// next midnight, second 60 the start of the next minute. An impossible date is none, an impossible time of
/// day is none either: what stays is its day.
public final class Hl7Time {
    public static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Hl7Time() {}

    /// The moment, a bare date being its midnight in Japan; null when the text names no day.
    public static @Nullable OffsetDateTime at(String text) {
        int digits = digits(text);
        var day = digits < 8 ? null : day(text);
        if (day == null) {
            return null;
        }
        return hasTime(text, digits)
                ? day.atStartOfDay()
                        .plusHours(pair(text, digits, 8))
                        .plusMinutes(pair(text, digits, 10))
                        .plusSeconds(pair(text, digits, 12))
                        .plusNanos(nanos(text, digits))
                        .atOffset(zone(text))
                : day.atStartOfDay().atOffset(JAPAN);
    }

    /// Whether a time is written as the end of a day or of a minute (24時、60秒) and is read as what begins then.
    public static boolean isEnd(String text) {
        int digits = digits(text);
        return digits >= 10
                && day(text) != null
                && hasTime(text, digits)
                && (pair(text, digits, 8) == 24 || pair(text, digits, 12) == 60);
    }

    /// Hours, minutes and seconds are possible, 24:00 and second 60 among them.
    private static boolean hasTime(String text, int digits) {
        int hour = pair(text, digits, 8);
        int minute = pair(text, digits, 10);
        int second = pair(text, digits, 12);
        return hour < 24 && minute < 60 && second <= 60
                || hour == 24 && minute == 0 && second == 0 && nanos(text, digits) == 0;
    }

    /// Two digits, 0 where the text ends before them.
    private static int pair(String text, int digits, int from) {
        return digits >= from + 2 ? number(text, from, from + 2) : 0;
    }

    /// The day as written: who is born or dies at 24:00 does so on that day.
    public static @Nullable LocalDate date(String text) {
        return digits(text) < 8 ? null : day(text);
    }

    /// The same as FHIR writes it, no more precise than it was sent; empty when it names nothing.
    public static String fhir(String text) {
        int digits = digits(text);
        if (digits >= 10 && hasTime(text, digits)) {
            var at = at(text);
            return at == null ? "" : fhir(at);
        }
        if (digits >= 8) {
            var day = day(text);
            return day == null ? "" : day.toString();
        }
        if (digits < 4 || !plausible(number(text, 0, 4))) {
            return "";
        }
        var year = text.substring(0, 4);
        int month = digits == 6 ? number(text, 4, 6) : 0;
        return month < 1 || month > 12 ? year : year + "-" + text.substring(4, 6);
    }

    public static String fhir(OffsetDateTime at) {
        var out = new StringBuilder(29);
        out.append(at.getYear());
        two(out, '-', at.getMonthValue());
        two(out, '-', at.getDayOfMonth());
        two(out, 'T', at.getHour());
        two(out, ':', at.getMinute());
        two(out, ':', at.getSecond());
        if (at.getNano() != 0) {
            int millis = at.getNano() / 1_000_000;
            out.append('.').append((char) ('0' + millis / 100));
            out.append((char) ('0' + millis / 10 % 10)).append((char) ('0' + millis % 10));
        }
        return out.append(at.getOffset().getId()).toString();
    }

    /// 14 digits, in Japan's time.
    public static String hl7(OffsetDateTime at) {
        return SECONDS.format(at.withOffsetSameInstant(JAPAN));
    }

    /// 8 digits; empty for none.
    public static String hl7(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static void two(StringBuilder out, char before, int number) {
        out.append(before).append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static int digits(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
            return plausible(day.getYear()) ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean plausible(int year) {
        return year >= 1850 && year <= 2200;
    }

    private static long nanos(String text, int digits) {
        int from = digits;
        if (digits > 14) {
            from = 14;
        } else if (digits == 14 && text.length() > 15 && text.charAt(14) == '.') {
            from = 15;
        }
        long nanos = 0;
        long unit = 100_000_000;
        for (int i = from; i < text.length() && unit > 0 && text.charAt(i) >= '0' && text.charAt(i) <= '9'; i++) {
            nanos += (text.charAt(i) - '0') * unit;
            unit /= 10;
        }
        return nanos / 1_000_000 * 1_000_000;
    }

    private static ZoneOffset zone(String text) {
        int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
        if (sign < 8 || text.length() - sign != 5 || digits(text.substring(sign + 1)) != 4) {
            return JAPAN;
        }
        return ZoneOffset.of(text.substring(sign, sign + 3) + ":" + text.substring(sign + 3));
    }
}
