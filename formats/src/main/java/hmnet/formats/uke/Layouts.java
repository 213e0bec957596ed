package hmnet.formats.uke;

import hmnet.formats.base.Table;
import hmnet.formats.file.Format;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which field of a record stands in which column (レコードの並び), by kind of receipt and month of care, from
/// `layouts.csv`.
final class Layouts {
    private static final List<ReceiptLayout> ALL = Table.read(Layouts.class, "layouts.csv").stream()
            .map(row -> new ReceiptLayout(row.get(0), row.get(1), row.get(2), columns(row.subList(3, row.size()))))
            .sorted(Comparator.comparing(ReceiptLayout::from).reversed())
            .toList();

    private Layouts() {}

    private record ReceiptLayout(String receipt, String from, String tag, Map<String, Integer> columns) {}

    /// Empty for a record without a layout.
    ///
    /// @param month `yyyyMM`
    static Map<String, Integer> columns(Format format, String month, String tag) {
        var receipt = receipt(format);
        var found = find(receipt, month, tag);
        return found.isEmpty() && receipt.equals("dpc") ? find("ika", month, tag) : found;
    }

    private static Map<String, Integer> find(String receipt, String month, String tag) {
        return ALL.stream()
                .filter(layout -> layout.receipt.equals(receipt) && layout.tag.equals(tag))
                .filter(layout -> layout.from.compareTo(month) <= 0)
                .findFirst()
                .map(ReceiptLayout::columns)
                .orElse(Map.of());
    }

    private static String receipt(Format format) {
        var code = format.code();
        return code.substring(code.indexOf('-') + 1);
    }

    private static Map<String, Integer> columns(List<String> fields) {
        var columns = new HashMap<String, Integer>();
        int column = 1;
        for (var field : fields) {
            int star = field.indexOf('*');
            int times = star < 0 ? 1 : Integer.parseInt(field.substring(star + 1));
            var name = star < 0 ? field : field.substring(0, star);
            for (int i = 1; i <= times; i++) {
                columns.put(star < 0 ? name : name + i, column++);
            }
        }
        columns.put(ReceiptRow.WIDTH, column);
        return Map.copyOf(columns);
    }
}
