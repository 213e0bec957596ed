package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.PrescribedDrug.Ingredient;
import hmnet.formats.model.code.CareState;
import java.util.ArrayList;
import java.util.List;

/// One drug of a message, whatever segment tells it (薬剤の読み取り).
final class DrugReading {
    private DrugReading() {}

    static PrescribedDrug of(DrugFields fields, DrugLine line) {
        var drug = line.drug();
        return PrescribedDrug.of(line.rp(), SentFields.concept(drug, fields.code()))
                .withDrug(SentFields.concept(drug, fields.code()), mixture(line))
                .withDosages(new DrugDosages(line, amounts(fields, drug)).all())
                .withTotal(SentFields.amount(drug, fields.total(), fields.totalUnit()))
                .withPack(drug.is("RXE") ? SentFields.amount(drug, 28, 29) : Amount.NONE)
                .withStatus(status(line))
                .withInstructions(instructions(fields, drug))
                .withBy(fields.by() == 0 ? Concept.NONE : SentFields.person(drug, fields.by()))
                .withNotes(notes(fields, line));
    }

    private static List<Ingredient> mixture(DrugLine line) {
        return line.components().stream()
                .map(rxc -> new Ingredient(SentFields.concept(rxc, 2), SentFields.amount(rxc, 3, 4)))
                .toList();
    }

    private static DoseAmounts amounts(DrugFields fields, Segment drug) {
        var once = SentFields.amount(drug, fields.dose(), fields.unit());
        var most = SentFields.amount(drug, fields.most(), fields.unit());
        var rate = drug.is("RXE") ? SentFields.amount(drug, 23, 24) : Amount.NONE;
        return DoseAmounts.of(once, SentFields.quantity(drug, fields.daily()))
                .withMost(most.value().equals(once.value()) ? Amount.NONE : most)
                .withRate(rate);
    }

    /// RXA-20 says whether it was given, RXA-18 why not; ORC-1 and ORC-5 what became of the order.
    private static CareStatus status(DrugLine line) {
        if (!line.drug().is("RXA")) {
            return OrderLine.status(line.orc());
        }
        var reason = Names.of(line.drug(), 18);
        return switch (line.drug().text(20)) {
            case "RE" -> new CareStatus(CareState.REFUSED, reason);
            case "NA" -> new CareStatus(CareState.NOT_DONE, reason);
            case "PA" -> new CareStatus(CareState.PARTIAL, reason);
            // From outside: HL7 table 0322; without a word it was given.
            default -> reason.isBlank() ? CareStatus.ACTIVE : new CareStatus(CareState.NOT_DONE, reason);
        };
    }

    private static List<Concept> instructions(DrugFields fields, Segment drug) {
        var instructions = new ArrayList<Concept>();
        for (int field : fields.instructions()) {
            for (int n = 1; n <= drug.repetitions(field); n++) {
                instructions.add(SentFields.concept(drug, field, n));
            }
        }
        if (fields.substitution() != 0 && drug.text(fields.substitution()).equals("N")) {
            instructions.add(Concept.of("後発品変更不可"));
        }
        instructions.removeIf(Concept::isNone);
        return List.copyOf(instructions);
    }

    private static List<String> notes(DrugFields fields, DrugLine line) {
        var drug = line.drug();
        var notes = new ArrayList<String>();
        add(notes, "剤形", Names.of(drug, fields.form()));
        add(
                notes,
                "力価",
                SentFields.amount(drug, fields.strength(), fields.strengthUnit())
                        .shown());
        if (drug.is("RXE")) {
            add(notes, "処方箋番号", drug.text(15));
            add(notes, "1時間あたり", drug.text(22));
            add(notes, "液量", SentFields.amount(drug, 33, 34).shown());
        } else if (drug.is("RXA")) {
            add(notes, "場所", drug.joined(11, " "));
            add(notes, "1時間あたり", drug.text(12));
            add(notes, "ロット番号", drug.text(15));
        }
        notes.addAll(line.notes());
        return notes;
    }

    private static void add(List<String> notes, String what, String said) {
        if (!said.isBlank()) {
            notes.add(what + " " + said);
        }
    }
}
