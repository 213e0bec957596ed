package hmnet.formats.model.chart;

import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.code.CodingSystems;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// An instruction in words, each a line beside the dose (用法・用量の表記): what amounts, usage and days do not show.
public final class DosageWords {
    /// Said of amounts that count the active substance.
    public static final String SUBSTANCE = "量は原薬量（力価）";

    private static final String DAYS = "月火水木金土日";

    private DosageWords() {}

    /// What a list shows below dose and usage, in the order in which people ask.
    public static List<String> of(Dosage dosage) {
        var words = new ArrayList<String>();
        uneven(words, dosage.amounts());
        words.add(rhythm(dosage.rhythm()));
        if (dosage.usage().words().isBlank()) {
            aDay(words, dosage.rhythm());
        }
        dosage.usage().supplements().stream()
                .filter(supplement -> !isShown(supplement, dosage))
                .forEach(supplement -> words.add(supplement.shown()));
        needed(words, dosage.rhythm());
        add(words, "速度", dosage.amounts().rate().shown());
        if (dosage.amounts().substance()) {
            words.add(SUBSTANCE);
        }
        period(words, dosage.period());
        add(words, "部位", dosage.way().site().shown());
        add(words, "器具", dosage.way().device().shown());
        add(
                words,
                isForm(dosage.way().method()) ? "剤形" : "手技",
                dosage.way().method().shown());
        words.addAll(dosage.notes());
        return words.stream().filter(word -> !word.isBlank()).distinct().toList();
    }

    /// 不均等 stands in words already; the amount of one time alone would be read as that of all.
    private static boolean isShown(Concept supplement, Dosage dosage) {
        return !dosage.amounts().uneven().isEmpty()
                && supplement.code(CodingSystems.USAGE_SUPPLEMENT).startsWith("V");
    }

    private static boolean isForm(Concept method) {
        return method.codes().stream()
                .anyMatch(code -> code.system().equals(CodingSystems.DOSE_FORM)
                        || code.system().endsWith("JAHIS-TC-FORM"));
    }

    private static void uneven(List<String> words, DoseAmounts amounts) {
        if (!amounts.uneven().isEmpty()) {
            words.add("不均等 "
                    + amounts.uneven().stream()
                            .map(dose -> dose.when() + " " + dose.amount().shown())
                            .collect(Collectors.joining("・")));
        }
        if (!amounts.most().isNone() && amounts.uneven().isEmpty()) {
            words.add("1回最大 " + amounts.most().shown());
        }
    }

    /// How often a day, where no usage says it.
    private static void aDay(List<String> words, DoseRhythm rhythm) {
        if (rhythm.timesADay() > 0) {
            words.add("1日" + rhythm.timesADay() + "回");
        }
        if (rhythm.hoursApart() > 0) {
            words.add(rhythm.hoursApart() + "時間ごと");
        }
    }

    /// On which days, as far as it is not every day; empty for every day.
    public static String rhythm(DoseRhythm rhythm) {
        var words = new ArrayList<String>();
        if (rhythm.everyDays() == 2) {
            words.add("隔日（1日おき）");
        } else if (rhythm.everyDays() > 2) {
            words.add((rhythm.everyDays() - 1) + "日おき（" + rhythm.everyDays() + "日ごと）");
        }
        boolean weeksApart = rhythm.everyWeeks() > 1;
        if (weeksApart) {
            words.add(rhythm.everyWeeks() + "週ごと" + (rhythm.timesAWeek() > 1 ? "に" + rhythm.timesAWeek() + "回" : ""));
        } else if (rhythm.everyWeeks() == 1 && rhythm.weekdays().isEmpty() && rhythm.timesAWeek() == 0) {
            words.add("毎週");
        }
        if (!rhythm.weekdays().isEmpty()) {
            words.add((weeksApart ? "" : "毎週 ") + weekdays(rhythm) + "曜日");
        }
        if (rhythm.timesAWeek() > 0 && !weeksApart) {
            words.add("週" + rhythm.timesAWeek() + "回");
        }
        if (!rhythm.monthDays().isEmpty()) {
            words.add("毎月 " + rhythm.monthDays().stream().map(day -> day + "日").collect(Collectors.joining("・")));
        }
        if (!rhythm.clock().isEmpty()) {
            words.add("時刻 " + String.join("・", rhythm.clock()));
        }
        return String.join(" ", words);
    }

    private static String weekdays(DoseRhythm rhythm) {
        return Arrays.stream(DayOfWeek.values())
                .filter(rhythm.weekdays()::contains)
                .map(day -> DAYS.substring(day.getValue() - 1, day.getValue()))
                .collect(Collectors.joining("・"));
    }

    private static void needed(List<String> words, DoseRhythm rhythm) {
        if (rhythm.asNeeded()) {
            words.add("頓用"
                    + (rhythm.condition().isNone()
                            ? ""
                            : " " + rhythm.condition().shown()));
        } else {
            add(words, "条件", rhythm.condition().shown());
        }
        add(words, "上限", limit(rhythm.limit()));
    }

    /// How much at most, in words; empty when nothing was said.
    public static String limit(DoseLimit limit) {
        if (limit.amount().isNone()) {
            return limit.words();
        }
        var per = limit.per().isNone() ? "" : limit.per().shown() + "に ";
        return (limit.words() + " " + per + limit.amount().shown() + " まで").strip();
    }

    private static void period(List<String> words, DosePeriod period) {
        if (!period.end().isEmpty() || period.start().length() > 10) {
            words.add("期間 " + time(period.start()) + "～" + time(period.end()));
        }
        if (period.times() > 0) {
            words.add(period.times() + "回分");
        }
    }

    /// No more precise than it was sent.
    private static String time(String fhir) {
        var day = fhir.substring(0, Math.min(10, fhir.length())).replace('-', '/');
        return fhir.length() < 16 ? day : day + " " + fhir.substring(11, 16);
    }

    private static void add(List<String> words, String what, String said) {
        if (!said.isBlank()) {
            words.add(what + " " + said);
        }
    }
}
