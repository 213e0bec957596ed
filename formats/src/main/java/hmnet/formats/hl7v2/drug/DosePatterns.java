package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The patterns of a drug, all of TQ1-3 and RXE-7 (用法と補足用法): which is the usage, and what rhythm they say
/// together.
final class DosePatterns {
    private static final String STANDARD = "JAMISDP01";
    private static final int SUPPLEMENT = 8;

    private DosePatterns() {}

    static List<Concept> of(Segment tq1) {
        var patterns = new ArrayList<Concept>();
        for (int n = 1; n <= tq1.repetitions(3); n++) {
            patterns.add(pattern(tq1, n));
        }
        patterns.removeIf(Concept::isNone);
        return patterns;
    }

    /// `code&text&JAMISDP01`; some send the three as components.
    private static Concept pattern(Segment tq1, int repetition) {
        boolean parts = tq1.sub(3, repetition, 1, 2).isEmpty()
                && tq1.sub(3, repetition, 1, 3).isEmpty();
        var code = (parts ? tq1.text(3, repetition, 1) : tq1.sub(3, repetition, 1, 1)).strip();
        var text = (parts ? tq1.text(3, repetition, 2) : tq1.sub(3, repetition, 1, 2)).strip();
        var system = (parts ? tq1.text(3, repetition, 3) : tq1.sub(3, repetition, 1, 3)).strip();
        return coded(code, text, system);
    }

    private static Concept coded(String code, String text, String system) {
        return code.isEmpty()
                ? Concept.of(text)
                : new Concept(text, List.of(new Code(system(system, code), code, text)));
    }

    /// The usages of JAMI by their form; a code of another system stays one of that system.
    private static String system(String sent, String code) {
        if (!sent.isEmpty() && !sent.equals(STANDARD)) {
            return CodingSystems.uri(sent);
        }
        if (StandardUsage.isCode(code)) {
            return CodingSystems.USAGE;
        }
        return sent.isEmpty() || code.length() != SUPPLEMENT ? CodingSystems.uri(sent) : CodingSystems.USAGE_SUPPLEMENT;
    }

    /// What RXE-7 says: 不均等, 何回目から服用.
    static List<Concept> ofDrug(Segment drug) {
        var supplements = new ArrayList<Concept>();
        for (int n = 1; drug.is("RXE") && n <= drug.repetitions(7); n++) {
            var sent = SentFields.concept(drug, 7, n);
            var code = sent.first().code();
            supplements.add(
                    !code.isEmpty() && drug.text(7, n, 3).equals(STANDARD) ? coded(code, sent.text(), STANDARD) : sent);
        }
        supplements.removeIf(Concept::isNone);
        return supplements;
    }

    /// The first of JAMI's, else the first.
    static Concept usage(List<Concept> patterns) {
        return patterns.stream()
                .filter(each -> !each.code(CodingSystems.USAGE).isEmpty())
                .findFirst()
                .orElse(patterns.isEmpty() ? Concept.NONE : patterns.getFirst());
    }

    static DoseRhythm rhythm(Concept usage, List<Concept> supplements) {
        var rhythm = StandardUsage.rhythm(usage.code(CodingSystems.USAGE), supplements);
        for (var pattern : all(usage, supplements)) {
            var said = repeated(pattern);
            rhythm = said == null ? rhythm : joined(rhythm, said);
        }
        boolean weekly = !rhythm.weekdays().isEmpty() && rhythm.everyWeeks() == 0;
        return weekly ? rhythm.inWeeks(1, rhythm.timesAWeek(), rhythm.weekdays()) : rhythm;
    }

    private static List<Concept> all(Concept usage, List<Concept> supplements) {
        var all = new ArrayList<>(List.of(usage));
        all.addAll(supplements);
        return all;
    }

    /// As the table of HL7 has it; another facility's code of the same letters may mean anything else.
    private static @Nullable DoseRhythm repeated(Concept pattern) {
        var code = pattern.first();
        boolean table = code.system().isEmpty() || code.system().equals(CodingSystems.uri("HL70335"));
        return table ? RepeatPatterns.of(code.code()).orElse(null) : null;
    }

    private static DoseRhythm joined(DoseRhythm one, DoseRhythm other) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(one.weekdays());
        days.addAll(other.weekdays());
        var joined = one.every(Math.max(one.everyDays(), other.everyDays()))
                .inWeeks(
                        Math.max(one.everyWeeks(), other.everyWeeks()),
                        Math.max(one.timesAWeek(), other.timesAWeek()),
                        days)
                .inADay(
                        Math.max(one.timesADay(), other.timesADay()),
                        Math.max(one.hoursApart(), other.hoursApart()),
                        one.clock());
        return other.asNeeded() ? joined.whenNeeded(other.condition()) : joined;
    }

    /// Whether a reader of the chart can know what is meant: in words, or by a rhythm that is shown in words.
    static boolean isUnderstood(Concept pattern) {
        if (!pattern.text().isBlank()) {
            return true;
        }
        var supplement = pattern.code(CodingSystems.USAGE_SUPPLEMENT);
        return !supplement.isEmpty()
                        && (StandardUsage.rhythm("", List.of(pattern)).skipsDays()
                                || !StandardUsage.uneven(List.of(pattern), Amount.NONE)
                                        .isEmpty())
                || repeated(pattern) != null;
    }
}
