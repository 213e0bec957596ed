package hmnet.formats.orca;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.ArrayList;
import java.util.List;

/// How ORCA names a medicine (医薬品): by the receipt's nine digits, in a prescription by YJ too.
final class OrcaDrugs {
    static final String RECEIPT_DRUG = CodingSystems.uri("RECEIPT-DRUG");
    private static final int YJ_LENGTH = 12;

    private OrcaDrugs() {}

    static Concept concept(String receipt, String yj, String name) {
        var codes = new ArrayList<Code>();
        if (yj.length() == YJ_LENGTH) {
            codes.add(new Code(CodingSystems.YJ, yj, name));
        }
        if (!receipt.isEmpty()) {
            codes.add(new Code(RECEIPT_DRUG, receipt, name));
        }
        return new Concept(name, List.copyOf(codes));
    }
}
