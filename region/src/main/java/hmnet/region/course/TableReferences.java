package hmnet.region.course;

import java.util.List;
import java.util.Map;

/// What a table must hold because another one names it (表どうしの参照). A typing error in a table shows at
/// the first use.
final class TableReferences {
    private TableReferences() {}

    static <T> T in(Map<String, T> table, String key) {
        var found = table.get(key);
        if (found == null) {
            throw new IllegalStateException("No table row is called " + key + "; there are " + table.keySet());
        }
        return found;
    }

    /// `a+b+c`, or nothing.
    static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\+"));
    }
}
