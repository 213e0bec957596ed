package hmnet.formats.labcsv;

import hmnet.formats.chart.Sheet;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.file.Written;
import hmnet.formats.lines.JapaneseDate;
import hmnet.formats.lines.Line;
import hmnet.formats.lines.RecordForm;
import hmnet.formats.lines.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A laboratory's results by a layout (検査会社の結果ファイル): one that is declared, else the one known
/// layout it fits.
public final class LabCsvFile implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.withQuotes();
    private static final Pattern DAY = Pattern.compile("(19|20)\\d{2}[-/]?[01]\\d[-/]?[0-3]\\d.*");
    private static final int HEAD = 8192;

    private final LabLayout layout;
    private final List<LabLine> lines;
    private final List<Note> notes;

    private LabCsvFile(LabLayout layout, List<LabLine> lines, List<Note> notes) {
        this.layout = layout;
        this.lines = lines;
        this.notes = notes;
    }

    /// Only for the layouts that come along: what another layout says is told by its declaration.
    public static boolean looksLike(byte[] head, String name) {
        var text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        int end = Math.max(text.indexOf('\n'), text.indexOf('\r'));
        var first = new Line(
                1,
                List.of((end < 0 ? text : text.split("[\r\n]", 2)[0])
                        .replace("\"", "")
                        .split(",", -1)));
        return LabLayout.known().stream().anyMatch(layout -> fits(layout, first));
    }

    public static LabCsvFile read(byte[] bytes) throws Unreadable {
        var records = Records.read(bytes, FORM);
        var first = records.lines().getFirst();
        for (var layout : LabLayout.known()) {
            if (fits(layout, first)) {
                return of(layout, records);
            }
        }
        throw new Unreadable(
                "layout-unknown", 1, "", first.size() + " columns: the layout of this laboratory is not declared");
    }

    /// @param layout as the facility declares it
    public static LabCsvFile read(byte[] bytes, LabLayout layout) throws Unreadable {
        if (!layout.fixed()) {
            return of(layout, Records.read(bytes, FORM));
        }
        var notes = new ArrayList<Note>();
        return checked(layout, FixedWidth.read(bytes, layout), notes);
    }

    private static boolean fits(LabLayout layout, Line line) {
        var sampled = layout.csv().fields().get("sampled");
        return line.size() >= layout.least()
                && line.size() <= layout.most()
                && sampled != null
                && DAY.matcher(line.at(sampled.from())).matches();
    }

    private static LabCsvFile of(LabLayout layout, Records records) throws Unreadable {
        var notes = new ArrayList<>(records.notes());
        var lines = new ArrayList<LabLine>();
        var rows = layout.heading() ? records.lines().subList(1, records.lines().size()) : records.lines();
        for (var line : rows) {
            lines.add(line(layout, line, records, notes));
        }
        return checked(layout, lines, notes);
    }

    private static LabLine line(LabLayout layout, Line line, Records records, List<Note> notes) throws Unreadable {
        if (line.size() < layout.least()) {
            boolean last = line.number() == records.lines().getLast().number();
            if (last && !records.ended()) {
                throw new Unreadable("cut", line.number(), "", line.size() + " of " + layout.least() + " columns");
            }
            notes.add(Note.repair("row-short", line.number(), "", line.size() + " of " + layout.least() + " columns"));
        }
        for (int i = layout.most(); i < line.size(); i++) {
            if (line.has(i)) {
                throw new Unreadable("columns-beyond", line.number(), "[" + i + "]", line.at(i));
            }
        }
        var values = new HashMap<String, String>();
        layout.csv().fields().forEach((field, span) -> {
            if (line.has(span.from())) {
                values.put(field, line.at(span.from()));
            }
        });
        return new LabLine(line.number(), values);
    }

    /// What a result cannot be without, and one patient to a number.
    private static LabCsvFile checked(LabLayout layout, List<LabLine> lines, List<Note> notes) throws Unreadable {
        var persons = new HashMap<String, String>();
        var orders = new HashMap<String, String>();
        for (var line : lines) {
            if (line.at("patient").isEmpty()) {
                throw new Unreadable("patient-missing", line.number(), "patient", "no patient number");
            }
            if (line.at("itemCode").isEmpty()
                    && line.at("jlac10").isEmpty()
                    && line.at("item").isEmpty()) {
                throw new Unreadable("item-missing", line.number(), "itemCode", "a result without its test");
            }
            if (JapaneseDate.day(LabSheets.dayOf(line.at("sampled"))) == null) {
                throw new Unreadable("date-missing", line.number(), "sampled", line.at("sampled"));
            }
            same(persons, line.at("patient"), person(line), line);
            if (!line.at("order").isEmpty()) {
                same(orders, line.at("order") + "/" + line.at("sampled"), line.at("patient"), line);
            }
        }
        if (lines.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no result");
        }
        return new LabCsvFile(layout, List.copyOf(lines), List.copyOf(notes));
    }

    private static String person(LabLine line) {
        return String.join("|", line.at("name"), line.at("kana"), line.at("birth"), line.at("sex"));
    }

    private static void same(Map<String, String> seen, String key, String value, LabLine line) throws Unreadable {
        var before = seen.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            throw new Unreadable("patient-differs", line.number(), "patient", "another person under the same number");
        }
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

    @Override
    public List<Sheet> sheets() {
        return new LabSheets(layout).of(lines);
    }

    /// The file again, in its own layout.
    public Written write() {
        return LabWriter.lines(layout, lines);
    }

    /// Results from other formats in a layout of columns.
    public static Written write(LabLayout layout, List<Sheet> sheets) {
        return LabWriter.lines(layout, LabWriter.of(sheets));
    }
}
