package hmnet.office.patientlist;

import hmnet.formats.base.SheetText;
import hmnet.ground.design.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// The list as a file for a spreadsheet (患者一覧のCSV): UTF-8 with a mark of order, every cell quoted.
final class PatientListSheet {
    private static final String MARK = "\uFEFF";
    private final Messages m;
    private final StringBuilder text = new StringBuilder(MARK);
    private int count;

    PatientListSheet(Messages m) {
        this.m = m;
        line(Stream.of("number", "name", "kana", "birth", "sex", "linked", "card", "consent", "last-visit")
                .map(column -> m.t("linking.patients." + column)));
    }

    void add(List<PatientList.PatientRow> rows) {
        count += rows.size();
        for (var row : rows) {
            line(Stream.of(
                    row.number(),
                    row.name(),
                    row.kana(),
                    row.birth() == null ? "" : row.birth().toString(),
                    m.t("sex." + row.sex()),
                    m.t("linking.source."
                            + (row.source() == null ? "none" : row.source().word())),
                    m.t(row.card() ? "linking.patients.card.yes" : "linking.patients.card.no"),
                    m.t("linking.consent." + row.consent().word()),
                    row.lastVisit() == null ? "" : row.lastVisit().toString()));
        }
    }

    /// How many patients stand on it.
    int count() {
        return count;
    }

    private void line(Stream<String> cells) {
        text.append(SheetText.line(cells.toList()));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
