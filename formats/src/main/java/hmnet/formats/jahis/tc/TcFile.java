package hmnet.formats.jahis.tc;

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
import java.util.Set;

/// A medicine handbook as JAHIS 電子版お薬手帳 (お薬手帳データ): every line is kept, known or not.
///
/// @param header version and direction: 1 to the patient, 2 from the patient
/// @param lines without header and record 911
/// @param about records 2, 3, 31, 4, 701: what is said of the patient and not of a dispensing
/// @param alone which part this is, when it is one of several of which the others are not here
public record TcFile(
        RecordLine header,
        List<RecordLine> lines,
        RecordLine patient,
        List<RecordLine> about,
        List<Dispensing> dispensings,
        TcPart alone,
        List<Note> notes)
        implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.upTo(4 << 20, 50_000);
    private static final String NEWEST = "JAHISTC08";
    private static final Set<String> OF_PATIENT = Set.of("1", "2", "3", "31", "4", "701");

    /// Which part of several (分割): 1 of 1 for data that is whole.
    public record TcPart(int number, int total) {
        boolean isWhole() {
            return total <= 1;
        }
    }

    /// One text, or several one after the other: parts of one whole, in any order.
    ///
    /// @throws Unreadable `header`, `parts-missing` with their numbers, `parts-mixed`, `record-missing`,
    ///     `parent-missing`,
    /// `drug-code-missing`, `column-missing`, `record-twice`, `order`, `patient-contradicts`, `date`, `cut`,
    /// or what `Records.read` throws
    public static TcFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var first = records.lines().getFirst();
        if (!TcParts.isHeader(first.tag())) {
            throw new Unreadable("header", first.number(), first.tag(), "JAHISTC and a version expected");
        }
        var notes = new Notes(records.notes());
        var joined = TcParts.join(records.lines(), notes);
        var header = joined.header();
        if (header.tag().compareToIgnoreCase(NEWEST) > 0) {
            notes.info("version-unknown", header, 0, header.tag());
        }
        if (!header.at(1).equals("1") && !header.at(1).equals("2")) {
            notes.info("direction", header, 1, header.at(1));
        }
        var reading = new TcReading(notes);
        try {
            reading.read(joined.lines(), records.ended());
        } catch (Unreadable broken) {
            if (joined.alone() && !broken.note().code().equals("patient-contradicts")) {
                throw new Unreadable(
                        "parts-missing",
                        broken.note().line(),
                        "911",
                        joined.part() + " of " + joined.total() + " alone: "
                                + broken.note().text());
            }
            throw broken;
        }
        var alone = joined.alone() ? new TcPart(joined.part(), joined.total()) : new TcPart(1, 1);
        var file = new TcFile(
                header,
                List.copyOf(reading.lines),
                reading.patient(),
                List.copyOf(reading.about),
                List.copyOf(reading.dispensings),
                alone,
                List.of());
        new TcSheets(file, notes).sheets();
        return new TcFile(header, file.lines, file.patient, file.about, file.dispensings, file.alone, notes.list());
    }

    /// Several texts as they were scanned, in any order, some perhaps twice.
    public static TcFile read(List<byte[]> texts) throws Unreadable {
        return read(TcParts.joined(texts));
    }

    public static boolean looksLike(byte[] head, String name) {
        int from = head.length > 2 && head[0] == (byte) 0xEF ? 3 : 0;
        var start = new String(head, from, Math.min(40, head.length - from), StandardCharsets.ISO_8859_1);
        return start.strip().toUpperCase(Locale.ROOT).startsWith("JAHISTC");
    }

    @Override
    public Format format() {
        return Format.JAHIS_TC;
    }

    @Override
    public String version() {
        return header.tag().toUpperCase(Locale.ROOT);
    }

    @Override
    public String kind() {
        return header.at(1).equals("2") ? "お薬手帳（患者から）" : "お薬手帳";
    }

    @Override
    public List<Sheet> sheets() {
        return new TcSheets(this, new Notes(List.of())).sheets();
    }

    /// The same records as the standard wants them: MS932, CRLF; without a record 911, for it is whole again.
    public WrittenFile bytes() {
        var writer = new RecordWriter().line(header.columns());
        lines.forEach(line -> writer.line(line.columns()));
        return writer.written(false);
    }

    /// How many dispensings it tells of (record 5).
    public int count() {
        return dispensings.size();
    }

    /// The same with some of its dispensings; what is said of the patient stays.
    ///
    /// @param chosen their places, the first is 0
    public TcFile only(Set<Integer> chosen) throws Unreadable {
        var writer = new RecordWriter().line(header.columns());
        var place = -1;
        for (var line : lines) {
            place += line.tag().equals("5") ? 1 : 0;
            if (place < 0 || chosen.contains(place) || OF_PATIENT.contains(line.tag())) {
                writer.line(line.columns());
            }
        }
        return read(writer.written(false).bytes());
    }

    /// In texts of at most `bytesMax` bytes for a QR code each.
    ///
    /// @param id 14 digits that no other data of the patient has
    public List<byte[]> split(String id, int bytesMax) {
        return TcSplit.split(lines, header, id, bytesMax);
    }

    /// Sheets of any format, of one patient, as a medication notebook.
    ///
    /// @throws Unreadable as `TcWriter` says
    public static WrittenFile write(List<Sheet> sheets, PharmacySlip.Facility from) throws Unreadable {
        return TcWriter.write(sheets, from);
    }
}
