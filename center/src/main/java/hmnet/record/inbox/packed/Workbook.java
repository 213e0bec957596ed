package hmnet.record.inbox.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sheets of a workbook (表計算ファイルのシート) as tables, and what was blotted out of a table put back into its sheet.
final class Workbook {
    private static final String CONTENTS = "[Content_Types].xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    private static final Pattern PARTING = Pattern.compile("[\\s,;|\"]");
    private static final Pattern POWER = Pattern.compile("-?[0-9.]{1,20}[Ee]\\+?[0-9]{1,2}");
    private static final int COLUMNS = 16_384;

    private final Map<String, XmlElement> sheets = new LinkedHashMap<>();
    private final Optional<XmlElement> strings;
    private final List<String> shared;

    private Workbook(Map<String, byte[]> parts) throws Unreadable {
        var found = parts.get(STRINGS);
        strings = found == null
                ? Optional.empty()
                : Optional.of(XmlDocument.read(found).root());
        shared = strings.stream()
                .flatMap(root -> root.all("si").stream())
                .map(Workbook::words)
                .toList();
        for (var part : parts.entrySet()) {
            if (SHEET.matcher(part.getKey()).matches()) {
                sheets.put(part.getKey(), XmlDocument.read(part.getValue()).root());
            }
        }
    }

    static Optional<Workbook> of(Map<String, byte[]> parts) throws Unreadable {
        return parts.containsKey(CONTENTS) ? Optional.of(new Workbook(parts)) : Optional.empty();
    }

    /// Whether a part holds the cells of a sheet or their words.
    static boolean isOfCells(String part) {
        return part.equals(CONTENTS)
                || part.equals(STRINGS)
                || SHEET.matcher(part).matches();
    }

    /// Lines with tabs between their cells, by the name of the sheet's part.
    Map<String, byte[]> tables() {
        var tables = new LinkedHashMap<String, byte[]>();
        sheets.forEach((name, sheet) -> tables.put(name, table(rows(sheet))));
        return tables;
    }

    /// The parts in which something was blotted out, as they are now.
    Map<String, byte[]> masked(TableMask mask) {
        var parts = new LinkedHashMap<String, byte[]>();
        var gone = new HashMap<String, String>();
        sheets.forEach((name, sheet) -> {
            var rows = rows(sheet);
            mask.masked(name, table(rows)).ifPresent(table -> {
                blot(rows, table, gone);
                parts.put(name, XmlText.of(sheet));
            });
        });
        strings.filter(root -> blotStrings(root, gone)).ifPresent(root -> parts.put(STRINGS, XmlText.of(root)));
        return parts;
    }

    private static List<Map<Integer, XmlElement>> rows(XmlElement sheet) {
        var rows = new ArrayList<Map<Integer, XmlElement>>();
        for (var data : sheet.all("sheetData")) {
            for (var row : data.all("row")) {
                var cells = new LinkedHashMap<Integer, XmlElement>();
                for (var cell : row.all("c")) {
                    int column = column(cell.attribute("r"));
                    cells.put(column < 0 ? cells.size() : column, cell);
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    /// `AB12` is the 27th.
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
            if (column > COLUMNS) {
                return -1;
            }
        }
        return column - 1;
    }

    private byte[] table(List<Map<Integer, XmlElement>> rows) {
        var table = new StringBuilder();
        for (var row : rows) {
            int last = row.keySet().stream().mapToInt(column -> column).max().orElse(-1);
            for (int column = 0; column <= last; column++) {
                var cell = row.get(column);
                table.append(column == 0 ? "" : "\t")
                        .append(cell == null ? "" : PARTING.matcher(text(cell)).replaceAll(" "));
            }
            table.append('\n');
        }
        return table.toString().getBytes(UTF_8);
    }

    private String text(XmlElement cell) {
        var value = cell.textAt("v");
        return switch (cell.attribute("t")) {
            case "s" ->
                value.matches("[0-9]{1,9}") && Integer.parseInt(value) < shared.size()
                        ? shared.get(Integer.parseInt(value))
                        : "";
            case "inlineStr" ->
                cell.all("is").stream().map(Workbook::words).findFirst().orElse("");
            // From outside: numbers, results of formulas, dates.
            default -> POWER.matcher(value).matches() ? new BigDecimal(value).toPlainString() : value;
        };
    }

    /// Its runs, without how they are read aloud.
    private static String words(XmlElement item) {
        var words = new StringBuilder();
        item.elements().forEach(part -> {
            if (part.name().equals("t")) {
                words.append(part.text());
            } else if (part.name().equals("r")) {
                part.all("t").forEach(text -> words.append(text.text()));
            }
        });
        return words.toString();
    }

    private void blot(List<Map<Integer, XmlElement>> rows, byte[] table, Map<String, String> gone) {
        var lines = new String(table, UTF_8).split("\n", -1);
        for (int line = 0; line < rows.size(); line++) {
            var cells = lines[line].split("\t", -1);
            for (var cell : rows.get(line).entrySet()) {
                var before = text(cell.getValue());
                var after = cells[cell.getKey()];
                if (!PARTING.matcher(before).replaceAll(" ").equals(after)) {
                    gone.put(before, after);
                    cell.getValue().content().clear();
                    cell.getValue()
                            .with("t", "str")
                            .add(child(cell.getValue(), "v").add(after));
                }
            }
        }
    }

    private static boolean blotStrings(XmlElement root, Map<String, String> gone) {
        boolean any = false;
        for (var item : root.all("si")) {
            var after = gone.get(words(item));
            if (after != null) {
                item.content().clear();
                item.add(child(item, "t").add(after));
                any = true;
            }
        }
        return any;
    }

    private static XmlElement child(XmlElement parent, String name) {
        var qualified = parent.qualified();
        return new XmlElement(qualified.substring(0, qualified.indexOf(':') + 1) + name, parent.namespace(), 0);
    }
}
