package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderStatus;
import hmnet.formats.hl7v2.segment.SentFields;
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
public final class DrugReading {
    private static final String DRUG_CLASSES = "MR9P";

    private DrugReading() {}

    public static PrescribedDrug of(DrugFields fields, DrugLine line) {
        var drug = line.drug();
        var amounts = amounts(fields, line);
        return PrescribedDrug.of(line.rp(), SentFields.concept(drug, fields.code()))
                .withDrug(SentFields.concept(drug, fields.code()), mixture(line))
                .withDosages(new DrugDosages(line, amounts).all())
                .withTotal(SentFields.amount(drug, fields.total(), fields.totalUnit()))
                .withPack(SentFields.amount(drug, fields.pack(), fields.packUnit()))
                .withStatus(status(line))
                .withInstructions(instructions(fields, line))
                .withBy(fields.by() == 0 ? Concept.NONE : SentFields.person(drug, fields.by()))
                .withNotes(DrugRemarks.of(fields, line, amounts));
    }

    private static List<Ingredient> mixture(DrugLine line) {
        return line.components().stream()
                .map(rxc -> new Ingredient(SentFields.concept(rxc, 2), SentFields.amount(rxc, 3, 4)))
                .toList();
    }

    /// What was dispensed names no dose of its own: it stands with the order in front of it.
    private static DoseAmounts amounts(DrugFields fields, DrugLine line) {
        var ordered = line.ordered();
        if (line.drug().is("RXD") && ordered != null) {
            var of = DrugFields.ALL.stream()
                    .filter(each -> each.segment().equals("RXE"))
                    .findFirst()
                    .orElse(fields);
            var amounts = amounts(of, ordered);
            var daily = SentFields.quantity(line.drug(), fields.daily());
            return daily.isNone() ? amounts : amounts.withDaily(daily);
        }
        return amounts(fields, line.drug());
    }

    private static DoseAmounts amounts(DrugFields fields, Segment drug) {
        var said = SentFields.amount(drug, fields.dose(), fields.unit());
        var once = isUnknown(drug, said) ? Amount.NONE : said;
        var most = SentFields.amount(drug, fields.most(), fields.unit());
        var rate = SentFields.amount(drug, fields.rate(), fields.rateUnit());
        return DoseAmounts.of(once, SentFields.quantity(drug, fields.daily()))
                .withMost(most.value().equals(once.value()) ? Amount.NONE : most)
                .withRate(rate);
    }

    /// `999` without a unit stands for an amount that nobody knows (RXA-6, HL7 v2.5 §4.14.7.6).
    static boolean isUnknown(Segment drug, Amount said) {
        return drug.is("RXA") && said.value().equals("999") && said.unitShown().isBlank();
    }

    /// RXA-20 says whether it was given, RXA-18 why not; ORC-1 and ORC-5 what became of the order.
    private static CareStatus status(DrugLine line) {
        if (!line.drug().is("RXA")) {
            return OrderStatus.of(line.orc());
        }
        var reason = Names.of(line.drug(), 18);
        var done = line.drug().text(20).strip();
        return switch (done) {
            case "RE" -> new CareStatus(CareState.REFUSED, reason);
            case "NA" -> new CareStatus(CareState.NOT_DONE, reason);
            case "PA" -> new CareStatus(CareState.PARTIAL, reason);
            case "CP" -> new CareStatus(CareState.ACTIVE, reason);
            case "" -> reason.isBlank() ? CareStatus.ACTIVE : new CareStatus(CareState.NOT_DONE, reason);
            // From outside: a word that HL7 table 0322 does not have says neither that it was given nor that it was
            // not.
            default -> new CareStatus(CareState.UNKNOWN, SentFields.joined(done, reason));
        };
    }

    private static List<Concept> instructions(DrugFields fields, DrugLine line) {
        var drug = line.drug();
        var instructions = new ArrayList<>(sent(drug, fields.instructions()));
        var requested = line.requested();
        if (drug.is("RXE") && requested != null) {
            instructions.addAll(sent(requested, List.of(6, 7, 20)));
        }
        var ordered = line.ordered();
        if (drug.is("RXD") && ordered != null) {
            instructions.addAll(sent(ordered, List.of(27)));
        }
        for (int n = 1; drug.is("RXE") && n <= drug.repetitions(21); n++) {
            if (!isClass(drug, n)) {
                instructions.add(SentFields.concept(drug, 21, n));
            }
        }
        if (fields.substitution() != 0) {
            instructions.add(Concept.of(substitution(fields.segment(), drug.text(fields.substitution()))));
        }
        instructions.removeIf(Concept::isNone);
        return instructions.stream().distinct().toList();
    }

    private static List<Concept> sent(Segment segment, List<Integer> fields) {
        var sent = new ArrayList<Concept>();
        for (int field : fields) {
            for (int n = 1; n <= segment.repetitions(field); n++) {
                sent.add(SentFields.concept(segment, field, n));
            }
        }
        return sent;
    }

    /// Whether RXE-21 says for whom a prescription is, not how it is to be made up.
    public static boolean isClass(Segment rxe, int repetition) {
        return rxe.text(21, repetition, 3).equals(DRUG_CLASSES);
    }

    /// What may be given (HL70161) is not what was given (HL70167).
    private static String substitution(String segment, String code) {
        if (segment.equals("RXO")) {
            return code.equals("N") ? "後発品変更不可" : "";
        }
        return switch (code) {
            case "1" -> "後発品変更不可";
            case "G" -> "後発品に変更";
            case "T" -> "代替薬に変更";
            // From outside: HL7 table 0167; the others change nothing.
            default -> "";
        };
    }
}
