package hmnet.formats.careplan;

import hmnet.formats.Table;
import java.util.List;
import java.util.Optional;

/// The columns of one kind of file (ファイルの並び), by the table `layouts.csv`.
///
/// @param least columns without which it is not this kind
record PlanLayout(String prefix, String name, int least, List<String> columns) {
    private static final List<PlanLayout> ALL = Table.read(PlanLayout.class, "layouts.csv").stream()
            .map(row -> new PlanLayout(
                    row.get(0), row.get(1), Integer.parseInt(row.get(2)), List.copyOf(row.subList(3, row.size()))))
            .toList();

    static Optional<PlanLayout> of(String prefix) {
        return ALL.stream().filter(layout -> layout.prefix.equals(prefix)).findFirst();
    }

    String column(int index) {
        return index < columns.size() ? columns.get(index) : "項目" + (index + 1);
    }

    int index(String column) {
        return columns.indexOf(column);
    }
}
