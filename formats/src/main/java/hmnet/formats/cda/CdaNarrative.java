package hmnet.formats.cda;

import hmnet.formats.base.xml.XmlElement;
import java.util.Set;

/// The words of a section (セクションの説明文): a line a paragraph, item or table row, cells apart by tabs.
/// Markup is not carried on, so nothing in it can act.
final class CdaNarrative {
    private static final Set<String> LINES = Set.of("paragraph", "item", "tr", "br", "caption", "list", "table");

    private CdaNarrative() {}

    static String words(XmlElement text) {
        var out = new StringBuilder();
        gather(text, out);
        return out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (above, line) -> above.isEmpty() ? line : above + "\n" + line);
    }

    private static void gather(XmlElement element, StringBuilder out) {
        for (var part : element.content()) {
            if (part instanceof XmlElement child) {
                boolean line = LINES.contains(child.name());
                out.append(line ? "\n" : "");
                gather(child, out);
                out.append(
                        line ? "\n" : child.name().equals("td") || child.name().equals("th") ? "\t" : "");
            } else {
                out.append(((String) part).replaceAll("[ \\t\\r\\n]+", " "));
            }
        }
    }
}
