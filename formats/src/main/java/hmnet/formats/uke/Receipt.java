package hmnet.formats.uke;

import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.code.StandardDepartments;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// One receipt: a patient, a month, an insurer (レセプト1件).
///
/// @param head its RE
/// @param month of care (診療年月)
/// @param claimed when it was sent in (請求年月), the month of care where the file does not say
/// @param rows all after RE
record Receipt(Format format, ReceiptRow head, YearMonth month, YearMonth claimed, List<ReceiptRow> rows) {
    private static final int KIND = 4;

    List<ReceiptRow> all(String tag) {
        return rows.stream().filter(row -> row.tag().equals(tag)).toList();
    }

    LocalDate day(int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /// By the last digit of レセプト種別, where it has one: odd for 入院, even for 入院外.
    CareSetting setting() {
        var kind = head.at("レセプト種別");
        boolean said = kind.length() == KIND && Character.isDigit(kind.charAt(KIND - 1)) && format != Format.UKE_CHOZAI;
        return !said
                ? CareSetting.UNKNOWN
                : (kind.charAt(KIND - 1) - '0') % 2 == 1 ? CareSetting.INPATIENT : CareSetting.OUTPATIENT;
    }

    /// The department (診療科) where the receipt names one alone; who saw the patient for what stands nowhere.
    OrderSource source() {
        var code = head.at("診療科1");
        boolean one = !code.isEmpty() && !head.has("診療科2");
        return new OrderSource(
                one
                        ? Concept.of(
                                PharmacySlip.DEPARTMENT,
                                code,
                                StandardDepartments.name(code).orElse("診療科 " + code))
                        : Concept.NONE,
                Concept.NONE,
                Concept.NONE,
                setting());
    }

    LocalDate first() {
        return month.atDay(1);
    }
}
