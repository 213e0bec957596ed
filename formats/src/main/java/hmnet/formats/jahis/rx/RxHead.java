package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;

/// The head of a written prescription (院外処方箋の頭書き): who prescribes for whom, and how they are insured.
record RxHead(Sheet sheet, Medicines medicines, RecordWriter out) {
    void head(Facility from) {
        var person = sheet.person();
        var birth = person.birthDate();
        out.line("JAHIS10");
        out.line(
                "1",
                from.table(),
                from.code(),
                from.prefecture(),
                from.name().isEmpty() ? medicines.place() : from.name());
        if (from.code().isEmpty()) {
            out.note("facility-missing", "1[2]", "nobody said who prescribes");
        }
        if (!medicines.department().isBlank()) {
            out.line("4", "1", "", medicines.department());
        }
        out.line("5", "", "", medicines.doctor());
        out.line(
                "11",
                sheet.patient(),
                FullName.joined(person.familyName(), person.givenName(), "　"),
                FullName.joined(person.familyKana(), person.givenKana(), " "));
        out.line("12", PharmacySlip.sex(person));
        out.line("13", Hl7Time.hl7(birth));
        var insured = sheet.insured();
        out.line("22", insured == null ? "" : insured.insurer());
        out.line(
                "23",
                insured == null ? "" : insured.symbol(),
                insured == null ? "" : insured.number(),
                "",
                insured == null ? "" : insured.branch());
        out.line("51", Hl7Time.hl7(medicines.at().toLocalDate()));
        int number = 1;
        for (var note : medicines.notes()) {
            for (var text : RecordWriter.chunks(note, RxWriter.TEXT)) {
                out.line("81", String.valueOf(number++), "", text);
            }
        }
    }
}
