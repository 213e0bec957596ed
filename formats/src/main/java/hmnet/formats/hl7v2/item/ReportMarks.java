package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import java.util.Set;

/// Whether a message is a report (報告書の見分け), an examination or a laboratory's.
final class ReportMarks {
    /// OBR-24 of those who write reports instead of values (HL70074).
    private static final Set<String> DEPARTMENTS = Set.of(
            "RAD", "RX", "CT", "NMR", "NMS", "CUS", "RUS", "VUS", "OUS", "XRC", "EC", "EN", "CTH", "SP", "CP", "CG",
            "PF", "PHY", "ICU", "EDO", "ENDO", "US", "MG", "ES");

    private ReportMarks() {}

    /// Whether a message of results is a report: its department says so, or it holds words and no coded test.
    static boolean isReport(MessageContext about) {
        boolean words = false;
        for (var segment : about.message().segments()) {
            if (segment.is("SPM") || segment.is("OBX") && isLaboratory(segment)) {
                return false;
            }
            if (segment.is("OBR") && DEPARTMENTS.contains(segment.text(24))) {
                return true;
            }
            words |= segment.is("OBX") && ReportItems.WORDS.contains(segment.text(2));
        }
        return words;
    }

    /// Whether an order goes to those who write reports.
    static boolean isExamination(MessageContext about) {
        return about.message().all("OBR").stream().anyMatch(obr -> DEPARTMENTS.contains(obr.text(24)));
    }

    private static boolean isLaboratory(Segment obx) {
        return obx.text(3, 3).equals("JC10")
                || obx.text(3, 6).equals("JC10")
                || obx.text(2).equals("SN");
    }
}
