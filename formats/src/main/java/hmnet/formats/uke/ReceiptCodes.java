package hmnet.formats.uke;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;

/// The nine digits of a receipt (レセプト電算コード): the first says of which master.
final class ReceiptCodes {
    private ReceiptCodes() {}

    static Concept concept(ReceiptRow row, String name) {
        return concept(row.at("コード"), name);
    }

    static Concept concept(String code, String name) {
        return new Concept(name, List.of(new Code(system(code), code, name)));
    }

    private static String system(String code) {
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case '1' -> CodingSystems.RECEIPT_ACT;
            case '3' -> CodingSystems.RECEIPT_DENTAL_ACT;
            case '6' -> CodingSystems.uri("RECEIPT-DRUG");
            case '7' -> CodingSystems.uri("RECEIPT-MATERIAL");
            default -> CodingSystems.uri("RECEIPT-ITEM");
        };
    }
}
