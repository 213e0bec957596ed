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

    /// Where an extension stands (拡張の場所), by the words of `extensions.csv`.
    enum ExtensionPlace {
        SHEET("sheet"),
        /// A group, words, or what cannot be answered here.
        GROUP("group"),
        QUESTION("question"),
        /// In an item: its words, codes, options, conditions and first values.
        WITHIN("within");

        private final String word;

        ExtensionPlace(String word) {
            this.word = word;
        }

        static ExtensionPlace of(ItemKind kind) {
            return kind.isQuestion() ? QUESTION : GROUP;
        }
    }

    /// Names what a node asks for by extensions, its own and those of its plain members, and does not get.
    static void name(JsonValue node, ExtensionPlace where, String place, List<SheetFinding> findings) {
        node.members().forEach((member, value) -> {
            if (member.startsWith("_") && value.isObject()) {
                name(value, ExtensionPlace.WITHIN, place, findings);
            }
        });
        for (var extension : node.all("extension")) {
            var name = name(extension);
            extension.members().forEach((member, value) -> {
                if (member.startsWith("_") && value.isObject()) {
                    name(value, ExtensionPlace.WITHIN, place, findings);
                }
            });
            var known = KNOWN.get(name);
            if (known == null) {
                findings.add(SheetFinding.unsupported(
                        "extension", extension.line(), place, "not known here: " + extension.text("url")));
            } else if (known.get(1).equals("not")) {
                findings.add(SheetFinding.unsupported(name, extension.line(), place, known.get(2)));
            } else if (known.get(1).equals("done")
                    && !List.of(known.get(2).split(" ")).contains(where.word)) {
                findings.add(SheetFinding.unsupported(
                        name,
                        extension.line(),
                        place,
                        "not done here, but at a " + known.get(2).replace(" ", " or ")));
            }
        }
    }

    /// Refuses what changes the meaning of anything in a file, wherever it stands.
    static void refuseModifiers(JsonValue node, String around, List<SheetFinding> findings) {
        var place = node.text("linkId").isEmpty() ? around : node.text("linkId");
        for (var modifier : node.all("modifierExtension")) {
            findings.add(SheetFinding.refused(
                    "modifier",
                    modifier.line(),
                    place,
                    "changes what it stands at, and is not known here: " + modifier.text("url")));
        }
        if (node.at("implicitRules").exists()) {
            findings.add(SheetFinding.refused(
                    "modifier",
                    node.at("implicitRules").line(),
                    place,
                    "follows rules that are not known here: " + node.text("implicitRules")));
        }
        node.members().values().forEach(member -> refuseModifiers(member, place, findings));
        node.elements().forEach(element -> refuseModifiers(element, place, findings));
    }
}
