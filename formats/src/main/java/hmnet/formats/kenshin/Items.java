package hmnet.formats.kenshin;

import hmnet.formats.base.Table;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the items of check-ups are (健診項目), from `items.csv`: of the fourth period, and of the third what
/// it dropped.
final class Items {
    /// One item.
    ///
    /// @param type PQ, CD, CO, ST or INT
    /// @param results the OID of coded results
    record ItemDefinition(
            String code, String name, String type, String unit, String results, String method, String format) {}

    private static final Map<String, ItemDefinition> BY_CODE = Table.read(Items.class, "items.csv").stream()
            .map(row -> new ItemDefinition(
                    row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6)))
            .collect(Collectors.toUnmodifiableMap(ItemDefinition::code, Function.identity()));
    private static final Map<String, String> WORDS = Table.read(Items.class, "words.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0) + " " + row.get(1), row -> row.get(2)));

    /// By item, OID of the answer and code.
    private static final Map<String, String> ANSWERS = Table.read(Items.class, "answers.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> String.join(" ", row.get(0), row.get(1), row.get(2)), row -> row.get(3)));

    private Items() {}

    static @Nullable ItemDefinition of(String code) {
        return BY_CODE.get(code);
    }

    static String name(String code) {
        var known = BY_CODE.get(code);
        return known == null ? "" : known.name();
    }

    /// A word of the XML, empty for a code that is not known.
    static String word(String table, String code) {
        return WORDS.getOrDefault(table + " " + code, "");
    }

    /// What a coded answer means, where the file names its list; empty where the list is not known.
    static String answer(String item, String oid, String code) {
        return ANSWERS.getOrDefault(String.join(" ", item, oid, code), "");
    }

    /// Whether it is written like an item's code: JLAC10, 17 places.
    static boolean isCode(String text) {
        return text.length() == 17 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
    }
}
