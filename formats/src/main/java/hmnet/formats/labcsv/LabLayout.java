package hmnet.formats.labcsv;

import hmnet.formats.Table;
import hmnet.formats.file.Unreadable;
import hmnet.formats.lines.Line;
import hmnet.formats.lines.RecordForm;
import hmnet.formats.lines.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a laboratory's file says what (検査結果ファイルの並び): declared as data, by column or by byte.
///
/// A file of it has the lines `layout,name,version`, `form,csv,least,most` or `form,fixed,bytes`,
/// `field,name,column` for CSV, `record,tag,from,length` once, `field,name,tag,from,length` and
/// `repeat,tag,from,length,times` with `item,name,tag,from,length` for fixed width (bytes from 1),
/// `status,sent,F` and `flag,sent,H` for codes, `heading,1` when the first line names the columns,
/// `jlac10,length` when fewer digits are sent.
///
/// @param least columns a line has at least, or the bytes of a record
/// @param records of fixed width by their tag; one without a tag for CSV
/// @param codes `status/E` to what it means
public record LabLayout(
        String name,
        String version,
        boolean fixed,
        int least,
        int most,
        boolean heading,
        Span tag,
        Map<String, Fields> records,
        Map<String, String> codes) {
    static final Set<String> FIELDS = Set.of(
            "lab",
            "patient",
            "karte",
            "order",
            "sampled",
            "sampledTime",
            "received",
            "reported",
            "name",
            "kana",
            "birth",
            "sex",
            "status",
            "panelCode",
            "panel",
            "parent",
            "itemCode",
            "jlac10",
            "analyte",
            "item",
            "flag",
            "range",
            "rangeClass",
            "low",
            "high",
            "value",
            "unit",
            "materialCode",
            "material",
            "lipemia",
            "hemolysis",
            "dialysis",
            "meal",
            "pregnancy",
            "inout",
            "department",
            "ward",
            "doctor",
            "note",
            "class",
            "load",
            "retest",
            "type",
            "commentCode1",
            "comment1",
            "commentCode2",
            "comment2",
            "comment3",
            "comment4",
            "comment5",
            "comment6");
    private static final List<String> BUILT_IN = List.of("nlab.csv", "nlab2.csv", "wolf.csv");
    private static final List<LabLayout> KNOWN =
            BUILT_IN.stream().map(LabLayout::builtIn).toList();
    private static final int MOST_BYTES = 8192;
    private static final int MOST_TIMES = 200;

    /// A stretch of a record (範囲): a column, or bytes; both from 0.
    record Span(int from, int length) {
        static final Span NONE = new Span(0, 0);
    }

    /// The fields of one kind of record (レコードの項目), and of what repeats in it.
    record Fields(Map<String, Span> fields, Map<String, Span> items, Span repeat, int times) {}

    /// The layouts that come along (組み込みの並び).
    public static List<LabLayout> known() {
        return KNOWN;
    }

    private static LabLayout builtIn(String file) {
        try {
            return of(Table.read(LabLayout.class, file).stream()
                    .map(row -> new Line(0, row))
                    .toList());
        } catch (Unreadable e) {
            throw new IllegalStateException(file, e);
        }
    }

    /// @throws Unreadable `layout` when the declaration is not one
    public static LabLayout read(byte[] declaration) throws Unreadable {
        return of(Records.read(declaration, RecordForm.MS932.orUtf8().upTo(1 << 18, 2_000)).lines().stream()
                .filter(line -> !line.at(0).startsWith("#"))
                .toList());
    }

    private static LabLayout of(List<Line> lines) throws Unreadable {
        var reading = new Declared();
        for (var line : lines) {
            reading.add(line);
        }
        return reading.layout();
    }

    Fields csv() {
        return records.getOrDefault("", new Fields(Map.of(), Map.of(), Span.NONE, 0));
    }

    String meaning(String kind, String sent, String otherwise) {
        return codes.getOrDefault(kind + "/" + sent, otherwise);
    }

    private static final class Declared {
        private String name = "";
        private String version = "";
        private boolean fixed;
        private int least = 1;
        private int most = 400;
        private boolean heading;
        private Span tag = Span.NONE;
        private final Map<String, Map<String, Span>> fields = new HashMap<>();
        private final Map<String, Map<String, Span>> items = new HashMap<>();
        private final Map<String, Span> repeats = new HashMap<>();
        private final Map<String, Integer> times = new HashMap<>();
        private final Map<String, String> codes = new HashMap<>();
        private final List<String> tags = new ArrayList<>();

        void add(Line line) throws Unreadable {
            switch (line.at(0)) {
                case "layout" -> {
                    name = line.at(1);
                    version = line.at(2);
                }
                case "form" -> {
                    fixed = line.at(1).equals("fixed");
                    least = number(line, 2, 1, MOST_BYTES);
                    most = fixed || line.at(3).isEmpty() ? Math.max(least, most) : number(line, 3, least, 400);
                }
                case "heading" -> heading = true;
                case "record" -> tag = span(line, 2);
                case "field" -> put(line, fields);
                case "item" -> put(line, items);
                case "repeat" -> {
                    repeats.put(line.at(1), span(line, 2));
                    times.put(line.at(1), number(line, 4, 1, MOST_TIMES));
                }
                case "status", "flag" -> codes.put(line.at(0) + "/" + line.at(1), line.at(2));
                default -> throw bad(line, "no such line");
            }
        }

        private void put(Line line, Map<String, Map<String, Span>> into) throws Unreadable {
            var field = line.at(1);
            if (!FIELDS.contains(field)) {
                throw bad(line, "no such field");
            }
            var record = fixed ? line.at(2) : "";
            var span = fixed ? span(line, 3) : new Span(number(line, 2, 1, 400) - 1, 1);
            if (!tags.contains(record)) {
                tags.add(record);
            }
            into.computeIfAbsent(record, any -> new HashMap<>()).put(field, span);
        }

        private static Span span(Line line, int column) throws Unreadable {
            return new Span(number(line, column, 1, MOST_BYTES) - 1, number(line, column + 1, 1, MOST_BYTES));
        }

        private static int number(Line line, int column, int least, int most) throws Unreadable {
            var text = line.at(column);
            if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw bad(line, "no number in column " + column);
            }
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw bad(line, "not between " + least + " and " + most);
            }
            return number;
        }

        private static Unreadable bad(Line line, String why) {
            return new Unreadable("layout", line.number(), line.at(0), String.join(",", line.columns()) + ": " + why);
        }

        LabLayout layout() throws Unreadable {
            var records = new HashMap<String, Fields>();
            for (var record : tags) {
                records.put(
                        record,
                        new Fields(
                                Map.copyOf(fields.getOrDefault(record, Map.of())),
                                Map.copyOf(items.getOrDefault(record, Map.of())),
                                repeats.getOrDefault(record, Span.NONE),
                                times.getOrDefault(record, 0)));
            }
            if (name.isEmpty() || records.isEmpty()) {
                throw new Unreadable("layout", 0, "layout", "a layout needs a name and fields");
            }
            return new LabLayout(
                    name, version, fixed, least, most, heading, tag, Map.copyOf(records), Map.copyOf(codes));
        }
    }
}
