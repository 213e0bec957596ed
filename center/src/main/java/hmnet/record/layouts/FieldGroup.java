package hmnet.record.layouts;

import java.util.List;
import java.util.Locale;

/// What a column may be (項目の選択肢), by what it tells of: in the order in which a clerk looks for it.
enum FieldGroup {
    /// 患者.
    PERSON("patient", "karte", "name", "kana", "birth", "sex", "inout", "department", "ward", "doctor"),
    /// 採取.
    SAMPLING(
            "sampled",
            "sampledTime",
            "received",
            "reported",
            "order",
            "lab",
            "materialCode",
            "material",
            "lipemia",
            "hemolysis",
            "bilirubin",
            "dialysis",
            "meal",
            "pregnancy"),
    /// 検査.
    TEST("itemCode", "item", "jlac10", "analyte", "panelCode", "panel", "parent", "class", "load", "type"),
    /// 結果.
    RESULT("value", "unit", "range", "low", "high", "limit", "flag", "rangeClass", "status", "retest"),
    /// コメント.
    COMMENT(
            "commentCode1",
            "comment1",
            "commentCode2",
            "comment2",
            "comment3",
            "comment4",
            "comment5",
            "comment6",
            "note");

    private final List<String> fields;

    FieldGroup(String... fields) {
        this.fields = List.of(fields);
    }

    public List<String> fields() {
        return fields;
    }

    /// The key of its words.
    public String key() {
        return "layouts.group." + name().toLowerCase(Locale.ROOT);
    }
}
