package hmnet.consent.cards;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Birth dates as people write them (生年月日の入力): `S23.4.12`, `昭和23年4月12日`, `19480412`, `1948-04-12`.
public final class BirthDates {
    private static final Pattern ERA =
            Pattern.compile("(M|T|S|H|R|明治|大正|昭和|平成|令和)(\\d{1,2}|元)[.年/-](\\d{1,2})[.月/-](\\d{1,2})日?");
    private static final Pattern WESTERN = Pattern.compile(
            "(?<year>\\d{4})(?:[.年/-](?<month>\\d{1,2})[.月/-](?<day>\\d{1,2})日?|(?<mm>\\d{2})(?<dd>\\d{2}))");
    private static final Map<String, Integer> YEAR_BEFORE_FIRST = Map.of(
            "M", 1867, "T", 1911, "S", 1925, "H", 1988, "R", 2018, "明治", 1867, "大正", 1911, "昭和", 1925, "平成", 1988, "令和",
            2018);

    private BirthDates() {}

    public static Optional<LocalDate> parse(String text) {
        var folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        var era = ERA.matcher(folded);
        if (era.matches()) {
            var first = YEAR_BEFORE_FIRST.getOrDefault(era.group(1), 0);
            var year = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
            return date(first + year, era.group(3), era.group(4));
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

    private static Optional<LocalDate> date(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
