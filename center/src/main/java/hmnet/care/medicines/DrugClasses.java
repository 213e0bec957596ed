package hmnet.care.medicines;

import hmnet.formats.base.Table;
import java.util.Map;
import java.util.stream.Collectors;

/// What the classes of drugs are called (薬効分類の名前), from `drug-classes.csv`.
final class DrugClasses {
    private static final Map<String, String> NAMES = Table.read(DrugClasses.class, "drug-classes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private DrugClasses() {}

    /// Empty for digits that name no class.
    static String name(String digits) {
        return NAMES.getOrDefault(digits, "");
    }
}
