package hmnet.formats.model.pharmacy;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import java.util.List;
import java.util.Optional;

/// The kinds of drug codes that JAHIS numbers (薬品コード種別) as FHIR names them: 2 レセプト電算, 3 厚生省,
/// 4 YJ, 6 HOT, 7 一般名.
public final class DrugCodes {
    public static final String RECEIPT = CodingSystems.uri("RECEIPT-DRUG");
    public static final String GENERIC = CodingSystems.uri("GENERIC-NAME");
    static final String MHLW = CodingSystems.uri("MHLW-DRUG");

    private DrugCodes() {}

    /// Empty for a kind that nobody defined.
    public static String system(String kind, String code) {
        return switch (kind) {
            case "2" -> RECEIPT;
            case "3" -> MHLW;
            case "4" -> CodingSystems.YJ;
            case "6" -> hot(code);
            case "7" -> GENERIC;
            default -> "";
        };
    }

    /// HOT codes are told apart by their length: 7, 9 and 13 digits.
    public static String hot(String code) {
        return switch (code.length()) {
            case 7 -> CodingSystems.uri("HOT7");
            case 13 -> CodingSystems.uri("HOT13");
            default -> CodingSystems.HOT9;
        };
    }

    /// The first code that JAHIS has a kind for, in the order in which pharmacies prefer them.
    public static Optional<Code> jahis(List<Code> codes, String kinds) {
        return kinds.chars()
                .mapToObj(kind -> String.valueOf((char) kind))
                .flatMap(kind ->
                        codes.stream().filter(code -> kind(code.system()).equals(kind)))
                .findFirst();
    }

    /// `1` (no code) for a system that JAHIS has no kind for.
    public static String kind(String system) {
        if (system.equals(RECEIPT)) {
            return "2";
        } else if (system.equals(MHLW)) {
            return "3";
        } else if (system.equals(CodingSystems.YJ)) {
            return "4";
        } else if (system.equals(GENERIC)) {
            return "7";
        }
        return List.of(CodingSystems.uri("HOT7"), CodingSystems.HOT9, CodingSystems.uri("HOT13"))
                        .contains(system)
                ? "6"
                : "1";
    }
}
