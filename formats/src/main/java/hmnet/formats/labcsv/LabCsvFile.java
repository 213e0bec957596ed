package hmnet.formats.labcsv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A laboratory's results by a layout (検査会社の結果ファイル): one that is declared, else the one known
/// layout it fits.
public final class LabCsvFile implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.withQuotes();
    private static final int HEAD = 8192;

    private final LabLayout layout;
    private final List<LabLine> lines;
    private final List<Note> notes;

    LabCsvFile(LabLayout layout, List<LabLine> lines, List<Note> notes) {
        this.layout = layout;
        this.lines = lines;
        this.notes = notes;
    }

    /// Only for the layouts that come along: what another layout says is told by its declaration.
    public static boolean looksLike(byte[] head, String name) {
        return known(head).isPresent();
    }

    /// Whether the first bytes are a file of a layout.
    public static boolean fits(byte[] head, LabLayout layout) {
        if (layout.fixed()) {
            return FixedRecords.fits(head, layout);
        }
        var text = new String(head, 0, Math.min(head.length, HEAD), layout.charset());
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .lines()
                .limit(layout.headings() + 1L)
                .map(line -> new RecordLine(1, columns(line)))
                .toList();
        return lines.size() > layout.headings()
                && LabFileMarks.isLine(layout, lines.getLast())
                && LabFileMarks.named(layout, lines.getFirst());
    }

    /// The columns of a line as they are read here: quotes may hold commas.
    public static List<String> columns(String line) {
        var columns = new ArrayList<String>();
        var column = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(column.toString());
                column.setLength(0);
            } else {
                column.append(c);
            }
        }
        columns.add(column.toString());
        return columns;
    }

    private static Optional<LabLayout> known(byte[] head) {
        return LabLayout.known().stream().filter(layout -> fits(head, layout)).findFirst();
    }

    public static LabCsvFile read(byte[] bytes) throws Unreadable {
        var known = known(bytes);
        if (known.isPresent()) {
            return read(bytes, known.get());
        }
        int columns = Records.read(bytes, FORM).lines().getFirst().size();
        throw new Unreadable(
                "layout-unknown", 1, "", columns + " columns: the layout of this laboratory is not declared");
    }

    /// @param layout as the facility declares it
    public static LabCsvFile read(byte[] bytes, LabLayout layout) throws Unreadable {
        if (!layout.fixed()) {
            boolean utf8 = layout.charset().equals(StandardCharsets.UTF_8);
            return LabReading.of(layout, Records.read(bytes, utf8 ? FORM.orUtf8() : FORM));
        }
        return LabReading.checked(layout, FixedWidth.read(bytes, layout), new ArrayList<>());
    }

    @Override
    public Format format() {
        return Format.LAB_CSV;
    }

    @Override
    public String version() {
        return layout.version();
    }

    /// The layout's name.
    @Override
    public String kind() {
        return layout.name();
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    public List<LabLine> lines() {
        return lines;
    }

    /// Which field each column of a line is, from 0; empty for records of fixed width.
    public Map<Integer, String> columns() {
        var columns = new HashMap<Integer, String>();
        if (!layout.fixed()) {
            layout.csv().fields().forEach((field, span) -> columns.put(span.from(), field));
        }
        return columns;
    }

    /// Lines in front of the results.
    public int headings() {
        return layout.headings();
    }

    @Override
    public List<Sheet> sheets() {
        return new LabSheets(layout).of(lines);
    }

    /// The file again, in its own layout.
    public WrittenFile write() {
        return LabWriter.lines(layout, lines);
    }

    /// Results from other formats in the layout with a column for every field.
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return write(LabLayout.own(), sheets);
    }

    /// Results from other formats in a layout.
    ///
    /// @throws Unreadable `not-writable` when there is none, or one names no patient or test
    public static WrittenFile write(LabLayout layout, List<Sheet> sheets) throws Unreadable {
        return LabLines.write(layout, sheets);
    }
}
