package hmnet.formats.labcsv;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A laboratory's results by a layout (検査会社の結果ファイル): one that is declared, else the one known
/// layout it fits.
public final class LabCsvFile implements FacilityFile {
    private static final RecordForm FORM = RecordForm.MS932.withQuotes();
    static final Pattern DAY = Pattern.compile("(19|20)\\d{2}[-/]?[01]\\d[-/]?[0-3]\\d.*");
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
        return known(head).isPresent();
    }

    /// Whether the first bytes are a file of a layout.
    public static boolean fits(byte[] head, LabLayout layout) {
        if (layout.fixed()) {
            return FixedWidth.fits(head, layout);
        }
        var text = new String(head, 0, Math.min(head.length, HEAD), layout.charset());
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .lines()
                .limit(layout.headings() + 1L)
                .map(line -> new RecordLine(1, columns(line)))
                .toList();
        return lines.size() > layout.headings() && fits(layout, lines.getLast()) && named(layout, lines.getFirst());
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

    private static boolean fits(LabLayout layout, RecordLine line) {
        var sampled = layout.csv().fields().get("sampled");
        return line.size() >= layout.least()
                && line.size() <= layout.most()
                && sampled != null
                && DAY.matcher(line.at(sampled.from())).matches();
    }

    /// The layout of ours names its columns.
    private static boolean named(LabLayout layout, RecordLine heading) {
        return !layout.equals(LabLayout.own())
                || layout.csv().fields().entrySet().stream()
                        .allMatch(field -> heading.at(field.getValue().from()).equals(field.getKey()));
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
            return of(layout, Records.read(bytes, utf8 ? FORM.orUtf8() : FORM));
        }
        return checked(layout, FixedWidth.read(bytes, layout), new ArrayList<>());
    }

    private static LabCsvFile of(LabLayout layout, Records records) throws Unreadable {
        var notes = new ArrayList<>(records.notes());
        var lines = new ArrayList<LabLine>();
        var rows = records.lines()
                .subList(
                        Math.min(layout.headings(), records.lines().size()),
                        records.lines().size());
        for (var line : rows) {
            lines.add(line(layout, line, records, notes));
        }
        return checked(layout, lines, notes);
    }

    private static LabLine line(LabLayout layout, RecordLine line, Records records, List<Note> notes)
            throws Unreadable {
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
            if (!line.at("limit").isEmpty() && !layout.means("limit", line.at("limit"))) {
                throw new Unreadable(
                        "limit-unknown", line.number(), "limit", line.at("limit") + " " + line.at("value"));
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
