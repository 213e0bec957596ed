package hmnet.formats.labcsv;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.Records;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a laboratory's file says what (検査結果ファイルの並び): declared as data, by column or by byte.
///
/// A file of it has the lines `layout,name,version`, `form,csv,least,most` or `form,fixed,bytes`,
/// `field,name,column` for CSV, `record,,from,length` once, `field,name,tag,from,length` and
/// `repeat,tag,from,length,times` with `item,name,tag,from,length` for fixed width (bytes from 1; a sixth
/// column where an item repeats at another distance than its block), `status,sent,F`, `flag,sent,H` and
/// `limit,sent,<` for codes (F P C X; `< <= >= >` before a value, nothing where there is none), `heading,n`
/// for lines in front of the results, `charset,utf-8` where it is not MS932.
///
/// @param least columns a line has at least, or the bytes of a record
/// @param headings lines in front of the results
/// @param records of fixed width by their tag; one without a tag for CSV
/// @param codes `status/E` to what it means
public record LabLayout(
        String name,
        String version,
        boolean fixed,
        int least,
        int most,
        int headings,
        Charset charset,
        FieldSpan tag,
        Map<String, RecordFields> records,
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
            "limit",
            "unit",
            "materialCode",
            "material",
            "lipemia",
            "hemolysis",
            "bilirubin",
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
    private static final List<String> BUILT_IN =
            List.of("nlab.csv", "nlab2.csv", "wolf.csv", "medis256.csv", "hmnet.csv");
    private static final List<LabLayout> KNOWN =
            BUILT_IN.stream().map(LabLayout::builtIn).toList();

    /// A stretch of a record (範囲): a column, or bytes; both from 0.
    ///
    /// @param every bytes to the next one of a repeated item
    record FieldSpan(int from, int length, int every) {
        static final FieldSpan NONE = new FieldSpan(0, 0, 0);

        FieldSpan(int from, int length) {
            this(from, length, 0);
        }
    }

    /// The fields of one kind of record (レコードの項目), and of what repeats in it.
    record RecordFields(Map<String, FieldSpan> fields, Map<String, FieldSpan> items, FieldSpan repeat, int times) {
        /// Where the block of the nth item begins, or where its place is counted from when it repeats at
        /// another distance.
        int start(FieldSpan item, int nth) {
            return repeat.from() + nth * (item.every() == 0 ? repeat.length() : item.every());
        }
    }

    /// What a declaration may call a column (項目の名前).
    public static List<String> words() {
        return FIELDS.stream().sorted().toList();
    }

    /// The layouts that come along (組み込みの並び).
    public static List<LabLayout> known() {
        return KNOWN;
    }

    private static LabLayout builtIn(String file) {
        try {
            return of(Table.read(LabLayout.class, file).stream()
                    .map(row -> new RecordLine(0, row))
                    .toList());
        } catch (Unreadable e) {
            throw new IllegalStateException(file, e);
        }
    }

    /// @throws Unreadable `layout` when the declaration is not one
    public static LabLayout read(byte[] declaration) throws Unreadable {
        return of(Records.read(declaration, RecordForm.MS932.orUtf8().upTo(1 << 18, 2_000)).lines().stream()
                .filter(line -> !line.at(0).startsWith("#")
                        && !String.join("", line.columns()).isBlank())
                .toList());
    }

    /// The one that comes along for results of other formats: a column for every field, named in its first
    /// line.
    static LabLayout own() {
        return KNOWN.getLast();
    }

    private static LabLayout of(List<RecordLine> lines) throws Unreadable {
        var reading = new DeclaredLayout();
        for (var line : lines) {
            reading.add(line);
        }
        return reading.layout();
    }

    RecordFields csv() {
        return records.getOrDefault("", new RecordFields(Map.of(), Map.of(), FieldSpan.NONE, 0));
    }

    String meaning(String kind, String sent, String otherwise) {
        return codes.getOrDefault(kind + "/" + sent, otherwise);
    }

    boolean means(String kind, String sent) {
        return codes.containsKey(kind + "/" + sent);
    }

    /// What is sent for a meaning, the meaning itself where no code stands for it.
    String sent(String kind, String meaning) {
        return codes.entrySet().stream()
                .filter(code ->
                        code.getKey().startsWith(kind + "/") && code.getValue().equals(meaning))
                .map(code -> code.getKey().substring(kind.length() + 1))
                .sorted()
                .findFirst()
                .orElse(meaning);
    }

    /// Every field it has a place for.
    Set<String> fields() {
        var all = new HashSet<String>();
        records.values().forEach(record -> {
            all.addAll(record.fields().keySet());
            all.addAll(record.items().keySet());
        });
        return all;
    }

    /// Columns a line is written with.
    int columns() {
        return Math.max(
                least,
                csv().fields().values().stream()
                        .mapToInt(span -> span.from() + 1)
                        .max()
                        .orElse(least));
    }
}
