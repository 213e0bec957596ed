package hmnet.formats.nsips;

import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Patient and prescription of a written dispensing (NSIPSの患者・処方箋レコード).
record NsipsHead(RecordWriter out) {
    private static final List<String> TITLES =
            List.of("処方箋交付 ", "使用期限 ", "受付 ", "薬剤師 ", "医師同意変更内容 ", "疑義照会回答 ", "麻薬施用者免許 ");

    void patient(Sheet sheet) {
        var person = sheet.person();
        var insured = sheet.insured();
        record(
                "1",
                48,
                "1",
                sheet.patient(),
                "2",
                FullName.joined(person.familyKana(), person.givenKana(), " "),
                "3",
                FullName.joined(person.familyName(), person.givenName(), "　"),
                "4",
                PharmacySlip.sex(person),
                "5",
                Hl7Time.hl7(person.birthDate()),
                "6",
                person.postalCode(),
                "7",
                person.address(),
                "8",
                person.phone(),
                "14",
                insured == null ? "" : insured.insurer(),
                "16",
                insured == null ? "" : insured.symbol(),
                "17",
                insured == null ? "" : insured.number());
    }

    void prescription(Sheet sheet, Optional<Medicines> dispensed) {
        var parts = sheet.source().split("/", -1);
        boolean own = parts.length == 4 && parts[0].equals("nsips");
        var update =
                sheet.deletes() ? "D" : dispensed.map(Medicines::correction).orElse(false) ? "U" : "A";
        var from = dispensed.map(Medicines::from).orElse(OrderSource.NONE);
        var place = PharmacySlip.facility(from.facility());
        var notes = dispensed.map(Medicines::notes).orElse(List.of());
        record(
                "2",
                42,
                "1",
                own ? parts[2] : PharmacySlip.key(sheet.source()),
                "2",
                own ? parts[3] : "",
                "3",
                update,
                "4",
                said(notes, "処方箋交付 ").replace("-", ""),
                "5",
                said(notes, "使用期限 ").replace("-", ""),
                "6",
                said(notes, "受付 ").replace("-", ""),
                "7",
                Hl7Time.hl7(sheet.at().toLocalDate()),
                "12",
                place.code(),
                "13",
                place.prefecture(),
                "14",
                place.name(),
                "18",
                from.department().code(PharmacySlip.DEPARTMENT),
                "19",
                from.department().shown(),
                "22",
                from.doctor().code(PharmacySlip.DOCTOR),
                "24",
                from.doctor().shown(),
                "26",
                said(notes, "薬剤師 "),
                "27",
                said(notes, "医師同意変更内容 "),
                "28",
                said(notes, "疑義照会回答 "),
                "29",
                said(notes, "麻薬施用者免許 "),
                "32",
                String.join(
                        " ",
                        notes.stream()
                                .filter(note -> TITLES.stream().noneMatch(note::startsWith))
                                .toList()));
    }

    private static String said(List<String> notes, String title) {
        return notes.stream()
                .filter(note -> note.startsWith(title))
                .map(note -> note.substring(title.length()))
                .findFirst()
                .orElse("");
    }

    /// @param values column and what stands in it, by turns
    void record(String tag, int size, String... values) {
        out.line(columns(tag, size, List.of(values)));
    }

    /// As `record` has them.
    static String[] columns(String tag, int size, List<String> values) {
        var columns = new String[size];
        Arrays.fill(columns, "");
        columns[0] = tag;
        for (int i = 0; i < values.size(); i += 2) {
            columns[Integer.parseInt(values.get(i))] = values.get(i + 1);
        }
        return columns;
    }
}
