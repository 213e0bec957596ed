package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The value of an observation (検査値, OBX-5) by its type (OBX-2).
public final class SentResult {
    private static final Set<String> CODED = Set.of("CWE", "CE", "CNE");

    private SentResult() {}

    /// As people read it: parts of an SN joined by a space, the texts of coded values, where a pointer
    /// points.
    public static String text(Segment obx) {
        return switch (obx.text(2)) {
            case "CWE", "CE", "CNE" -> coded(obx);
            case "ED" -> obx.text(5, 4).equals("A") ? obx.text(5, 5).strip() : "";
            case "RP" -> obx.has(5) ? "参照 " + obx.joined(5, " ") : "";
            // From outside: HL7 table 0125.
            default -> obx.joined(5, " ").strip();
        };
    }

    private static String coded(Segment obx) {
        return IntStream.rangeClosed(1, obx.repetitions(5))
                .mapToObj(n -> Names.of(obx, 5, n))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("、"));
    }

    /// The value as a code; of several values none stands for all.
    public static Concept code(Segment obx) {
        return CODED.contains(obx.text(2)) && obx.repetitions(5) < 2 ? SentFields.concept(obx, 5) : Concept.NONE;
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

    /// What stands beside a value, in words: a second flag, how it was measured, with what, where and by
    /// whom.
    public static List<String> remarks(Segment obx) {
        var remarks = new ArrayList<String>();
        for (int n = 2; n <= obx.repetitions(8); n++) {
            say(remarks, "判定", obx.text(8, n, 1));
        }
        say(remarks, "確率", obx.text(9));
        for (int n = 1; n <= obx.repetitions(17); n++) {
            say(remarks, "測定法", Names.of(obx, 17, n));
        }
        say(remarks, "機器", obx.joined(18, " "));
        say(remarks, "検査施設", Names.of(obx, 15));
        for (int n = 1; n <= obx.repetitions(16); n++) {
            say(remarks, "責任者", SentFields.joined(obx.text(16, n, 2), obx.text(16, n, 3)));
        }
        say(remarks, "測定日時", obx.has(19) ? DisplayTime.shown(obx.text(19)) : "");
        return remarks;
    }

    private static void say(List<String> remarks, String what, String said) {
        if (!said.isBlank()) {
            remarks.add(what + " " + said);
        }
    }
}
