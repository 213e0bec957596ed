package hmnet.formats.labcsv;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.labcsv.LabLayout.FieldSpan;
import hmnet.formats.labcsv.LabLayout.RecordFields;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A declaration of a layout being read (並びの申告): line by line, each slip named by its line.
final class DeclaredLayout {
    private static final int MOST_BYTES = 8192;
    private static final int MOST_TIMES = 200;
    private static final int MOST_HEADINGS = 20;
    private static final Set<String> NEEDED = Set.of("patient", "sampled", "value");
    private static final List<String> TESTS = List.of("itemCode", "jlac10", "item");
    private static final Set<String> STATES = Set.of("F", "P", "C", "X");
    private static final Set<String> LIMITS = Set.of("", "<", "<=", ">=", ">");

    private String name = "";
    private String version = "";
    private boolean fixed;
    private int least = 1;
    private int most = 400;
    private int headings;
    private Charset charset = RecordForm.WINDOWS;
    private FieldSpan tag = FieldSpan.NONE;
    private final Map<String, Map<String, FieldSpan>> fields = new HashMap<>();
    private final Map<String, Map<String, FieldSpan>> items = new HashMap<>();
    private final Map<String, FieldSpan> repeats = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final List<String> tags = new ArrayList<>();

    void add(RecordLine line) throws Unreadable {
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
            case "heading" -> headings = number(line, 1, 1, MOST_HEADINGS);
            case "charset" -> charset = charset(line);
            case "record" -> tag = span(line, 2);
            case "field" -> put(line, fields);
            case "item" -> put(line, items);
            case "repeat" -> {
                repeats.put(line.at(1), span(line, 2));
                times.put(line.at(1), number(line, 4, 1, MOST_TIMES));
            }
            case "status" -> code(line, STATES);
            case "limit" -> code(line, LIMITS);
            case "flag" -> codes.put("flag/" + line.at(1), line.at(2));
            default -> throw bad(line, "no such line");
        }
    }

    private static Charset charset(RecordLine line) throws Unreadable {
        return switch (line.at(1).toLowerCase(Locale.ROOT)) {
            case "utf-8" -> StandardCharsets.UTF_8;
            case "ms932" -> RecordForm.WINDOWS;
            default -> throw bad(line, "utf-8 or ms932");
        };
    }

    private void code(RecordLine line, Set<String> meanings) throws Unreadable {
        if (!meanings.contains(line.at(2))) {
            throw bad(line, "no such meaning");
        }
        codes.put(line.at(0) + "/" + line.at(1), line.at(2));
    }

    private void put(RecordLine line, Map<String, Map<String, FieldSpan>> into) throws Unreadable {
        var field = line.at(1);
        if (!LabLayout.FIELDS.contains(field)) {
            throw bad(line, "no such field");
        }
        var record = fixed ? line.at(2) : "";
        var span = fixed ? span(line, 3) : new FieldSpan(number(line, 2, 1, 400) - 1, 1);
        if (!tags.contains(record)) {
            tags.add(record);
        }
        if (into.computeIfAbsent(record, any -> new HashMap<>()).putIfAbsent(field, span) != null) {
            throw bad(line, "declared twice");
        }
    }

    private static FieldSpan span(RecordLine line, int column) throws Unreadable {
        boolean apart = line.at(0).equals("item") && !line.at(column + 2).isEmpty();
        return new FieldSpan(
                number(line, column, 1, MOST_BYTES) - 1,
                number(line, column + 1, 1, MOST_BYTES),
                apart ? number(line, column + 2, 1, MOST_BYTES) : 0);
    }

    private static int number(RecordLine line, int column, int least, int most) throws Unreadable {
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

    private static Unreadable bad(RecordLine line, String why) {
        return new Unreadable("layout", line.number(), line.at(0), String.join(",", line.columns()) + ": " + why);
    }

    LabLayout layout() throws Unreadable {
        var records = new HashMap<String, RecordFields>();
        for (var record : tags) {
            records.put(
                    record,
                    new RecordFields(
                            Map.copyOf(fields.getOrDefault(record, Map.of())),
                            Map.copyOf(items.getOrDefault(record, Map.of())),
                            repeats.getOrDefault(record, FieldSpan.NONE),
                            times.getOrDefault(record, 0)));
        }
        if (name.isEmpty() || records.isEmpty()) {
            throw new Unreadable("layout", 0, "layout", "a layout needs a name and fields");
        }
        var layout = new LabLayout(
                name, version, fixed, least, most, headings, charset, tag, Map.copyOf(records), Map.copyOf(codes));
        var declared = layout.fields();
        if (!declared.containsAll(NEEDED) || TESTS.stream().noneMatch(declared::contains)) {
            throw new Unreadable("layout", 0, "field", "patient, sampled, value and one of " + TESTS + " are needed");
        }
        return layout;
    }
}
