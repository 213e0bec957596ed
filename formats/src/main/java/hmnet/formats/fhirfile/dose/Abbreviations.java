package hmnet.formats.fhirfile.dose;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseRhythm;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Timings by the abbreviations FHIR prefers as timing codes (BID・QODなど): v3-GTSAbbreviation.
final class Abbreviations {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("QD", "1日1回"),
            Map.entry("BID", "1日2回"),
            Map.entry("TID", "1日3回"),
            Map.entry("QID", "1日4回"),
            Map.entry("QOD", "隔日"),
            Map.entry("AM", "午前"),
            Map.entry("PM", "午後"),
            Map.entry("BED", "就寝時"),
            Map.entry("WK", "週1回"),
            Map.entry("MO", "月1回"),
            Map.entry("Q1H", "1時間ごと"),
            Map.entry("Q2H", "2時間ごと"),
            Map.entry("Q3H", "3時間ごと"),
            Map.entry("Q4H", "4時間ごと"),
            Map.entry("Q6H", "6時間ごと"),
            Map.entry("Q8H", "8時間ごと"));
    private static final Set<String> TIMES = Set.of("QD", "BID", "TID", "QID");

    private Abbreviations() {}

    private static String code(Concept usage) {
        return usage.codes().stream()
                .filter(code -> code.system().endsWith("GTSAbbreviation"))
                .map(code -> code.code())
                .findFirst()
                .orElse("");
    }

    /// Empty for any other code.
    static String words(Concept usage) {
        return WORDS.getOrDefault(code(usage), "");
    }

    static DoseRhythm of(Concept usage, DoseRhythm rhythm) {
        var code = code(usage);
        if (TIMES.contains(code)) {
            return rhythm.inADay(List.of("QD", "BID", "TID", "QID").indexOf(code) + 1, 0, rhythm.clock());
        }
        if (code.matches("Q[1-8]H")) {
            return rhythm.inADay(rhythm.timesADay(), code.charAt(1) - '0', rhythm.clock());
        }
        return switch (code) {
            case "QOD" -> rhythm.every(2);
            case "WK" -> rhythm.inWeeks(1, 1, rhythm.weekdays());
            // From outside: other codes say no rhythm; the words do.
            default -> rhythm;
        };
    }
}
