package hmnet.formats.hl7v2.message;

import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An ordered drug and its instructions as segments (用法・用量の電文化): RXE, TQ1 for each instruction, RXR, RXC.
final class DoseFields {
    private static final String KINDS = "JHSP0003";

    private final MessageBuilder message;

    DoseFields(MessageBuilder message) {
        this.message = message;
    }

    void ordered(Medicines told, PrescribedDrug drug) {
        var several = drug.dosages().size() > 1;
        var amounts = drug.dosage().amounts();
        var once = amounts.once();
        // Null where an instruction has no amount: it would be taken for its own.
        boolean withoutOnce = several
                && drug.dosages().stream()
                        .anyMatch(each -> each.amounts().once().isNone());
        var rxe = message.segment("RXE")
                .set(2, ConceptFields.both(drug.drug()))
                .set(3, withoutOnce ? "\"\"" : once.value())
                .set(4, several ? "" : amounts.most().value())
                .set(5, ConceptFields.unit(counted(amounts)));
        if (!several) {
            DosePatternFields.uneven(drug.dosage()).forEach(dose -> rxe.add(7, ConceptFields.both(dose)));
        }
        total(rxe, drug);
        if (!amounts.daily().isNone() && !several) {
            rxe.setQuantity(19, amounts.daily().value(), ConceptFields.unit(amounts.daily()));
        }
        told.classes().forEach(each -> rxe.add(21, each.code(), each.display(), "MR9P"));
        instructions(rxe, drug);
        if (!several && !amounts.rate().isNone()) {
            rxe.set(23, amounts.rate().value()).set(24, ConceptFields.unit(amounts.rate()));
        }
        rxe.set(28, drug.pack().value()).set(29, ConceptFields.unit(drug.pack()));
        for (int n = 0; n < drug.dosages().size(); n++) {
            timing(drug, drug.dosages().get(n), n + 1);
        }
        way(common(drug.dosages()));
        mixture(drug);
    }

    /// What all instructions say of the way; what only some say would be read of all.
    static DoseWay common(List<Dosage> dosages) {
        return new DoseWay(
                common(dosages, DoseWay::route),
                common(dosages, DoseWay::site),
                common(dosages, DoseWay::device),
                common(dosages, DoseWay::method));
    }

    private static Concept common(List<Dosage> dosages, Function<DoseWay, Concept> part) {
        var said = dosages.stream()
                .map(dosage -> part.apply(dosage.way()))
                .distinct()
                .toList();
        return said.size() == 1 ? said.getFirst() : Concept.NONE;
    }

    /// In what the amounts of the drug are counted.
    private static Amount counted(DoseAmounts amounts) {
        var uneven = amounts.uneven().isEmpty()
                ? Amount.NONE
                : amounts.uneven().getFirst().amount();
        return Stream.of(amounts.once(), amounts.daily(), amounts.most(), uneven)
                .filter(amount -> !amount.isNone())
                .findFirst()
                .orElse(Amount.NONE);
    }

    private static void total(SegmentBuilder rxe, PrescribedDrug drug) {
        if (!drug.total().isNone()) {
            rxe.set(10, drug.total().value()).set(11, ConceptFields.unit(drug.total()));
        }
    }

    private void instructions(SegmentBuilder rxe, PrescribedDrug drug) {
        var kinds = new ArrayList<Concept>();
        for (var instruction : drug.instructions()) {
            if (instruction.shown().equals("後発品変更不可") && instruction.codes().isEmpty()) {
                rxe.set(9, "1");
            } else if (instruction.first().system().endsWith(KINDS)) {
                kinds.add(instruction);
            } else {
                rxe.add(21, ConceptFields.both(instruction));
            }
        }
        boolean needed = drug.dosages().stream().allMatch(DoseFields::needsMark);
        if (needed && kinds.stream().noneMatch(kind -> kind.first().code().equals("22"))) {
            rxe.add(27, "22", "頓用", KINDS);
        }
        kinds.forEach(kind -> rxe.add(27, ConceptFields.both(kind)));
    }

    /// Taken when needed, and the usage does not say so.
    private static boolean needsMark(Dosage dosage) {
        return dosage.rhythm().asNeeded() && !DosePatternFields.saysNeeded(dosage);
    }

    private void timing(PrescribedDrug drug, Dosage dosage, int number) {
        var several = drug.dosages().size() > 1;
        var period = dosage.period();
        var rhythm = dosage.rhythm();
        var tq1 = message.segment("TQ1").set(1, String.valueOf(number));
        if (several) {
            own(tq1, dosage.amounts());
        }
        DosePatternFields.of(dosage).forEach(pattern -> tq1.addParts(3, ConceptFields.pattern(pattern)));
        if (several) {
            DosePatternFields.uneven(dosage).forEach(dose -> tq1.addParts(3, ConceptFields.pattern(dose)));
        }
        if (needsMark(dosage) && !drug.dosages().stream().allMatch(DoseFields::needsMark)) {
            tq1.addParts(3, "PRN", "頓用", "HL70335");
        }
        rhythm.clock().forEach(time -> tq1.add(4, time.replace(":", "").substring(0, 4)));
        if (period.days() > 0) {
            tq1.set(6, String.valueOf(period.days()), "d");
        }
        tq1.set(7, ConceptFields.time(period.start())).set(8, ConceptFields.time(period.end()));
        tq1.set(10, rhythm.condition().shown());
        tq1.set(11, directed(dosage));
        if (period.times() > 0) {
            tq1.set(14, String.valueOf(period.times()));
        }
    }

    /// The limit first, then what else was said, each on a line of its own.
    private static String directed(Dosage dosage) {
        var limit = DosageWords.limit(dosage.rhythm().limit());
        return Stream.concat(Stream.of(limit), dosage.notes().stream())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /// Whether TQ1-2 says it: one time, else a rate by its unit.
    static boolean isOwn(DoseAmounts amounts, Amount said) {
        boolean isRate = amounts.once().isNone() && amounts.rate().unitShown().contains("/");
        return said.equals(isRate ? amounts.rate() : amounts.once());
    }

    /// One of several instructions has its amount or its rate with it.
    private static void own(SegmentBuilder tq1, DoseAmounts amounts) {
        var own = isOwn(amounts, amounts.rate()) ? amounts.rate() : amounts.once();
        if (!own.isNone()) {
            tq1.setQuantity(2, own.value(), ConceptFields.unit(own));
        }
    }

    /// A pattern in front of what was given.
    void pattern(Dosage dosage) {
        if (!dosage.usage().usage().isNone()) {
            var tq1 = message.segment("TQ1").set(1, "1");
            DosePatternFields.of(dosage).forEach(pattern -> tq1.addParts(3, ConceptFields.pattern(pattern)));
        }
    }

    void way(DoseWay way) {
        if (way.equals(DoseWay.NONE)) {
            return;
        }
        message.segment("RXR")
                .set(1, ConceptFields.both(way.route()))
                .set(2, ConceptFields.both(way.site()))
                .set(3, ConceptFields.both(way.device()))
                .set(4, ConceptFields.both(way.method()));
    }

    void mixture(PrescribedDrug drug) {
        var role = "B";
        for (var part : drug.ingredients()) {
            message.segment("RXC")
                    .set(1, role)
                    .set(2, ConceptFields.both(part.drug()))
                    .set(3, part.amount().value())
                    .set(4, ConceptFields.unit(part.amount()));
            role = "A"; // the first is the base, the others are added to it
        }
    }
}
