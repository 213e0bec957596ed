package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseRhythm;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import hmnet.formats.model.pharmacy.StandardUsage;
import java.util.ArrayList;
import java.util.List;

/// How a drug is taken or given, by each TQ1, by RXR and by what stands beside the drug (用法・用量).
final class DrugDosages {
    private final DrugLine line;
    private final DoseAmounts amounts;

    /// @param amounts of the drug, which TQ1-2 changes where it names one of its own
    DrugDosages(DrugLine line, DoseAmounts amounts) {
        this.line = line;
        this.amounts = amounts;
    }

    List<Dosage> all() {
        return line.timings().isEmpty()
                ? List.of(untimed())
                : line.timings().stream().map(this::of).toList();
    }

    /// Messages before 2.5 have no TQ1: quantity and timing stand in ORC-7 or RXE-1.
    private Dosage untimed() {
        var old = OldTiming.of(line);
        var dosage = Dosage.NONE
                .with(amounts)
                .with(DoseUsage.of(old.usage()))
                .with(way())
                .with(given(old.period()));
        return rhythm(withSupplements(dosage, List.of()), List.of(), old.condition(), "")
                .with(old.words());
    }

    private Dosage of(Segment tq1) {
        var patterns = DosePatterns.of(tq1);
        var usage = DosePatterns.usage(patterns);
        var words = new ArrayList<>(DoseTimes.words(tq1));
        var dosage = Dosage.NONE
                .with(amounts(tq1, words))
                .with(DoseUsage.of(usage))
                .with(way())
                .with(given(DoseTimes.period(tq1)));
        var supplements = new ArrayList<>(patterns);
        supplements.remove(usage);
        var directed = tq1.joined(11, " ").strip();
        boolean limits = directed.matches(".*(まで|以内|上限|最大).*");
        if (!limits && !directed.isEmpty()) {
            words.addFirst(directed);
        }
        return rhythm(
                        withSupplements(dosage, supplements),
                        DoseTimes.clock(tq1),
                        tq1.joined(10, " ").strip(),
                        limits ? directed : "")
                .with(words);
    }

    /// TQ1-2 stands for this instruction alone; in one of several the amounts of the whole drug are not its own.
    private DoseAmounts amounts(Segment tq1, List<String> words) {
        var own = SentFields.quantity(tq1, 2);
        if (own.isNone()) {
            return amounts;
        }
        if (own.unitShown().contains("/") || own.unitShown().contains("／")) {
            return (line.timings().size() == 1 ? amounts : DoseAmounts.NONE).withRate(own);
        }
        if (line.timings().size() > 1 || amounts.once().isNone()) {
            var daily = line.timings().size() > 1 ? Amount.NONE : amounts.daily();
            return DoseAmounts.of(own, daily).withRate(amounts.rate());
        }
        if (!own.value().equals(amounts.once().value())) {
            words.add("数量（TQ1） " + own.shown());
        }
        return amounts;
    }

    /// RXE-7 beside the patterns behind the first: 不均等, 何回目から服用.
    private Dosage withSupplements(Dosage dosage, List<Concept> patterns) {
        var supplements = new ArrayList<>(patterns);
        supplements.addAll(DosePatterns.ofDrug(line.drug()));
        var usage = dosage.usage().usage();
        var unit = dosage.amounts().once();
        return dosage.with(new DoseUsage(usage, List.copyOf(supplements)))
                .with(dosage.amounts().withUneven(StandardUsage.uneven(supplements, unit)))
                .with(DosePatterns.rhythm(usage, supplements));
    }

    private Dosage rhythm(Dosage dosage, List<String> clock, String condition, String limit) {
        var rhythm = dosage.rhythm();
        if (!clock.isEmpty()) {
            rhythm = rhythm.inADay(rhythm.timesADay(), rhythm.hoursApart(), clock);
        }
        var why = condition.isEmpty() ? rhythm.condition() : Concept.of(condition);
        if (rhythm.asNeeded() || isForNeed()) {
            rhythm = rhythm.whenNeeded(why);
        } else if (!why.isNone()) {
            rhythm = rhythm.dependingOn(why);
        }
        return dosage.with(limit.isEmpty() ? rhythm : limited(rhythm, limit));
    }

    private static DoseRhythm limited(DoseRhythm rhythm, String words) {
        return rhythm.limited(DoseLimit.of(words));
    }

    /// JAHIS says by RXE-27 what kind of drug it is: 22 頓用.
    private boolean isForNeed() {
        return line.drug().is("RXE")
                && (line.drug().text(27).equals("22") && line.drug().text(27, 3).equals("JHSP0003")
                        || line.drug().text(27, 2).matches("頓用|頓服"));
    }

    /// What was given has its own times.
    private DosePeriod given(DosePeriod ordered) {
        return line.drug().is("RXA")
                ? new DosePeriod(
                        Hl7Time.fhir(line.drug().text(3)),
                        Hl7Time.fhir(line.drug().text(4)),
                        0,
                        0)
                : ordered;
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
