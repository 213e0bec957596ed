package hmnet.formats.hl7v2.drug;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseRhythm;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a repeat pattern of HL7 says (反復パターン, HL7 table 0335): `BID`, `QOD`, `Q8H`, `Q2W`, `Q1J135`, `PRN`.
final class RepeatPatterns {
    private static final Pattern EVERY = Pattern.compile("Q([1-9][0-9]?)([HDW])");
    private static final Pattern WEEKDAYS = Pattern.compile("Q([1-9]?)J([1-7]{1,7})");
    private static final Pattern TIMES = Pattern.compile("([1-9])ID");

    private RepeatPatterns() {}

    /// Empty for what is no pattern of the table, or none that can be reckoned with.
    static Optional<DoseRhythm> of(String sent) {
        var code = sent.strip().toUpperCase(Locale.ROOT);
        return switch (code) {
            case "QD", "QAM", "QPM", "QHS", "ONCE" -> Optional.of(DoseRhythm.DAILY.inADay(1, 0, List.of()));
            case "BID" -> Optional.of(aDay(2));
            case "TID" -> Optional.of(aDay(3));
            case "QID" -> Optional.of(aDay(4));
            case "QOD" -> Optional.of(DoseRhythm.DAILY.every(2));
            case "QW" -> Optional.of(weeks(1));
            // From outside: HL7 table 0335, which has patterns with numbers in them.
            default -> numbered(code);
        };
    }

    private static Optional<DoseRhythm> numbered(String code) {
        if (code.startsWith("PRN")) {
            return Optional.of(
                    DoseRhythm.DAILY.whenNeeded(Concept.of(code.substring(3).strip())));
        }
        var times = TIMES.matcher(code);
        if (times.matches()) {
            return Optional.of(aDay(Integer.parseInt(times.group(1))));
        }
        var days = WEEKDAYS.matcher(code);
        if (days.matches()) {
            return Optional.of(weekdays(days.group(1).isEmpty() ? 1 : Integer.parseInt(days.group(1)), days.group(2)));
        }
        var every = EVERY.matcher(code);
        if (!every.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(every.group(1));
        return Optional.of(
                switch (every.group(2)) {
                    case "H" -> DoseRhythm.DAILY.inADay(0, number, List.of());
                    case "W" -> weeks(number);
                    // Days: the only other letter of the pattern.
                    default -> DoseRhythm.DAILY.every(number);
                });
    }

    private static DoseRhythm aDay(int times) {
        return DoseRhythm.DAILY.inADay(times, 0, List.of());
    }

    private static DoseRhythm weeks(int number) {
        return DoseRhythm.DAILY.inWeeks(number, number == 1 ? 1 : 0, EnumSet.noneOf(DayOfWeek.class));
    }

    /// From Monday, which is 1.
    private static DoseRhythm weekdays(int weeks, String digits) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        digits.chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
        return DoseRhythm.DAILY.inWeeks(weeks, 0, days);
    }
}
