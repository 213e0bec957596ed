package hmnet.formats.hl7v2.message;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DosageWords;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import java.util.ArrayList;
import java.util.List;

/// An ordered drug and its instructions as segments (用法・用量の電文化): RXE, TQ1 for each instruction, RXR, RXC.
final class DoseFields {
    private static final String KINDS = "JHSP0003";

    private final MessageBuilder message;
    private final List<Note> notes;

    DoseFields(MessageBuilder message, List<Note> notes) {
        this.message = message;
        this.notes = notes;
    }

    void ordered(Medicines told, PrescribedDrug drug) {
        var several = drug.dosages().size() > 1;
        var amounts = drug.dosage().amounts();
        var once = amounts.once();
        var rxe = message.segment("RXE")
                .set(2, ConceptFields.both(drug.drug()))
                .set(3, once.value())
                .set(4, amounts.most().value())
                .set(5, ConceptFields.unit(once.isNone() ? amounts.daily() : once));
        DosePatternFields.uneven(drug.dosage()).forEach(dose -> rxe.add(7, ConceptFields.both(dose)));
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
            timing(drug.dosages().get(n), n + 1, several);
        }
        way(drug.dosage().way());
        mixture(drug);
        unsaid(drug, several);
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
        boolean needed = drug.asNeeded() && !DosePatternFields.saysNeeded(drug.dosage());
        if (needed && kinds.stream().noneMatch(kind -> kind.first().code().equals("22"))) {
            rxe.add(27, "22", "頓用", KINDS);
        }
        kinds.forEach(kind -> rxe.add(27, ConceptFields.both(kind)));
    }

    private void timing(Dosage dosage, int number, boolean several) {
        var period = dosage.period();
        var rhythm = dosage.rhythm();
        var tq1 = message.segment("TQ1").set(1, String.valueOf(number));
        if (several) {
            own(tq1, dosage);
        }
        DosePatternFields.of(dosage).forEach(pattern -> tq1.addParts(3, ConceptFields.pattern(pattern)));
        rhythm.clock().forEach(time -> tq1.add(4, time.replace(":", "").substring(0, 4)));
        if (period.days() > 0) {
            tq1.set(6, String.valueOf(period.days()), "d");
        }
        tq1.set(7, ConceptFields.time(period.start())).set(8, ConceptFields.time(period.end()));
        tq1.set(10, rhythm.condition().shown());
        var limit = DosageWords.limit(rhythm.limit());
        var words = String.join("、", dosage.notes());
        tq1.set(11, limit.isEmpty() ? words : limit);
        if (period.times() > 0) {
            tq1.set(14, String.valueOf(period.times()));
        }
        if (!limit.isEmpty() && !words.isEmpty()) {
            left("notes", words);
        }
        if (!rhythm.monthDays().isEmpty()) {
            left("monthDays", DosageWords.rhythm(rhythm));
        }
    }

    /// One of several instructions has its amount or its rate with it.
    private void own(SegmentBuilder tq1, Dosage dosage) {
        var amounts = dosage.amounts();
        if (!amounts.once().isNone()) {
            tq1.setQuantity(2, amounts.once().value(), ConceptFields.unit(amounts.once()));
            unsaid("rate", amounts.rate());
        } else if (!amounts.rate().isNone()) {
            tq1.setQuantity(2, amounts.rate().value(), ConceptFields.unit(amounts.rate()));
        }
        unsaid("daily", amounts.daily());
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

    private void unsaid(PrescribedDrug drug, boolean several) {
        boolean otherWays = drug.dosages().stream()
                .anyMatch(each -> !each.way().equals(drug.dosage().way()));
        if (several && otherWays) {
            left("way", drug.drug().shown());
        }
    }

    private void unsaid(String element, Amount amount) {
        if (!amount.isNone()) {
            left(element, amount.shown());
        }
    }

    private void left(String element, String said) {
        notes.add(Note.info("element-left-out", 0, element, said));
    }
}
