package hmnet.formats.life;

import hmnet.formats.base.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A column of a LIFE form (LIFE の項目), by the tables `forms.csv` and `items-2021.csv`.
///
/// @param type S text, N number, D day
/// @param codes what its values mean, empty for free values
record LifeItem(String form, String id, String name, char type, boolean always, Map<String, String> codes) {
    private static final Map<String, String> FORMS = Table.read(LifeItem.class, "forms.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));
    private static final Map<String, LifeItem> ITEMS = Table.read(LifeItem.class, "items-2021.csv").stream()
            .map(LifeItem::of)
            .collect(Collectors.toUnmodifiableMap(item -> item.form + "/" + item.id, Function.identity(), (a, b) -> a));

    private static LifeItem of(List<String> row) {
        return new LifeItem(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3).charAt(0),
                row.get(5).equals("A"),
                codes(row.get(6)));
    }

    private static Map<String, String> codes(String text) {
        return text.equals("-")
                ? Map.of()
                : Arrays.stream(text.split("\\|"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a));
    }

    static Optional<LifeItem> of(String form, String id) {
        return Optional.ofNullable(ITEMS.get(form + "/" + id));
    }

    /// The ids of a form's columns in their order.
    static List<String> columns(String form) {
        return Table.read(LifeItem.class, "items-2021.csv").stream()
                .filter(row -> row.get(0).equals(form))
                .map(row -> row.get(1))
                .toList();
    }

    /// Its Japanese name, or the form's own where it is of another edition.
    static String formName(String form) {
        return FORMS.getOrDefault(form, form);
    }

    static boolean isKnown(String form) {
        return FORMS.containsKey(form);
    }

    /// A value as people read it: the words of its code, with the code.
    String shown(String value) {
        var words = codes.get(value);
        return words == null ? value : words + " (" + value + ")";
    }
}
