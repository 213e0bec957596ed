package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.xml.XmlElement;
import java.util.Locale;
import java.util.Set;

/// What narrative may hold (害のないマークアップ): nothing that acts or loads.
public final class HarmlessMarkup {
    /// What narrative may hold: HTML chapters 7 to 11 and 15, nothing that acts or loads.
    private static final Set<String> MARKUP = Set.of(
            "div",
            "p",
            "br",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "small",
            "big",
            "tt",
            "span",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "caption",
            "colgroup",
            "col",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "blockquote",
            "hr",
            "a",
            "sub",
            "sup",
            "code",
            "cite",
            "q",
            "abbr",
            "img");

    private HarmlessMarkup() {}

    public static boolean isHarmless(XmlElement element) {
        for (var attribute : element.attributes().entrySet()) {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            var value = attribute.getValue().toLowerCase(Locale.ROOT).strip();
            boolean acts = name.startsWith("on") || value.contains("javascript:") || value.startsWith("data:text");
            boolean loads = name.equals("src") && !value.startsWith("#") || value.contains("url(");
            if (acts || loads) {
                return false;
            }
        }
        return MARKUP.contains(element.name()) && element.elements().allMatch(HarmlessMarkup::isHarmless);
    }
}
