package hmnet.formats.labcsv;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a laboratory calls a test (検査項目のコード).
final class LabTestCodes {
    private static final Pattern JLAC10_CODE = Pattern.compile("[1-9][A-Z]\\d{3}[0-9A-Z]{4}\\d{8}");
    private static final int JLAC10 = 17;

    private LabTestCodes() {}

    static Concept test(LabLayout layout, LabLine line) {
        var codes = new ArrayList<Code>();
        var own = line.at("itemCode");
        var jlac = line.at("jlac10").isEmpty() && JLAC10_CODE.matcher(own).matches() ? own : line.at("jlac10");
        if (!jlac.isEmpty()) {
            codes.add(new Code(
                    jlac.length() == JLAC10 ? CodingSystems.JLAC10 : CodingSystems.uri("MEDIS-LAB"),
                    jlac,
                    line.at("item")));
        }
        if (!line.at("analyte").isEmpty()) {
            codes.add(new Code(CodingSystems.uri("MEDIS-LAB"), line.at("analyte"), line.at("item")));
        }
        if (!line.at("itemCode").isEmpty()) {
            codes.add(new Code(CodingSystems.uri("LAB-" + layout.name()), line.at("itemCode"), line.at("item")));
        }
        return new Concept(line.at("item"), codes);
    }

    static Concept concept(String system, String code, String text) {
        return code.isEmpty()
                ? Concept.of(text)
                : new Concept(text, List.of(new Code(CodingSystems.uri(system), code, text)));
    }
}
