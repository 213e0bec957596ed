package hmnet.formats.base;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table for a spreadsheet (表計算ソフトのCSV, RFC 4180): UTF-8 with a mark of order, every cell quoted. No cell becomes a
/// formula on the computer of whoever opens it.
public final class SheetText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SheetText() {}

    public static byte[] bytes(Stream<List<String>> lines) {
        return lines.map(SheetText::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// One line with its end.
    public static String line(List<String> cells) {
        return cells.stream().map(SheetText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String value) {
        var harmless = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
