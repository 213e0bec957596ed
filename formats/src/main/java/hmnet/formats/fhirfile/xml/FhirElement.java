package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An element of FHIR R4 (FHIRの要素): whether it is a list, and of what; by `elements.csv`, which names each
/// type's elements.
///
/// @param type a type of the table, `Resource` for one within, or of what a value is: `boolean`, `number`,
///     `base64`, `xhtml`, empty for text
record FhirElement(String name, boolean list, String type) {
    static final String RESOURCE = "Resource";
    private static final Set<String> SIMPLE = Set.of("", "boolean", "number", "base64", "xhtml");

    /// What a choice (`value[x]`) may be besides a type of the table.
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("Boolean", "boolean"),
            Map.entry("Integer", "number"),
            Map.entry("PositiveInt", "number"),
            Map.entry("UnsignedInt", "number"),
            Map.entry("Decimal", "number"),
            Map.entry("Base64Binary", "base64"),
            Map.entry("String", ""),
            Map.entry("Uri", ""),
            Map.entry("Url", ""),
            Map.entry("Uuid", ""),
            Map.entry("Oid", ""),
            Map.entry("Id", ""),
            Map.entry("Canonical", ""),
            Map.entry("Code", ""),
            Map.entry("Markdown", ""),
            Map.entry("Date", ""),
            Map.entry("DateTime", ""),
            Map.entry("Instant", ""),
            Map.entry("Time", ""));

    /// What every type has, and every resource.
    private static final Map<String, FhirElement> COMMON = byName(
            "extension*:Extension modifierExtension*:Extension id meta:Meta implicitRules language text:Narrative contained*:Resource");

    private static final Map<String, Map<String, FhirElement>> TYPES =
            Table.read(FhirElement.class, "elements.csv").stream()
                    .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> byName(row.get(1))));

    private static Map<String, FhirElement> byName(String elements) {
        return Arrays.stream(elements.split(" "))
                .filter(text -> !text.isEmpty())
                .map(FhirElement::of)
                .collect(Collectors.toMap(FhirElement::name, each -> each, (a, b) -> a, LinkedHashMap::new));
    }

    private static FhirElement of(String text) {
        int colon = text.indexOf(':');
        var name = colon < 0 ? text : text.substring(0, colon);
        boolean list = name.endsWith("*");
        return new FhirElement(
                list ? name.substring(0, name.length() - 1) : name, list, colon < 0 ? "" : text.substring(colon + 1));
    }

    /// The element of that name in a type; null when R4 has none.
    static @Nullable FhirElement find(String type, String name) {
        var elements = TYPES.getOrDefault(type, Map.of());
        var exact = elements.get(name);
        if (exact != null) {
            return exact;
        }
        for (var element : elements.values()) {
            if (element.name.endsWith("[x]")) {
                var chosen = chosen(element.name.substring(0, element.name.length() - 3), name);
                if (chosen != null) {
                    return chosen;
                }
            }
        }
        return COMMON.get(name);
    }

    private static @Nullable FhirElement chosen(String stem, String name) {
        if (!name.startsWith(stem) || name.length() == stem.length()) {
            return null;
        }
        var kind = name.substring(stem.length());
        var value = VALUES.get(kind);
        if (value != null) {
            return new FhirElement(name, false, value);
        }
        return TYPES.containsKey(kind) ? new FhirElement(name, false, kind) : null;
    }

    /// Whether it holds one value, not elements.
    boolean isSimple() {
        return SIMPLE.contains(type);
    }
}
