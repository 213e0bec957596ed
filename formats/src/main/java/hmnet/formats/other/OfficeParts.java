package hmnet.formats.other;

import hmnet.formats.base.Table;
import hmnet.formats.base.Unreadable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The list of what an office file may consist of (許可するパートの一覧), `office-parts.csv`: each relation by its last
/// word, with the content types of the part it may lead to; `-` for parts that are left out, `-` before a type for
/// those
/// of that type.
final class OfficeParts {
    private static final String LEFT_OUT = "-";

    private static final Map<String, Set<String>> ALLOWED = Table.read(OfficeParts.class, "office-parts.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    List::getFirst, row -> Arrays.stream(row.get(1).split(" ")).collect(Collectors.toSet())));

    private static final Set<String> MACROS = Set.of(
            "vbaProject",
            "wordVbaData",
            "xlMacrosheet",
            "xlIntlMacrosheet",
            "keyMapCustomizations",
            "attachedToolbars");

    private OfficeParts() {}

    static void checkRelation(String kind, String of) throws Unreadable {
        if (MACROS.contains(kind)) {
            throw new Unreadable("macro", 0, of, kind);
        }
        if (!ALLOWED.containsKey(kind)) {
            throw new Unreadable("active-content", 0, of, "leads to what is not on the list: " + kind);
        }
    }

    /// Whether such parts are left out.
    static boolean isDropped(String kind) {
        return ALLOWED.getOrDefault(kind, Set.of()).contains(LEFT_OUT);
    }

    /// Whether a part of this type is left out though others of its kind stay: `-image/svg+xml`.
    static boolean isDropped(String kind, String type) {
        return ALLOWED.getOrDefault(kind, Set.of()).contains(LEFT_OUT + OfficeTypes.suffix(type));
    }

    static void check(String kind, String type, String part) throws Unreadable {
        if (!ALLOWED.getOrDefault(kind, Set.of()).contains(OfficeTypes.suffix(type))) {
            throw new Unreadable("active-content", 0, part, "a part that is not on the list: " + kind + " " + type);
        }
    }
}
