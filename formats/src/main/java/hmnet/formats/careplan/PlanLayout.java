package hmnet.formats.careplan;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
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

    /// The kind that has just so many columns; none where several have.
    static Optional<PlanLayout> ofSize(int size) {
        var fitting =
                ALL.stream().filter(layout -> layout.columns.size() == size).toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// Of an edition with more or fewer columns at the end: 第1表 by its day of the plan, 利用者補足情報 by
    /// sex and birth.
    static Optional<PlanLayout> ofShape(RecordLine row) {
        if (row.at(6).matches("[12]") && JapaneseDate.day(row.at(7)) != null) {
            return of("UPHOSOKU");
        }
        return JapaneseDate.day(row.at(13)) != null && row.size() > 22 ? of("UP1KYO") : Optional.empty();
    }

    String column(int index) {
        return index < columns.size() ? columns.get(index) : "項目" + (index + 1);
    }

    int index(String column) {
        return columns.indexOf(column);
    }
}
