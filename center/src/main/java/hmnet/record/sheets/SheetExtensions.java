package hmnet.record.sheets;

import hmnet.formats.base.Table;
import hmnet.formats.base.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The extensions of a sheet (拡張), by the last part of their address, and which of them are done here:
/// `extensions.csv`.
public final class SheetExtensions {
    private static final Map<String, List<String>> KNOWN = Table.read(SheetExtensions.class, "extensions.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, Function.identity()));

    private SheetExtensions() {}

    /// All of one name at a node.
    static List<JsonValue> all(JsonValue of, String name) {
        return of.all("extension").stream()
                .filter(each -> name(each).equals(name))
                .toList();
    }

    public static JsonValue first(JsonValue of, String name) {
        return all(of, name).stream().findFirst().orElse(JsonValue.NONE);
    }

    static boolean isSet(JsonValue of, String name) {
        return first(of, name).text("valueBoolean").equals("true");
    }

    private static String name(JsonValue extension) {
        var url = extension.text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /// Names what a node asks for by extensions, its own and those of its plain members, and does not get.
    static void name(JsonValue node, String place, List<SheetFinding> findings) {
        node.members().forEach((member, value) -> {
            if (member.startsWith("_") && value.isObject()) {
                name(value, place, findings);
            }
        });
        for (var extension : node.all("extension")) {
            var name = name(extension);
            var known = KNOWN.get(name);
            if (known == null) {
                findings.add(SheetFinding.unsupported(
                        "extension", extension.line(), place, "not known here: " + extension.text("url")));
            } else if (known.get(1).equals("not")) {
                findings.add(SheetFinding.unsupported(name, extension.line(), place, known.get(2)));
            }
        }
        for (var modifier : node.all("modifierExtension")) {
            findings.add(SheetFinding.refused(
                    "modifier",
                    modifier.line(),
                    place,
                    "changes what the item means, and is not known here: " + modifier.text("url")));
        }
    }
}
