package hmnet.formats.model.terms;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.terms.CodeColumn.Grain;
import hmnet.formats.model.terms.CodeColumn.Place;
import hmnet.formats.model.terms.Terms.Edition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A table's file becoming a table (コード表の読込): a line that cannot be read is told and left out, too
/// many of them refuse the file.
final class TableReading {
    /// Of a hundred lines, beside the first few.
    static final int BAD_PER_HUNDRED = 1;

    static final int BAD_ANYWAY = 5;

    private static final int BYTES = 128 << 20;
    private static final int ROWS = 1_000_000;
    private static final int SYSTEMS = 32;
    private static final int NAME = 1000;
    private static final int NOTES = 20;
    private static final int PAIR = 4;
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z.+*†_/-]{1,64}");

    private final Edition edition;
    private final Pool pool = new Pool();
    private final List<Note> notes = new ArrayList<>();
    private int[] cells = new int[1 << 12];
    private int size;
    private int lines;
    private int bad;

    private TableReading(Edition edition) {
        this.edition = edition;
    }

    /// @throws Unreadable `too-large`, `empty`, `heading-missing`, `too-many-lines`, `too-many-systems`,
    /// `too-many-bad-lines`
    static CodeTable of(Edition edition, byte[] bytes, Map<String, TableLayout> layouts) throws Unreadable {
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes");
        }
        var reading = new TableReading(edition);
        var layout = layouts.get(edition.layout());
        var text = new TableText(bytes);
        var columns = layout == null ? reading.pairs(text) : reading.columns(text, layout);
        return reading.table(columns);
    }

    private CodeTable table(List<CodeColumn> columns) throws Unreadable {
        if (bad > BAD_ANYWAY && bad * 100L > (long) lines * BAD_PER_HUNDRED) {
            throw new Unreadable(
                    "too-many-bad-lines", notes.getFirst().line(), "", bad + " of " + lines + " lines cannot be read");
        }
        if (size == 0) {
            throw new Unreadable("empty", 0, "", "no line with a code");
        }
        if (bad > notes.size()) {
            notes.add(Note.info("more-of-the-same", 0, "", bad - notes.size() + " more lines"));
        }
        pool.end();
        return new CodeTable(edition, columns, pool, Arrays.copyOf(cells, size), notes, bad);
    }

    /// A file whose layout says what stands where.
    private List<CodeColumn> columns(TableText text, TableLayout layout) throws Unreadable {
        var heading = layout.hasHeadings() && text.hasNext() ? text.next() : List.<String>of();
        var places = at(layout.places(), heading);
        var name = at(layout.name(), heading);
        int least = least(layout);
        while (text.hasNext()) {
            var line = text.next();
            if (isRow(line, least, text.line())) {
                row(line, layout, places, name, text.line());
            }
        }
        return layout.columns();
    }

    private static int least(TableLayout layout) {
        return layout.places().stream()
                .filter(place -> !place.optional())
                .mapToInt(Place::number)
                .max()
                .orElse(0);
    }

    private static int[] at(List<Place> places, List<String> heading) throws Unreadable {
        var folded = heading.stream().map(TableLayout::folded).toList();
        var at = new int[places.size()];
        for (int i = 0; i < at.length; i++) {
            var place = places.get(i);
            at[i] = place.number() > 0 ? place.number() - 1 : folded.indexOf(place.heading());
            if (at[i] < 0 && !place.optional()) {
                throw new Unreadable("heading-missing", 1, place.heading(), "no column has this heading");
            }
        }
        return at;
    }

    private boolean isRow(List<String> line, int least, int number) throws Unreadable {
        if (line.size() == 1 && line.getFirst().isEmpty()) {
            return false;
        }
        if (++lines > ROWS) {
            throw new Unreadable("too-many-lines", number, "", "more than " + ROWS);
        }
        if (line.isEmpty()) {
            bad(number, "", "a quote does not end");
        } else if (line.size() < least) {
            bad(number, "", line.size() + " columns, not " + least);
        }
        return !line.isEmpty() && line.size() >= least;
    }

    private void bad(int line, String column, String why) {
        bad++;
        if (notes.size() < NOTES) {
            notes.add(Note.info("line-left-out", line, column, why));
        }
    }

    private void row(List<String> line, TableLayout layout, int[] places, int[] name, int number) {
        var row = new int[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            var cell = cell(line, places[i]);
            if (!isCode(cell, number, layout.columns().get(i).system())) {
                return;
            }
            row[i] = pool.put(layout.places().get(i).code(cell));
        }
        var named = name.length == 0 ? "" : cell(line, name[0]);
        if (isName(named, number)) {
            row[places.length] = pool.put(named);
            add(row);
        }
    }

    private static String cell(List<String> line, int at) {
        return at >= 0 && at < line.size() ? line.get(at) : "";
    }

    private boolean isCode(String cell, int line, String column) {
        boolean code = cell.isEmpty() || CODE.matcher(cell).matches();
        if (!code) {
            bad(line, column, "no code: " + cell.substring(0, Math.min(cell.length(), 20)));
        }
        return code;
    }

    private boolean isName(String cell, int line) {
        boolean name = cell.length() <= NAME && cell.indexOf('\uFFFD') < 0;
        if (!name) {
            bad(line, "name", "too long, or neither UTF-8 nor MS932");
        }
        return name;
    }

    private void add(int[] row) {
        if (size + row.length > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(size + row.length, cells.length * 2));
        }
        System.arraycopy(row, 0, cells, size, row.length);
        size += row.length;
    }

    /// Lines of `system,code,system,code,name`: the first explained by the second.
    private List<CodeColumn> pairs(TableText text) throws Unreadable {
        var pairs = new ArrayList<Pair>();
        while (text.hasNext()) {
            var line = text.next();
            boolean heading =
                    text.line() == 1 && !line.isEmpty() && line.getFirst().equalsIgnoreCase("system");
            if (!heading && isRow(line, PAIR, text.line())) {
                var name = cell(line, PAIR);
                if (isPaired(line, text.line()) && isName(name, text.line())) {
                    pairs.add(new Pair(
                            TableLayout.system(line.get(0)),
                            line.get(1),
                            TableLayout.system(line.get(2)),
                            line.get(3),
                            name));
                }
            }
        }
        return columns(pairs);
    }

    private boolean isPaired(List<String> line, int number) {
        for (int i = 0; i < PAIR; i++) {
            if (line.get(i).isEmpty()) {
                bad(number, "", "column " + (i + 1) + " is empty");
                return false;
            }
        }
        return isCode(line.get(1), number, line.get(0)) && isCode(line.get(3), number, line.get(2));
    }

    private record Pair(String from, String code, String to, String meaning, String name) {}

    /// A column for each system. One that is only ever explained is somebody's own, unless everybody knows it.
    private List<CodeColumn> columns(List<Pair> pairs) throws Unreadable {
        var given = pairs.stream().map(Pair::to).distinct().toList();
        var systems = new ArrayList<>(given);
        pairs.stream()
                .map(Pair::from)
                .distinct()
                .filter(from -> !given.contains(from))
                .forEach(systems::add);
        if (systems.size() > SYSTEMS) {
            throw new Unreadable("too-many-systems", 0, "", systems.size() + " systems of codes");
        }
        for (var pair : pairs) {
            var row = new int[systems.size() + 1];
            row[systems.indexOf(pair.from)] = pool.put(pair.code);
            row[systems.indexOf(pair.to)] = pool.put(pair.meaning);
            row[systems.size()] = pool.put(pair.name);
            add(row);
        }
        return systems.stream()
                .map(system -> new CodeColumn(system, grain(system, given.contains(system)), given.contains(system)))
                .toList();
    }

    private static Grain grain(String system, boolean given) {
        return given || Vocabulary.isKnown(system) ? Grain.EXACT : Grain.OWN;
    }
}
