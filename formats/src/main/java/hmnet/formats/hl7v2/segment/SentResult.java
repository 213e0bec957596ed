package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import java.util.Set;

/// The value of an observation (検査値, OBX-5) by its type (OBX-2).
public final class SentResult {
    private static final Set<String> CODED = Set.of("CWE", "CE", "CNE");

    private SentResult() {}

    /// As people read it: parts of an SN joined by a space, the text of a coded value.
    public static String text(Segment obx) {
        return switch (obx.text(2)) {
            case "CWE", "CE", "CNE" -> Names.of(obx, 5);
            case "ED", "RP" -> "";
            // From outside: HL7 table 0125.
            default -> obx.joined(5, " ").strip();
        };
    }

    /// What it is and its value with the unit, as one line.
    public static String line(Segment obx) {
        var value = withUnit(obx);
        return value.isBlank() ? "" : (Names.of(obx, 3) + " " + value).strip();
    }

    /// The value as a person reads it, with its unit.
    public static String withUnit(Segment obx) {
        var text = text(obx);
        var unit = SentFields.unit(obx, 6, "").unit();
        return text.isBlank() || unit.isBlank() ? text : text + " " + unit;
    }

    public static boolean isCoded(Segment obx) {
        return CODED.contains(obx.text(2));
    }
}
