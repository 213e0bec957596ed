package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.japanese.FullName;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.PharmacySlip.Facility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The head of a written prescription (院外処方箋の頭書き): who prescribes for whom, how they are insured, and
/// the remarks that have a record of their own.
record RxHead(Sheet sheet, Medicines medicines, RecordWriter out) {
    private static final int TEXT = 100;
    private static final String OWN = "jahis-rx/";

    /// A remark as its reader words it, and the record it came from: groups are its columns.
    private enum RemarkRecord {
        LICENSE("61", RxSheet.LICENSE + "(.{1,15})"),
        LAST_DAY("52", "使用期限 (\\d{4})-(\\d{2})-(\\d{2})"),
        LEFT_ASK("62", "残薬確認 疑義照会した上で調剤"),
        LEFT_TELL("62", "残薬確認 情報提供"),
        PARTS("63", "分割指示 (\\d{1,2})回のうち(\\d{1,2})回目"),
        REFILL("64", "リフィル 総使用回数(\\d)");

        private final String tag;
        private final Pattern words;

        RemarkRecord(String tag, String words) {
            this.tag = tag;
            this.words = Pattern.compile(words);
        }
    }

    void head(Facility named) {
        var own = PharmacySlip.facility(medicines.from().facility());
        var from = named.equals(Facility.UNKNOWN) ? own : named;
        var name = from.name().isEmpty() ? medicines.place() : from.name();
        out.line("JAHIS10");
        out.line("1", from.table(), from.code(), from.prefecture(), name);
        if (from.code().isEmpty()) {
            out.note("facility-missing", "1[2]", "nobody said who prescribes");
        }
        var department = medicines.from().department();
        if (!department.isNone()) {
            var code = department.code(PharmacySlip.DEPARTMENT);
            out.line("4", code.isEmpty() ? "1" : "2", code, department.shown());
        }
        out.line("5", medicines.from().doctor().code(PharmacySlip.DOCTOR), "", medicines.doctor());
        patient();
        out.line("51", Hl7Time.hl7(medicines.at().toLocalDate()));
        remarks();
        var number = sheet.source().startsWith(OWN) ? sheet.source().substring(OWN.length()) : "";
        if (number.matches("\\d{16}")) {
            out.line("82", "1", number);
        }
    }

    private void patient() {
        var person = sheet.person();
        out.line(
                "11",
                sheet.patient(),
                FullName.joined(person.familyName(), person.givenName(), "　"),
                FullName.joined(person.familyKana(), person.givenKana(), " "));
        out.line("12", PharmacySlip.sex(person));
        out.line("13", Hl7Time.hl7(person.birthDate()));
        var insured = sheet.insured();
        out.line("22", insured == null ? "" : insured.insurer());
        out.line(
                "23",
                insured == null ? "" : insured.symbol(),
                insured == null ? "" : insured.number(),
                "",
                insured == null ? "" : insured.branch());
    }

    private void remarks() {
        var words = new ArrayList<String>();
        for (var note : medicines.notes()) {
            if (!record(note)) {
                words.add(note);
            }
        }
        int number = 1;
        for (var note : words) {
            for (var text : RecordWriter.chunks(note, TEXT)) {
                out.line("81", String.valueOf(number++), "", text);
            }
        }
    }

    private boolean record(String note) {
        for (var remark : RemarkRecord.values()) {
            var said = remark.words.matcher(note);
            if (said.matches()) {
                out.line(columns(
                        remark,
                        said.toMatchResult().groupCount() == 0
                                ? List.of()
                                : IntStream.rangeClosed(1, said.groupCount())
                                        .mapToObj(said::group)
                                        .map(Objects::requireNonNull)
                                        .toList()));
                return true;
            }
        }
        return false;
    }

    private List<String> columns(RemarkRecord remark, List<String> said) {
        return switch (remark) {
            case LICENSE ->
                List.of(
                        remark.tag,
                        said.getFirst(),
                        sheet.person().address(),
                        sheet.person().phone());
            case LAST_DAY -> List.of(remark.tag, String.join("", said));
            case LEFT_ASK -> List.of(remark.tag, "1");
            case LEFT_TELL -> List.of(remark.tag, "2");
            case PARTS -> List.of(remark.tag, said.get(0), said.get(1));
            case REFILL -> List.of(remark.tag, said.getFirst());
        };
    }
}
