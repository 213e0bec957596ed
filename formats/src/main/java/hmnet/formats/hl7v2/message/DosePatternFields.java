package hmnet.formats.hl7v2.message;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Usage, supplements and rhythm of an instruction as patterns of TQ1-3 and RXE-7 (用法の電文化).
final class DosePatternFields {
    private static final String REPEAT = CodingSystems.uri("HL70335");

    private DosePatternFields() {}

    /// The usage, what was said beside it, and what only the rhythm says.
    static List<Concept> of(Dosage dosage) {
        var usage = dosage.usage();
        var patterns = new ArrayList<Concept>();
        patterns.add(usage.usage());
        usage.supplements().stream().filter(each -> !isUneven(each)).forEach(patterns::add);
        var said = StandardUsage.rhythm(usage.usage().code(CodingSystems.USAGE), usage.supplements());
        boolean repeated = patterns.stream()
                .anyMatch(each ->
                        each.codes().stream().anyMatch(code -> code.system().equals(REPEAT)));
        if (!repeated) {
            days(patterns, dosage.rhythm(), said);
            times(patterns, dosage, said);
        }
        patterns.removeIf(Concept::isNone);
        return patterns;
    }

    /// `I1100000` and `W0100100` of JAMI; of every other week the patterns of HL7; days of a month in words.
    private static void days(List<Concept> patterns, DoseRhythm rhythm, DoseRhythm said) {
        if (!rhythm.skipsDays() || said.skipsDays()) {
            return;
        }
        if (rhythm.everyWeeks() > 1) {
            var days = Arrays.stream(DayOfWeek.values())
                    .filter(rhythm.weekdays()::contains)
                    .map(day -> String.valueOf(day.getValue()))
                    .collect(Collectors.joining());
            repeat(
                    patterns,
                    "Q" + rhythm.everyWeeks() + (days.isEmpty() ? "W" : "J" + days),
                    DosageWords.rhythm(rhythm));
        } else if (rhythm.everyDays() > 9) {
            repeat(patterns, "Q" + rhythm.everyDays() + "D", DosageWords.rhythm(rhythm));
        } else if (!rhythm.monthDays().isEmpty()) {
            patterns.add(Concept.of(DosageWords.rhythm(rhythm)));
        } else if (rhythm.everyWeeks() == 1 && rhythm.weekdays().isEmpty() && rhythm.timesAWeek() == 0) {
            repeat(patterns, "Q1W", "週1回");
        } else {
            patterns.addAll(StandardUsage.supplements(rhythm));
        }
    }

    private static void times(List<Concept> patterns, Dosage dosage, DoseRhythm said) {
        var rhythm = dosage.rhythm();
        if (rhythm.hoursApart() > 0 && said.hoursApart() == 0) {
            repeat(patterns, "Q" + rhythm.hoursApart() + "H", rhythm.hoursApart() + "時間ごと");
        }
        if (rhythm.timesADay() > 0 && said.timesADay() == 0 && rhythm.timesADay() < 10) {
            repeat(patterns, times(rhythm.timesADay()), "1日" + rhythm.timesADay() + "回");
        }
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "QD";
            case 2 -> "BID";
            case 3 -> "TID";
            case 4 -> "QID";
            // More often: HL7 writes the number.
            default -> number + "ID";
        };
    }

    private static void repeat(List<Concept> patterns, String code, String words) {
        patterns.add(Concept.of(REPEAT, code, words));
    }

    /// 不均等, by its own codes or such as are made of it: `V14NNNNN` is four at the first time.
    static List<Concept> uneven(Dosage dosage) {
        var own = dosage.usage().supplements().stream()
                .filter(DosePatternFields::isUneven)
                .toList();
        if (!own.isEmpty()) {
            return own;
        }
        var made = new ArrayList<Concept>();
        var doses = dosage.amounts().uneven();
        for (int n = 0; n < doses.size(); n++) {
            var code = "V" + (n + 1) + doses.get(n).amount().value();
            var padded = code.length() > 8 || n > 8 ? "" : code + "N".repeat(8 - code.length());
            made.add(new Concept(
                    doses.get(n).when() + " " + doses.get(n).amount().shown(),
                    List.of(new Code(CodingSystems.USAGE_SUPPLEMENT, padded, ""))));
        }
        return made;
    }

    private static boolean isUneven(Concept supplement) {
        return supplement.code(CodingSystems.USAGE_SUPPLEMENT).startsWith("V");
    }

    /// Whether the usage's own code says that it is taken when needed.
    static boolean saysNeeded(Dosage dosage) {
        return StandardUsage.rhythm(dosage.usage().usage().code(CodingSystems.USAGE), List.of())
                .asNeeded();
    }
}
