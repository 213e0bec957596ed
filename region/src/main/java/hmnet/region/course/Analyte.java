package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A laboratory test (検査項目) with what is usual in the healthy, from `analytes.csv`. No range: a test that
/// answers in words.
record Analyte(
        String key,
        CodedText code,
        String unit,
        String low,
        String high,
        int decimals,
        double typical,
        double spread,
        String material) {
    private static final Map<String, Analyte> ALL = Table.read(Analyte.class, "analytes.csv").stream()
            .map(Analyte::of)
            .collect(Collectors.toMap(Analyte::key, Function.identity()));
    private static final Map<String, List<String>> PANELS = Table.read(Analyte.class, "panels.csv").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> TableReferences.words(row.get(1))));

    static Analyte of(String key) {
        return TableReferences.in(ALL, key);
    }

    static List<Analyte> panel(String key) {
        return TableReferences.in(PANELS, key).stream().map(Analyte::of).toList();
    }

    private static Analyte of(List<String> row) {
        return new Analyte(
                row.get(0),
                new CodedText(row.get(1), row.get(2), "JC10"),
                row.get(3),
                row.get(4),
                row.get(5),
                Integer.parseInt(row.get(6)),
                Double.parseDouble(row.get(7)),
                Double.parseDouble(row.get(8)),
                row.get(9));
    }

    /// The line of a result; `status` F final, C corrected.
    LabItem item(double value, String status) {
        if (high.isEmpty()) {
            return new LabItem(code, CodedText.NONE, "ST", "(-)", CodedText.NONE, "", "N", status);
        }
        var shown = BigDecimal.valueOf(Math.round(Math.max(0, value) * Math.pow(10, decimals)), decimals);
        var flag =
                shown.compareTo(new BigDecimal(low)) < 0 ? "L" : shown.compareTo(new BigDecimal(high)) > 0 ? "H" : "N";
        var unitCode = unit.isEmpty() ? CodedText.NONE : new CodedText(unit, unit, "99XYZ");
        return new LabItem(code, CodedText.NONE, "NM", shown.toPlainString(), unitCode, low + "-" + high, flag, status);
    }
}
