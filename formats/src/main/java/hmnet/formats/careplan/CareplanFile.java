package hmnet.formats.careplan;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of the care-plan exchange (ケアプランデータ連携 CSV), its kind told by its name.
///
/// Without a name of the standard its kind is told by how many columns it has: 22 are 第2表. Columns whose
/// names are not known are kept under their number.
public final class CareplanFile implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.withQuotes().upTo(8 << 20, 50_000);
    private static final Pattern ROW =
            Pattern.compile("^\"?[0-9.]{1,10}\"?,\"?\\d{6}\"?,\"?[0-9H]\\d{9}\"?,\"?\\d{8}\"?,");
    private static final int HEAD = 8192;
    private static final int SLIP = 25;
    private static final String HEADING = "CSVバージョン";

    private final PlanLayout layout;
    private final @Nullable PlanName name;
    private final List<RecordLine> lines;
    private final List<Note> notes;

    private CareplanFile(PlanLayout layout, @Nullable PlanName name, List<RecordLine> lines, List<Note> notes) {
        this.layout = layout;
        this.name = name;
        this.lines = lines;
        this.notes = notes;
    }

    public static boolean looksLike(byte[] head, String name) {
        return PlanName.of(name).isPresent()
                || ROW.matcher(new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1))
                        .find();
    }

    public static CareplanFile read(byte[] bytes, String fileName) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var notes = new ArrayList<>(records.notes());
        var name = PlanName.of(fileName).orElse(null);
        var lines = new ArrayList<>(records.lines());
        if (lines.getFirst().at(0).equals(HEADING)) {
            notes.add(Note.info("heading-row", 1, "", "the columns' names"));
            lines.removeFirst();
        }
        if (lines.isEmpty()) {
            throw new Unreadable("no-row", 0, "", "no line below the names");
        }
        var layout = layout(name, lines.getFirst(), notes);
        for (var line : lines) {
            if (line.size() < layout.least()) {
                throw new Unreadable("cut", line.number(), "", line.size() + " columns, at least " + layout.least());
            }
        }
        var file = new CareplanFile(layout, name, List.copyOf(lines), notes);
        file.persons();
        return file;
    }

    private static PlanLayout layout(@Nullable PlanName name, RecordLine first, List<Note> notes) throws Unreadable {
        if (name != null) {
            var known = PlanLayout.of(name.prefix());
            if (known.isEmpty()) {
                notes.add(Note.info("layout-unknown", 0, name.prefix(), "kept under the numbers of its columns"));
            }
            return known.orElse(new PlanLayout(name.prefix(), name.prefix(), 4, List.of(HEADING)));
        }
        notes.add(Note.repair("name-odd", 0, "", "not a name of the exchange: its kind told by its columns"));
        return PlanLayout.ofSize(first.size())
                .or(() -> PlanLayout.ofShape(first))
                .orElseThrow(() -> new Unreadable("kind-unknown", first.number(), "", said(first.size())));
    }

    /// What is planned and what was done have the same columns: nothing but the name tells them apart.
    private static String said(int size) {
        return size == SLIP ? "UPPLAN_ or UPJSK_: only the file's name says which" : size + " columns";
    }

    /// Every row names its person, in the columns of its layout or by their shape.
    private void persons() throws Unreadable {
        boolean byShape = layout.index(PlanPerson.INSURED) < 0;
        if (byShape) {
            notes.add(Note.info("columns-by-shape", 0, PlanPerson.INSURED, "six digits and ten beside them"));
        }
        for (var line : lines) {
            if (PlanPerson.of(layout, line).isEmpty()) {
                throw new Unreadable("patient-missing", line.number(), PlanPerson.INSURED, "no number of the insured");
            }
        }
    }

    @Override
    public Format format() {
        return Format.CAREPLAN;
    }

    @Override
    public String version() {
        return lines.getFirst().at(0);
    }

    @Override
    public String kind() {
        return layout.name();
    }

    @Override
    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /// Every row as it came.
    public List<RecordLine> lines() {
        return lines;
    }

    @Override
    public List<Sheet> sheets() {
        return new PlanSheets(layout, name).of(lines);
    }

    /// The file again: MS932, CRLF, no quotes.
    public WrittenFile write() {
        var writer = new RecordWriter();
        lines.forEach(line -> writer.line(line.columns()));
        return writer.written(false);
    }

    /// Persons of other formats as 利用者補足情報.
    ///
    /// @throws Unreadable `not-writable` when nobody's number of long-term care insurance is known
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return PlanUsers.write(sheets);
    }
}
