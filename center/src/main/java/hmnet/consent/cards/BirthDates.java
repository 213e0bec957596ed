package hmnet.consent.cards;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Birth dates as people write them (生年月日の入力): `S23.4.12`, `昭和23年4月12日`, `19480412`, `1948-04-12`.
public final class BirthDates {
    private static final Pattern ERA =
            Pattern.compile("(M|T|S|H|R|明治|大正|昭和|平成|令和)(\\d{1,2}|元)[.年/-](\\d{1,2})[.月/-](\\d{1,2})日?");
    private static final Pattern WESTERN = Pattern.compile(
            "(?<year>\\d{4})(?:[.年/-](?<month>\\d{1,2})[.月/-](?<day>\\d{1,2})日?|(?<mm>\\d{2})(?<dd>\\d{2}))");
    private static final Map<String, JapaneseEra> ERAS = Map.of(
            "M", JapaneseEra.MEIJI,
            "T", JapaneseEra.TAISHO,
            "S", JapaneseEra.SHOWA,
            "H", JapaneseEra.HEISEI,
            "R", JapaneseEra.REIWA,
            "明治", JapaneseEra.MEIJI,
            "大正", JapaneseEra.TAISHO,
            "昭和", JapaneseEra.SHOWA,
            "平成", JapaneseEra.HEISEI,
            "令和", JapaneseEra.REIWA);

    /// 明治 is reckoned by hand: `JapaneseDate` begins with its sixth year.
    private static final LocalDate TAISHO = LocalDate.of(1912, 7, 30);
    private static final int OLDEST_YEARS = 125;

    private BirthDates() {}

    /// The same for somebody who is alive: not born after today, nor longer ago than anybody lives.
    public static Optional<LocalDate> parse(String text, LocalDate today) {
        return parse(text).filter(born -> !born.isAfter(today) && born.isAfter(today.minusYears(OLDEST_YEARS)));
    }

    public static Optional<LocalDate> parse(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        var era = ERA.matcher(folded);
        if (era.matches()) {
            var year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
            return ofEra(Objects.requireNonNull(ERAS.get(era.group(1))), year, era.group(3), era.group(4));
        }
        var western = WESTERN.matcher(folded);
        if (!western.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(western.group("year"));
        return western.group("mm") == null
                ? date(year, western.group("month"), western.group("day"))
                : date(year, western.group("mm"), western.group("dd"));
    }

    /// A day that the era never had, such as 昭和99年, is no date: it is a slip of the finger.
    private static Optional<LocalDate> ofEra(JapaneseEra era, int year, String month, String day) {
        try {
            var ofYear = Integer.parseInt(month);
            var ofMonth = Integer.parseInt(day);
            return era.equals(JapaneseEra.MEIJI)
                    ? Optional.of(LocalDate.of(1867 + year, ofYear, ofMonth)).filter(date -> date.isBefore(TAISHO))
                    : Optional.of(LocalDate.from(JapaneseDate.of(era, year, ofYear, ofMonth)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
