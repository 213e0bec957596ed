package hmnet.formats.jahis.rx;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.QrSymbols;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A prescription as JAHIS 院外処方箋2次元シンボル (院外処方箋QR): every line is kept, known or not.
///
/// @param version `JAHIS10`; `SJ1` for the record CSV of an electronic prescription
/// @param lines without the header
/// @param head records 1 to 82 but the remarks, by number
/// @param remarks records 81, 301, 302
/// @param sheets one; none of a text without a patient
public record RxFile(
        String version,
        List<RecordLine> lines,
        Map<String, RecordLine> head,
        List<RecordLine> remarks,
        List<RxGroup> groups,
        List<Sheet> sheets,
        List<Note> notes)
        implements FacilityFile {
    public static final String ELECTRONIC = "SJ1";
    private static final RecordForm FORM = RecordForm.MS932.upTo(1 << 20, 5_000);
    private static final List<String> KNOWN = List.of(
            "JAHIS1",
            "JAHIS2",
            "JAHIS3",
            "JAHIS4",
            "JAHIS5",
            "JAHIS6",
            "JAHIS7",
            "JAHIS8",
            "JAHIS9",
            "JAHIS10",
            "JAHIS11",
            ELECTRONIC);

    /// @throws Unreadable `header`, `record-missing`, `column-missing`, `parent-missing`, `drug-code-missing`,
    /// `record-contradicts`, `patient-contradicts`, `too-many-drugs`, `date`, `cut`, or what `Records.read`
    /// throws
    public static RxFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var first = records.lines().getFirst();
        var version = first.tag().toUpperCase(Locale.ROOT);
        if (!isHeader(version)) {
            throw new Unreadable("header", first.number(), first.tag(), "JAHIS and a version expected");
        }
        var notes = new Notes(records.notes());
        if (!KNOWN.contains(version)) {
            notes.info("version-unknown", first, 0, version);
        }
        var reading = new RxReading(records, notes);
        var lines = reading.lines();
        var file = new RxFile(
                version,
                List.copyOf(lines),
                Map.copyOf(reading.head),
                List.copyOf(reading.remarks),
                List.copyOf(reading.groups.values()),
                List.of(),
                List.of());
        var sheets = file.head.containsKey("11") ? List.of(new RxSheet(file, notes).sheet()) : List.<Sheet>of();
        return new RxFile(version, file.lines, file.head, file.remarks, file.groups, sheets, notes.list());
    }

    /// A text in several QR symbols, in any order.
    public static RxFile read(List<QrSymbols.Symbol> symbols) throws Unreadable {
        return read(QrSymbols.join(symbols));
    }

    public static boolean looksLike(byte[] head, String name) {
        int from = head.length > 2 && head[0] == (byte) 0xEF ? 3 : 0;
        var start = new String(head, from, Math.min(12, head.length - from), StandardCharsets.ISO_8859_1).strip();
        int end = 0;
        while (end < start.length() && start.charAt(end) != ',' && start.charAt(end) >= ' ') {
            end++;
        }
        return isHeader(start.substring(0, end).strip().toUpperCase(Locale.ROOT));
    }

    private static boolean isHeader(String tag) {
        return tag.equals(ELECTRONIC)
                || tag.startsWith("JAHIS")
                        && tag.length() > 5
                        && tag.length() <= 7
                        && tag.substring(5).chars().allMatch(Character::isDigit);
    }

    @Override
    public Format format() {
        return Format.JAHIS_RX;
    }

    @Override
    public String kind() {
        return version.equals(ELECTRONIC) ? "電子処方箋" : "院外処方箋";
    }

    /// The same records as the standard wants them: MS932, CRLF, end mark.
    public WrittenFile bytes() {
        var writer = new RecordWriter().line(version);
        lines.forEach(line -> writer.line(line.columns()));
        return writer.written(true);
    }

    /// A record of the head; one without columns where there is none.
    RecordLine at(String tag) {
        return head.getOrDefault(tag, RecordLine.of(tag));
    }

    /// A sheet of any format as a prescription.
    ///
    /// @throws Unreadable `not-writable` without a prescription, or where a drug has no amount or unit
    public static WrittenFile write(Sheet sheet, PharmacySlip.Facility from) throws Unreadable {
        return RxWriter.write(sheet, from);
    }
}
