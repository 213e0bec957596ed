package hmnet.formats.life;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.SpokenDrug;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
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
                        Suspicion.isSaid(row.at("disease_name")),
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

    /// What the amount counts follows from 剤形コード, as in the handbook the form is copied from.
    private static PrescribedDrug drug(LifeRow row) {
        var name = row.at("drug_name");
        var code = row.at("chemical_code");
        var amount = Amount.of(row.at("dose"), row.at("unit_name"));
        var form = DosageForm.ofTc(row.at("dosage_form_code"));
        boolean known = form != DosageForm.OTHER || row.at("dosage_form_code").equals(DosageForm.OTHER.tc());
        var counts = known ? form.supply() : SupplyForm.UNKNOWN;
        var dosage = Dosage.NONE
                .with(DoseUsage.of(row.at("method_name")))
                .with(new DoseWay(Concept.NONE, Concept.NONE, Concept.NONE, form.concept("")));
        var drug = new Supply(counts, Supply.count(row.at("dispensing_quantity")), counts == SupplyForm.INTERNAL)
                .of(
                        PrescribedDrug.of(
                                row.at("prescription_number"),
                                code.isEmpty()
                                        ? Concept.of(name)
                                        : new Concept(name, List.of(new Code(system(row), code, name))),
                                dosage),
                        amount,
                        Amount.NONE);
        return known
                ? drug
                : SpokenDrug.withUsage(drug, "用量 " + amount.shown() + " 調剤数量 " + row.at("dispensing_quantity"));
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
