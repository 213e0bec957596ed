package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DosageRemark;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.code.CodingSystems;
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
        var all = line.timings().isEmpty()
                ? List.of(untimed())
                : line.timings().stream().map(this::of).toList();
        boolean substance = line.notes().contains(DosageWords.SUBSTANCE);
        var dosages = new ArrayList<Dosage>();
        for (var dosage : all) {
            var amounts = dosage.amounts();
            dosages.add(substance ? dosage.with(amounts.inSubstance(true)) : dosage);
        }
        for (var note : line.notes()) {
            DosageRemark.read(note)
                    .filter(remark -> isOne(remark, all.size()))
                    .ifPresent(remark -> dosages.set(remark.number() - 1, remark.on(dosages.get(remark.number() - 1))));
        }
        return dosages;
    }

    /// Whether it is on one of several instructions.
    static boolean isOne(DosageRemark remark, int instructions) {
        return instructions > 1 && remark.number() <= instructions;
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
        var directed = directed(tq1);
        var limit = directed.stream().filter(DoseLimits::isLimit).findFirst().orElse("");
        words.addAll(0, directed.stream().filter(line -> !line.equals(limit)).toList());
        return rhythm(
                        withSupplements(dosage, supplements),
                        DoseTimes.clock(tq1),
                        tq1.joined(10, " ").strip(),
                        limit)
                .with(words);
    }

    /// TQ1-11, line by line.
    private static List<String> directed(Segment tq1) {
        return tq1.joined(11, " ")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /// TQ1-2 stands for this instruction alone; in one of several the amounts of the whole drug are not
    /// its own.
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
        return dosage.with(new DoseUsage(usage, List.copyOf(supplements)))
                .with(dosage.amounts().withUneven(uneven(supplements, dosage.amounts())))
                .with(DosePatterns.rhythm(usage, supplements));
    }

    /// Each time by its name where the words say one (`朝 4錠`), else by its number.
    private List<UnevenDose> uneven(List<Concept> supplements, DoseAmounts of) {
        boolean unsaid = of.once().isNone() && line.drug().is("RXE");
        var unit = unsaid ? SentFields.unit(line.drug(), 5, "") : of.once();
        var named = new ArrayList<UnevenDose>();
        for (var dose : StandardUsage.uneven(supplements, unit)) {
            var behind = " " + dose.amount().shown();
            var number = dose.when().substring(0, 1);
            var when = supplements.stream()
                    .filter(each -> each.code(CodingSystems.USAGE_SUPPLEMENT).startsWith("V" + number))
                    .map(Concept::text)
                    .filter(text -> text.endsWith(behind) && text.length() > behind.length())
                    .map(text -> text.substring(0, text.length() - behind.length()))
                    .findFirst();
            named.add(new UnevenDose(when.orElse(dose.when()), dose.amount()));
        }
        return named;
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
        return dosage.with(limit.isEmpty() ? rhythm : rhythm.limited(DoseLimits.of(limit)));
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
                    way.site().isNone() ? site(rxr) : way.site(),
                    first(way.device(), rxr, 3),
                    first(way.method(), rxr, 4));
        }
        return way;
    }

    /// Where, and on which side (RXR-6).
    private static Concept site(Segment rxr) {
        var site = SentFields.concept(rxr, 2);
        var side = Names.of(rxr, 6);
        return side.isBlank() ? site : new Concept(SentFields.joined(site.shown(), side), site.codes());
    }

    private static Concept first(Concept known, Segment rxr, int field) {
        return known.isNone() ? SentFields.concept(rxr, field) : known;
    }
}
