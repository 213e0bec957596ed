package hmnet.formats.nsips;

import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Patient and prescription of a written dispensing (NSIPSの患者・処方箋レコード).
record NsipsHead(RecordWriter out) {
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
        record(
                "2",
                42,
                "1",
                own ? parts[2] : PharmacySlip.key(sheet.source()),
                "2",
                own ? parts[3] : "",
                "3",
                update,
                "7",
                Hl7Time.hl7(sheet.at().toLocalDate()),
                "14",
                dispensed.map(Medicines::place).orElse(""),
                "19",
                dispensed.map(Medicines::department).orElse(""),
                "24",
                dispensed.map(Medicines::doctor).orElse(""),
                "32",
                String.join(" ", dispensed.map(Medicines::notes).orElse(List.of())));
    }

    /// @param values column and what stands in it, by turns
    void record(String tag, int size, String... values) {
        var columns = new String[size];
        Arrays.fill(columns, "");
        columns[0] = tag;
        for (int i = 0; i < values.length; i += 2) {
            columns[Integer.parseInt(values[i])] = values[i + 1];
        }
        out.line(columns);
    }
}
