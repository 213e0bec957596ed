package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// What each part of an office file says it is (パートの種類): `[Content_Types].xml`.
final class OfficeTypes {
    static final String PART = "[Content_Types].xml";
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONS = "application/vnd.openxmlformats-package.relationships+xml";
    private static final String OFFICIAL = "application/vnd.openxmlformats-officedocument.";

    private final Map<String, String> byEnding = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    private OfficeTypes() {}

    static OfficeTypes read(byte[] bytes) throws Unreadable {
        var types = new OfficeTypes();
        for (var one : XmlDocument.read(bytes).root().elements().toList()) {
            var type = one.attribute("ContentType").strip();
            if (type.toLowerCase(Locale.ROOT).contains("macro") || type.contains("vbaProject")) {
                throw new Unreadable("macro", one.line(), PART, "a document of a type with macros");
            }
            switch (one.name()) {
                case "Default" -> types.byEnding.putIfAbsent(lower(one.attribute("Extension")), type);
                case "Override" -> types.byName.putIfAbsent(lower(one.attribute("PartName")), type);
                // From outside: the elements of a file.
                default -> throw new Unreadable("damaged", one.line(), PART, one.name());
            }
        }
        return types;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// Empty where nothing says it.
    String of(String part) {
        var own = byName.get("/" + lower(part));
        return own != null ? own : byEnding.getOrDefault(lower(part.substring(part.lastIndexOf('.') + 1)), "");
    }

    /// Without what most of them begin with; a type of the rest is whole.
    static String suffix(String type) {
        var rest = type.startsWith(OFFICIAL) ? type.substring(OFFICIAL.length()) : "";
        return rest.isEmpty() || rest.contains("/") ? type : rest;
    }

    static boolean isXml(String type) {
        return type.endsWith("+xml") || type.endsWith("/xml") || type.endsWith(".vmlDrawing");
    }

    /// The list anew, each part by its name.
    byte[] text(Collection<String> parts) {
        var root = new XmlElement("Types", NAMESPACE, 0).with("xmlns", NAMESPACE);
        root.open("Default").with("Extension", "rels").with("ContentType", RELATIONS);
        for (var part : parts) {
            if (!part.endsWith(".rels")) {
                root.open("Override").with("PartName", "/" + part).with("ContentType", of(part));
            }
        }
        return XmlText.of(root);
    }
}
