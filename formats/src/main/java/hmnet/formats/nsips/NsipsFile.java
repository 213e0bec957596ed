package hmnet.formats.nsips;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// One prescription as a pharmacy dispensed it, in NSIPS (調剤実績): every line and column is kept.
///
/// @param lines without the header
public record NsipsFile(
        RecordLine header,
        List<RecordLine> lines,
        RecordLine patient,
        RecordLine prescription,
        List<NsipsGroup> groups,
        List<Note> notes)
        implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.upTo(2 << 20, 5_000);

    /// @throws Unreadable `header`, `order`, `cut`, `record-missing`, `record-twice`, `column-missing`,
    ///     `drugs-missing`,
    /// `patient-contradicts`, `date`, or what `Records.read` throws
    public static NsipsFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var notes = new Notes(records.notes());
        var reading = new NsipsReading(records, notes);
        var file = new NsipsFile(
                reading.header,
                List.copyOf(reading.lines),
                reading.first("1"),
                reading.first("2"),
                reading.groups(),
                List.of());
        new NsipsSheet(file, notes).sheet();
        return new NsipsFile(file.header, file.lines, file.patient, file.prescription, file.groups, notes.list());
    }

    /// A version at the beginning, or, where it was lost, a patient in half-width kana with far more columns
    /// than any other format has in a record `1`.
    public static boolean looksLike(byte[] head, String name) {
        int from = head.length > 2 && head[0] == (byte) 0xEF ? 3 : 0;
        var text = new String(head, from, Math.min(2_000, head.length - from), StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        var line = text.substring(0, end);
        var tag = line.indexOf(',') < 0 ? line : line.substring(0, line.indexOf(','));
        return isHeader(tag.strip()) || isPatient(line.split(",", -1));
    }

    private static boolean isPatient(String[] columns) {
        return columns.length > 30
                && columns[0].strip().equals("1")
                && (columns[4].equals("1") || columns[4].equals("2"))
                && columns[5].length() == 8
                && columns[5].chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isHeader(String tag) {
        var upper = tag.toUpperCase(Locale.ROOT);
        return upper.startsWith("VER")
                && upper.length() >= 5
                && upper.length() <= 12
                && upper.substring(3).chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    static boolean deletes(RecordLine prescription) {
        return prescription.at(3).equalsIgnoreCase("D");
    }

    @Override
    public Format format() {
        return Format.NSIPS;
    }

    @Override
    public String version() {
        return header.tag();
    }

    @Override
    public String kind() {
        return deletes(prescription) ? "調剤取消" : "調剤";
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(new NsipsSheet(this, new Notes(List.of())).sheet());
    }

    /// The same records as the standard wants them: MS932, CRLF.
    public WrittenFile bytes() {
        var writer = new RecordWriter().line(header.columns());
        lines.forEach(line -> writer.line(line.columns()));
        return writer.written(false);
    }

    /// A sheet of any format as a dispensing.
    ///
    /// @throws Unreadable `not-writable` without a dispensing, or where a drug has no amount
    public static WrittenFile write(Sheet sheet, PharmacySlip.Facility from) throws Unreadable {
        return NsipsWriter.write(sheet, from);
    }
}
