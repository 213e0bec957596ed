package hmnet.formats.life;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabelRules;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The forms of LIFE whose rows are diagnoses or medicines (既往歴情報・服薬情報), as the care provider noted
/// them.
final class LifeRecords {
    private static final Set<String> DIAGNOSES = Set.of("FORM_0001_2021", "FORM_0801_2021");
    private static final Set<String> MEDICINES = Set.of("FORM_0002_2021");
    private static final Pattern RECEIPT = Pattern.compile("\\d{7}");
    private static final Pattern ICD10 = Pattern.compile("[A-Z]\\d{2}.{0,3}");

    private LifeRecords() {}

    static boolean isKnown(String form) {
        return DIAGNOSES.contains(form) || MEDICINES.contains(form);
    }

    static List<Entry> of(List<LifeRow> rows, OffsetDateTime at) {
        return MEDICINES.contains(rows.getFirst().form()) ? medicines(rows, at) : problems(rows, at);
    }

    private static List<Entry> problems(List<LifeRow> rows, OffsetDateTime at) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var begun = JapaneseDate.day(row.at("symptoms_appearance_date"));
            var disease = disease(row.at("injury_code"), row.at("disease_name"));
            if (!disease.isNone()) {
                entries.add(Problem.of(
                        key(row, i),
                        begun == null ? at : begun.atStartOfDay().atOffset(at.getOffset()),
                        disease,
                        begun == null ? "" : begun.toString(),
                        "",
                        "",
                        false,
                        false,
                        "",
                        LabelRules.ofReceiptDisease(row.at("injury_code"), row.at("disease_name"))));
            }
        }
        return entries;
    }

    private static Concept disease(String code, String name) {
        if (code.isEmpty()) {
            return Concept.of(name);
        }
        var system = RECEIPT.matcher(code).matches()
                ? CodingSystems.RECEIPT_DISEASE
                : ICD10.matcher(code).matches() ? CodingSystems.ICD10 : CodingSystems.uri("LIFE-DISEASE");
        return new Concept(name, List.of(new Code(system, code, name)));
    }

    private static List<Entry> medicines(List<LifeRow> rows, OffsetDateTime at) {
        var byDay = new LinkedHashMap<LocalDate, List<PrescribedDrug>>();
        for (var row : rows) {
            var day = JapaneseDate.day(row.at("dispensing_date"));
            byDay.computeIfAbsent(day == null ? at.toLocalDate() : day, any -> new ArrayList<>())
                    .add(drug(row));
        }
        var entries = new ArrayList<Entry>();
        byDay.forEach((day, drugs) -> entries.add(Medicines.of(
                "stated/" + day,
                day.atStartOfDay().atOffset(at.getOffset()),
                Medicines.MedicineAct.STATED,
                false,
                "",
                "",
                "",
                "",
                drugs,
                List.of(),
                false,
                Set.of())));
        return entries;
    }

    private static PrescribedDrug drug(LifeRow row) {
        var name = row.at("drug_name");
        var code = row.at("chemical_code");
        var quantity = row.at("dispensing_quantity");
        boolean internal = row.at("dosage_form_code").equals("1");
        return PrescribedDrug.of(
                row.at("prescription_number"),
                code.isEmpty() ? Concept.of(name) : new Concept(name, List.of(new Code(system(row), code, name))),
                Amount.NONE,
                Amount.of(row.at("dose"), row.at("unit_name")),
                row.at("method_name"),
                "",
                internal
                                && quantity.length() < 4
                                && quantity.chars().allMatch(Character::isDigit)
                                && !quantity.isEmpty()
                        ? Integer.parseInt(quantity)
                        : 0,
                row.at("dosage_form_code").equals("3"),
                null,
                Amount.NONE,
                Concept.NONE,
                List.of());
    }

    /// 薬品コード種別 as in JAHIS 電子版お薬手帳.
    private static String system(LifeRow row) {
        return switch (row.at("chemical_code_type")) {
            case "2" -> CodingSystems.uri("RECEIPT-DRUG");
            case "4" -> CodingSystems.YJ;
            case "6" -> CodingSystems.HOT9;
            default -> CodingSystems.uri("LIFE-DRUG");
        };
    }

    private static String key(LifeRow row, int index) {
        var detail = row.at("external_system_management_detail_number");
        return detail.isEmpty() ? "row/" + (index + 1) : "detail/" + detail + "/" + (index + 1);
    }
}
