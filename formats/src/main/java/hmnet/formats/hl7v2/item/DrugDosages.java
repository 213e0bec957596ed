package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a drug is taken or given, by each TQ1, by RXR and by what stands beside the drug (用法・用量).
final class DrugDosages {
    private static final Set<String> DAYS = Set.of("d", "D", "日", "DAY", "day", "日分");
    private static final int SUPPLEMENT = 8;

    private final DrugLine line;
    private final DoseAmounts amounts;

    /// @param amounts of the drug, which TQ1-2 changes where it names one of its own
    DrugDosages(DrugLine line, DoseAmounts amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    List<Dosage> all() {
        if (line.timings().isEmpty()) {
            return List.of(withInstructions(Dosage.NONE.with(amounts), List.of())
                    .with(way())
                    .with(period(null)));
        }
        return line.timings().stream().map(this::of).toList();
    }

    private Dosage of(Segment tq1) {
        var patterns = new ArrayList<Concept>();
        for (int n = 1; n <= tq1.repetitions(3); n++) {
            patterns.add(pattern(tq1, n));
        }
        patterns.removeIf(Concept::isNone);
        var usage = patterns.stream()
                .filter(each -> !each.code(CodingSystems.USAGE).isEmpty())
                .findFirst()
                .orElse(patterns.isEmpty() ? Concept.NONE : patterns.getFirst());
        patterns.remove(usage);
        var own = SentFields.quantity(tq1, 2);
        var dosage = Dosage.NONE
                .with(
                        own.isNone()
                                        || line.timings().size() == 1
                                                && !amounts.once().isNone()
                                ? amounts
                                : new DoseAmounts(own, Amount.NONE, Amount.NONE, List.of(), amounts.rate(), false))
                .with(DoseUsage.of(usage))
                .with(way())
                .with(period(tq1));
        return rhythm(withInstructions(dosage, patterns), tq1);
    }

    /// `code&text&JAMISDP01`; some send the three as components.
    private static Concept pattern(Segment tq1, int repetition) {
        boolean parts = tq1.sub(3, repetition, 1, 2).isEmpty()
                && tq1.sub(3, repetition, 1, 3).isEmpty();
        var code = (parts ? tq1.text(3, repetition, 1) : tq1.sub(3, repetition, 1, 1)).strip();
        var text = (parts ? tq1.text(3, repetition, 2) : tq1.sub(3, repetition, 1, 2)).strip();
        var system = (parts ? tq1.text(3, repetition, 3) : tq1.sub(3, repetition, 1, 3)).strip();
        return code.isEmpty()
                ? Concept.of(text)
                : new Concept(text, List.of(new Code(system(system, code), code, text)));
    }

    /// The usages of JAMI by their form; a code of another system stays one of that system.
    private static String system(String sent, String code) {
        if (!sent.isEmpty() && !sent.equals("JAMISDP01")) {
            return CodingSystems.uri(sent);
        }
        if (StandardUsage.isCode(code)) {
            return CodingSystems.USAGE;
        }
        return sent.isEmpty() || code.length() != SUPPLEMENT ? CodingSystems.uri(sent) : CodingSystems.USAGE_SUPPLEMENT;
    }

    /// RXE-7 beside the patterns behind the first: 不均等, 何回目から服用.
    private Dosage withInstructions(Dosage dosage, List<Concept> patterns) {
        var supplements = new ArrayList<>(patterns);
        if (line.drug().is("RXE")) {
            for (int n = 1; n <= line.drug().repetitions(7); n++) {
                var sent = SentFields.concept(line.drug(), 7, n);
                var code = sent.first().code();
                var known = !code.isEmpty() && line.drug().text(7, n, 3).equals("JAMISDP01")
                        ? new Concept(sent.text(), List.of(new Code(system("JAMISDP01", code), code, sent.text())))
                        : sent;
                if (!known.isNone()) {
                    supplements.add(known);
                }
            }
        }
        var usage = dosage.usage().usage();
        var unit = dosage.amounts().once();
        return dosage.with(new DoseUsage(usage, List.copyOf(supplements)))
                .with(dosage.amounts().withUneven(StandardUsage.uneven(supplements, unit)))
                .with(StandardUsage.rhythm(usage.code(CodingSystems.USAGE), supplements));
    }

    private static Dosage rhythm(Dosage dosage, Segment tq1) {
        var rhythm = dosage.rhythm();
        var clock = new ArrayList<String>();
        for (int n = 1; n <= tq1.repetitions(4); n++) {
            var time = tq1.text(4, n, 1).strip();
            if (time.matches("[0-2][0-9][0-5][0-9].*")) {
                clock.add(time.substring(0, 2) + ":" + time.substring(2, 4));
            }
        }
        if (!clock.isEmpty()) {
            rhythm = rhythm.inADay(rhythm.timesADay(), rhythm.hoursApart(), clock);
        }
        var condition = tq1.joined(10, " ").strip();
        if (!condition.isEmpty()) {
            rhythm = rhythm.asNeeded()
                    ? rhythm.whenNeeded(Concept.of(condition))
                    : rhythm.dependingOn(Concept.of(condition));
        }
        var directed = tq1.joined(11, " ").strip();
        boolean limits = directed.matches(".*(まで|以内|上限|最大).*");
        return limits
                ? dosage.with(rhythm.limited(DoseLimit.of(directed)))
                : dosage.with(rhythm).with(directed.isEmpty() ? List.of() : List.of(directed));
    }

    private DosePeriod period(@Nullable Segment tq1) {
        if (line.drug().is("RXA")) {
            return new DosePeriod(
                    Hl7Time.fhir(line.drug().text(3)), Hl7Time.fhir(line.drug().text(4)), 0, 0);
        }
        return tq1 == null
                ? DosePeriod.NONE
                : new DosePeriod(
                        Hl7Time.fhir(tq1.text(7)), Hl7Time.fhir(tq1.text(8)), days(tq1), Supply.count(tq1.text(14)));
    }

    /// `14^d`, `14^D&日&ISO+`, and `14^日分`, which is no quantity of the standard but is sent.
    private static int days(Segment tq1) {
        boolean days = DAYS.contains(tq1.sub(6, 2, 1)) || DAYS.contains(tq1.sub(6, 2, 2));
        return days ? Supply.count(tq1.text(6)) : 0;
    }

    private DoseWay way() {
        var way = DoseWay.NONE;
        for (var rxr : line.routes()) {
            way = new DoseWay(
                    first(way.route(), rxr, 1),
                    first(way.site(), rxr, 2),
                    first(way.device(), rxr, 3),
                    first(way.method(), rxr, 4));
        }
        return way;
    }

    private static Concept first(Concept known, Segment rxr, int field) {
        return known.isNone() ? SentFields.concept(rxr, field) : known;
    }
}
