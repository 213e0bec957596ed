package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which codes and names put a label on a row (機微ラベルの規則), from `label-rules.csv`.
public final class LabelRules {
    private record LabelRule(String pattern, Label label) {}

    private static final List<LabelRule> ICD10 = rules("icd10");
    private static final List<LabelRule> RECEIPT_DISEASE = rules("receipt-disease");
    private static final List<LabelRule> DISEASE_NAME = rules("disease-name");
    private static final List<LabelRule> JLAC10 = rules("jlac10");
    private static final List<LabelRule> LAB_NAME = rules("lab-name");
    private static final List<LabelRule> DRUG_NAME = rules("drug-name");
    private static final List<LabelRule> DEPARTMENT = rules("department");
    private static final List<LabelRule> AWARENESS = rules("awareness");

    private static final int RECEIPT_DIGITS = 7;

    private LabelRules() {}

    /// @param icd10 with or without its point
    public static Set<Label> ofDiagnosis(String icd10) {
        var labels = EnumSet.noneOf(Label.class);
        var plain = icd10.replace(".", "");
        for (var rule : ICD10) {
            if (plain.startsWith(rule.pattern)) {
                labels.add(rule.label);
            }
        }
        return labels;
    }

    /// @param code of seven digits (レセプト電算 傷病名コード), which no ICD-10 goes with
    /// @param name what the sender calls the disease, empty when it sends the code alone
    public static Set<Label> ofReceiptDisease(String code, String name) {
        var labels = EnumSet.noneOf(Label.class);
        for (var rule : RECEIPT_DISEASE) {
            if (code.length() == RECEIPT_DIGITS && code.startsWith(rule.pattern)) {
                labels.add(rule.label);
            }
        }
        return contained(name, DISEASE_NAME, labels);
    }

    /// @param name what the sender calls the test: all a local code has
    public static Set<Label> ofTest(String jlac10, String name) {
        var labels = EnumSet.noneOf(Label.class);
        for (var rule : JLAC10) {
            if (jlac10.startsWith(rule.pattern)) {
                labels.add(rule.label);
            }
        }
        contained(name, LAB_NAME, labels);
        return labels;
    }

    public static Set<Label> ofDrug(String name) {
        return contained(name, DRUG_NAME, EnumSet.noneOf(Label.class));
    }

    /// @param name in words: department codes are each facility's own
    public static Set<Label> ofDepartment(String name) {
        return contained(name, DEPARTMENT, EnumSet.noneOf(Label.class));
    }

    /// @param code and `text` of PRB-21, the patient's own awareness
    public static Set<Label> ofAwareness(String code, String text) {
        var labels = EnumSet.noneOf(Label.class);
        for (var rule : AWARENESS) {
            if (code.equals(rule.pattern) || (rule.pattern.length() > 1 && text.contains(rule.pattern))) {
                labels.add(rule.label);
            }
        }
        return labels;
    }

    /// Those that the codes and names of code tables give away (コード表から): what a local code hides.
    public static Set<Label> ofCodes(List<Code> codes) {
        var labels = EnumSet.noneOf(Label.class);
        for (var code : codes) {
            if (Vocabulary.TEST.isStandard(code.system())) {
                labels.addAll(ofTest(code.code(), code.display()));
            } else if (Vocabulary.DISEASE.isStandard(code.system())) {
                labels.addAll(ofDiagnosis(code.code()));
                labels.addAll(ofReceiptDisease(code.code(), code.display()));
            } else {
                labels.addAll(ofDrug(code.display()));
            }
        }
        return labels;
    }

    private static Set<Label> contained(String name, List<LabelRule> rules, Set<Label> labels) {
        for (var rule : rules) {
            if (name.contains(rule.pattern)) {
                labels.add(rule.label);
            }
        }
        return labels;
    }

    private static List<LabelRule> rules(String about) {
        return Table.read(LabelRules.class, "label-rules.csv").stream()
                .filter(row -> row.get(0).equals(about))
                .map(row -> new LabelRule(row.get(1), Label.valueOf(row.get(2))))
                .toList();
    }
}
