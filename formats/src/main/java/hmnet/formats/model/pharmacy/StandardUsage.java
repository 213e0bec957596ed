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

/// What a code of the standard usages says (処方オーダリングシステム用標準用法マスタ): 16 digits, and the 8
/// characters of what belongs to it (補足用法).
public final class StandardUsage {
    private static final int DIGITS = 16;
    private static final int SUPPLEMENT = 8;
    private static final int HOURS = 24;

    private StandardUsage() {}

    public static boolean isCode(String code) {
        return code.length() == DIGITS && code.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    }

    /// The rhythm that usage and supplements say together.
    ///
    /// @param usage 16 digits, or anything else, which says nothing
    public static DoseRhythm rhythm(String usage, List<Concept> supplements) {
        var rhythm = isCode(usage) ? ofUsage(usage) : DoseRhythm.DAILY;
        for (var supplement : supplements) {
            rhythm = with(rhythm, supplement.code(CodingSystems.USAGE_SUPPLEMENT));
        }
        return rhythm;
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

    private static DoseRhythm with(DoseRhythm rhythm, String code) {
        if (code.length() != SUPPLEMENT) {
            return rhythm;
        }
        if (code.matches("I[1-9][0-9]{6}")) {
            return rhythm.every(code.charAt(1) - '0' + 1);
        }
        if (code.matches("W[01]{7}")) {
            return rhythm.inWeeks(rhythm.everyWeeks(), rhythm.timesAWeek(), weekdays(code));
        }
        if (code.matches("CW[1-9]0{5}")) {
            return rhythm.inWeeks(1, code.charAt(2) - '0', rhythm.weekdays());
        }
        return rhythm;
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
                .filter(code -> code.matches("V[1-9][0-9.]+N*") && code.length() == SUPPLEMENT)
                .sorted(Comparator.comparing(code -> code.charAt(1)))
                .forEach(code -> doses.add(new UnevenDose(
                        code.charAt(1) + "回目",
                        new Amount(code.substring(2).replace("N", ""), unit.unit(), unit.unitCode(), unit.system()))));
        return doses;
    }

    /// `I1100000` for every other day and `W0100100` for Monday and Thursday, where a rhythm has such a code.
    public static List<Concept> supplements(DoseRhythm rhythm) {
        var codes = new ArrayList<Concept>();
        if (rhythm.everyDays() > 1 && rhythm.everyDays() < 10) {
            var words = rhythm.everyDays() == 2 ? "隔日投与" : (rhythm.everyDays() - 1) + "日おき";
            int skipped = rhythm.everyDays() - 1;
            codes.add(Concept.of(
                    CodingSystems.USAGE_SUPPLEMENT, "I" + skipped + (skipped == 1 ? "100000" : "000000"), words));
        }
        if (!rhythm.weekdays().isEmpty() && rhythm.everyWeeks() <= 1) {
            var code = new StringBuilder("W");
            var words = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
                boolean on = rhythm.weekdays().contains(i == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(i));
                code.append(on ? '1' : '0');
                if (on) {
                    words.add("日月火水木金土".charAt(i) + "曜日");
                }
            }
            codes.add(Concept.of(CodingSystems.USAGE_SUPPLEMENT, code.toString(), String.join("、", words)));
        } else if (rhythm.timesAWeek() > 0 && rhythm.timesAWeek() < 10 && rhythm.everyWeeks() <= 1) {
            codes.add(Concept.of(
                    CodingSystems.USAGE_SUPPLEMENT,
                    "CW" + rhythm.timesAWeek() + "00000",
                    "週" + rhythm.timesAWeek() + "回"));
        }
        return codes;
    }
}
