package hmnet.formats.uke;

import hmnet.formats.file.Format;
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
    List<ReceiptRow> all(String tag) {
        return rows.stream().filter(row -> row.tag().equals(tag)).toList();
    }

    LocalDate day(int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    LocalDate first() {
        return month.atDay(1);
    }
}
