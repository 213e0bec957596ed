package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.CodingSystems;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What a code of the standard usages says (処方オーダリングシステム用標準用法マスタ): 16 digits, and the 8
/// characters of what belongs to it (補足用法).
public final class StandardUsage {
    private static final int DIGITS = 16;
    private static final int SUPPLEMENT = 8;
    private static final int HOURS = 24;
    private static final String EVERY_OTHER_DAY = "I1100000";
    private static final Pattern WEEKDAYS = Pattern.compile("W(?=0*1)[01]{7}");
    private static final Pattern TIMES_A_WEEK = Pattern.compile("CW[1-9]0{5}");
    private static final Pattern MONTH_DAYS = Pattern.compile("(?=.{8}$)D0[1-9A-V]{1,6}0*");
    private static final Pattern UNEVEN = Pattern.compile("(?=.{8}$)V[1-9][0-9][0-9.]*N*");

    private StandardUsage() {}

    public static boolean isCode(String code) {
        return code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    }

    /// The rhythm that usage and supplements say together; of a supplement without a code that can be
    /// reckoned with, what its words say.
    ///
    /// @param usage 16 digits, or anything else, which says nothing
    public static DoseRhythm rhythm(String usage, List<Concept> supplements) {
        var rhythm = isCode(usage) ? ofUsage(usage) : DoseRhythm.DAILY;
        for (var supplement : supplements) {
            var code = supplement.code(CodingSystems.USAGE_SUPPLEMENT);
            rhythm = isReckoned(code)
                    ? with(rhythm, code)
                    : SpokenRhythm.read(rhythm, supplement.text()).orElse(rhythm);
        }
        return rhythm;
    }

    /// Whether people can see what it says: a code we know, or words.
    public static boolean isUnderstood(Concept supplement) {
        var code = supplement.code(CodingSystems.USAGE_SUPPLEMENT);
        return isReckoned(code) || UNEVEN.matcher(code).matches() || !wordless(supplement);
    }

    private static boolean wordless(Concept concept) {
        return concept.text().isBlank()
                && concept.codes().stream().allMatch(code -> code.display().isBlank());
    }

    /// The third digit is the kind of timing: 1 by meals, 2 by hours, 5 when needed, 6 and 7 so many times; the
    /// fourth says how often a day.
    private static DoseRhythm ofUsage(String code) {
        int times = Character.digit(code.charAt(3), DIGITS);
        return switch (code.charAt(2)) {
            case '1', '4', '6', '7' -> DoseRhythm.DAILY.inADay(Math.max(0, times), 0, List.of());
            case '2' ->
                DoseRhythm.DAILY.inADay(
                        Math.max(0, times), times > 0 && HOURS % times == 0 ? HOURS / times : 0, List.of());
            case '5' -> DoseRhythm.AS_NEEDED;
            // From outside: the master of usages.
            default -> DoseRhythm.DAILY;
        };
    }

    private static boolean isReckoned(String code) {
        return code.equals(EVERY_OTHER_DAY)
                || WEEKDAYS.matcher(code).matches()
                || TIMES_A_WEEK.matcher(code).matches()
                || !monthDays(code).isEmpty();
    }

    private static DoseRhythm with(DoseRhythm rhythm, String code) {
        return switch (code.charAt(0)) {
            case 'I' -> rhythm.every(2);
            case 'W' -> rhythm.inWeeks(rhythm.everyWeeks(), rhythm.timesAWeek(), weekdays(code));
            case 'C' -> rhythm.inWeeks(1, code.charAt(2) - '0', rhythm.weekdays());
            // From outside: of the codes that are reckoned with, D is left.
            default -> rhythm.onDaysOfMonth(monthDays(code));
        };
    }

    /// `D0AK0000` is the 10th and the 20th of every month: a digit or letter for each day. With a month in
    /// place of the `0` it is a date, which a rhythm cannot say.
    private static List<Integer> monthDays(String code) {
        if (!MONTH_DAYS.matcher(code).matches()) {
            return List.of();
        }
        return code.chars()
                .skip(2)
                .map(day -> Character.digit(day, Character.MAX_RADIX))
                .filter(day -> day > 0)
                .boxed()
                .toList();
    }

    /// From Sunday to Saturday.
    private static Set<DayOfWeek> weekdays(String code) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 1; i < SUPPLEMENT; i++) {
            if (code.charAt(i) == '1') {
                days.add(i == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(i - 1));
            }
        }
        return days;
    }

    /// 不均等: `V14NNNNN` is four units at the first time of the day.
    ///
    /// @param unit of the amounts
    public static List<UnevenDose> uneven(List<Concept> supplements, Amount unit) {
        var doses = new ArrayList<UnevenDose>();
        supplements.stream()
                .map(supplement -> supplement.code(CodingSystems.USAGE_SUPPLEMENT))
                .filter(code -> UNEVEN.matcher(code).matches())
                .sorted(Comparator.comparingInt(code -> code.charAt(1)))
                .forEach(code -> doses.add(new UnevenDose(
                        code.charAt(1) + "回目",
                        new Amount(code.substring(2).replace("N", ""), unit.unit(), unit.unitCode(), unit.system()))));
        return doses;
    }

    /// `I1100000` for every other day, `W0100100` for Monday and Thursday; what no code says in words alone.
    public static List<Concept> supplements(DoseRhythm rhythm) {
        var codes = new ArrayList<Concept>();
        if (rhythm.everyDays() > 1) {
            codes.add(supplement(
                    rhythm.everyDays() == 2 ? EVERY_OTHER_DAY : "", SpokenRhythm.everyDays(rhythm.everyDays())));
        }
        if (rhythm.everyWeeks() > 1) {
            codes.add(supplement("", SpokenRhythm.everyWeeks(rhythm.everyWeeks())));
        }
        if (!rhythm.weekdays().isEmpty()) {
            codes.add(supplement(weekdays(rhythm.weekdays()), SpokenRhythm.weekdays(rhythm.weekdays())));
        }
        if (rhythm.timesAWeek() > 0) {
            boolean coded = rhythm.timesAWeek() < 10 && rhythm.everyWeeks() == 1;
            codes.add(supplement(
                    coded ? "CW" + rhythm.timesAWeek() + "00000" : "", SpokenRhythm.timesAWeek(rhythm.timesAWeek())));
        }
        if (!rhythm.monthDays().isEmpty()) {
            codes.add(supplement(monthDays(rhythm.monthDays()), SpokenRhythm.monthDays(rhythm.monthDays())));
        }
        return codes;
    }

    private static Concept supplement(String code, String words) {
        return Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, words);
    }

    private static String weekdays(Set<DayOfWeek> days) {
        var code = new StringBuilder("W");
        for (int i = 0; i < 7; i++) {
            code.append(days.contains(i == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(i)) ? '1' : '0');
        }
        return code.toString();
    }

    /// Empty for more days than a code has places for.
    private static String monthDays(List<Integer> days) {
        var code = new StringBuilder("D0");
        days.forEach(day -> code.append(Character.toUpperCase(Character.forDigit(day, Character.MAX_RADIX))));
        return code.length() > SUPPLEMENT || days.stream().anyMatch(day -> day < 1 || day > 31)
                ? ""
                : (code + "000000").substring(0, SUPPLEMENT);
    }
}
