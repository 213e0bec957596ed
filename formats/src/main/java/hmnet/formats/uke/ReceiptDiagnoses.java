package hmnet.formats.uke;

import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Suspicion;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/// The diagnoses of a receipt (傷病名): SY, of DPC SB, of dentists HS with the teeth.
final class ReceiptDiagnoses {
    private static final String UNCODED = "0000999";
    private static final String SUSPECTED = "8002";
    private static final int MODIFIER = 4;
    private static final Set<String> MAIN = Set.of("01", "11");

    private ReceiptDiagnoses() {}

    static List<Entry> of(Receipt receipt) {
        var entries = new ArrayList<Entry>();
        var seen = new HashMap<String, Integer>();
        for (var row : receipt.rows()) {
            if (Set.of("SY", "SB", "HS").contains(row.tag())) {
                var key = String.join(
                        "/",
                        row.tag(),
                        row.at("傷病名コード"),
                        row.at("修飾語"),
                        row.at("傷病名"),
                        row.at("開始日"),
                        row.at("歯式"),
                        row.at("傷病名区分"));
                int nth = seen.merge(key, 1, Integer::sum);
                entries.add(problem(receipt, row, nth == 1 ? key : key + "/" + nth));
            }
        }
        return entries;
    }

    private static Problem problem(Receipt receipt, ReceiptRow row, String key) {
        var begun = JapaneseDate.day(row.at("開始日"));
        var codes = codes(row);
        return new Problem(
                key,
                ReceiptSheet.at(begun == null ? receipt.first() : begun),
                new Concept(words(row), codes),
                begun == null ? "" : begun.toString(),
                "",
                outcome(row.at("転帰")),
                codes.stream().anyMatch(ReceiptDiagnoses::isSuspicion) || Suspicion.isSaid(row.at("傷病名")),
                MAIN.contains(row.at("主傷病")) || MAIN.contains(row.at("傷病名区分")),
                receipt.source(),
                CareStatus.ACTIVE,
                false,
                "",
                notes(row),
                labels(row));
    }

    /// What has no field of its own, by its name and as it came: the numbers of 傷病名区分 and 病態移行 too.
    private static List<String> notes(ReceiptRow row) {
        var notes = new ArrayList<String>();
        for (var field : List.of("傷病名区分", "死因", "併存数", "病態移行", "コメントコード")) {
            if (row.has(field)) {
                notes.add(field + " " + row.at(field));
            }
        }
        if (row.has("補足歯式")) {
            notes.add("補足歯式 " + Teeth.words(row.at("補足歯式")));
        }
        return List.copyOf(notes);
    }

    private static boolean isSuspicion(Code code) {
        return code.system().equals(CodingSystems.RECEIPT_MODIFIER)
                && code.code().equals(SUSPECTED);
    }

    private static List<Code> codes(ReceiptRow row) {
        var codes = new ArrayList<Code>();
        var disease = row.at("傷病名コード");
        if (!disease.isEmpty() && !disease.equals(UNCODED)) {
            codes.add(new Code(CodingSystems.RECEIPT_DISEASE, disease, row.at("傷病名")));
        }
        var modifiers = row.at("修飾語");
        for (int i = 0; i + MODIFIER <= modifiers.length(); i += MODIFIER) {
            codes.add(new Code(CodingSystems.RECEIPT_MODIFIER, modifiers.substring(i, i + MODIFIER), ""));
        }
        if (row.has("ICD10")) {
            codes.add(new Code(CodingSystems.ICD10, row.at("ICD10"), ""));
        }
        return codes;
    }

    /// A code alone has no words; the teeth and what the sender added have their place here only.
    private static String words(ReceiptRow row) {
        var more = new ArrayList<String>();
        if (row.has("歯式")) {
            more.add("歯式 " + Teeth.words(row.at("歯式")));
        }
        if (row.has("補足")) {
            more.add(row.at("補足"));
        }
        var name = row.at("傷病名");
        if (more.isEmpty()) {
            return name;
        }
        return (name.isEmpty() ? "傷病名コード " + row.at("傷病名コード") : name) + "（" + String.join("、", more) + "）";
    }

    private static Set<Label> labels(ReceiptRow row) {
        var labels = EnumSet.noneOf(Label.class);
        labels.addAll(LabelRules.ofReceiptDisease(row.at("傷病名コード"), row.at("傷病名")));
        return labels;
    }

    private static String outcome(String code) {
        return switch (code) {
            case "1" -> "";
            case "2" -> "治ゆ";
            case "3" -> "死亡";
            case "4" -> "中止";
            default -> code;
        };
    }
}
