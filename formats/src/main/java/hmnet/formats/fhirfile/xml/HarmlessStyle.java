package hmnet.formats.fhirfile.xml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a style of narrative may say (害のない書式): colours, lines and distances, as HL7's own generator writes them. One
/// that takes words out of sight is told apart: a reader who is shown less than was sent is misled.
final class HarmlessStyle {
    /// Plain words, colours and lengths: no brackets, so no `url(…)`; no escapes; nothing below zero.
    private static final Pattern VALUE =
            Pattern.compile("(?:[a-z][a-z-]*|#[0-9a-f]{3,8}|[0-9]*\\.?[0-9]+(?:px|em|rem|ex|pt|pc|cm|mm|in|%)?|,)"
                    + "(?:\\s*,\\s*|\\s+|$)");

    private static final Pattern VALUES = Pattern.compile("(?:" + VALUE.pattern() + ")+");
    private static final Set<String> NAMES = Set.of(
            "background",
            "background-color",
            "border",
            "border-bottom",
            "border-collapse",
            "border-color",
            "border-left",
            "border-radius",
            "border-right",
            "border-spacing",
            "border-style",
            "border-top",
            "border-width",
            "color",
            "display",
            "font-family",
            "font-size",
            "font-style",
            "font-weight",
            "line-height",
            "list-style-type",
            "margin",
            "margin-bottom",
            "margin-left",
            "margin-right",
            "margin-top",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "vertical-align",
            "white-space",
            "width",
            "word-wrap");
    private static final Set<String> DISPLAYS = Set.of(
            "block", "inline", "inline-block", "list-item", "table", "table-cell", "table-row", "table-row-group");
    private static final Set<String> AWAY = Set.of(
            "visibility",
            "opacity",
            "position",
            "clip",
            "clip-path",
            "transform",
            "text-indent",
            "letter-spacing",
            "word-spacing",
            "height",
            "max-height");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{3,8}");
    private static final Pattern SMALL =
            Pattern.compile("0*[0-2]?(?:\\.[0-9]*)?(?:px|pt)?|0*\\.[0-4][0-9]*r?em|0*[0-3]?[0-9]%");

    /// Lines that lie upon each other.
    private static final Pattern FLAT =
            Pattern.compile("0*(?:\\.[0-4][0-9]*)?(?:r?em)?|[0-2](?:\\.[0-9]*)?(?:px|pt)|[0-3]?[0-9]%");

    /// A distance that no window shows.
    private static final Pattern FAR = Pattern.compile(".*[0-9]{4,}.*");

    private HarmlessStyle() {}

    /// Whether every property is on the list, with a plain value, and leaves the words in sight.
    static boolean isPlain(String style) {
        return !hides(style)
                && properties(style)
                        .filter(all -> all.entrySet().stream()
                                .allMatch(one -> NAMES.contains(one.getKey())
                                        && VALUES.matcher(one.getValue()).matches()
                                        && (!one.getKey().equals("display") || DISPLAYS.contains(one.getValue()))))
                        .isPresent();
    }

    /// Whether it takes words out of sight, or may: not shown, of no size, of the colour of their ground, or elsewhere.
    static boolean hides(String style) {
        return properties(style)
                .filter(all -> all.getOrDefault("display", "").startsWith("none")
                        || all.keySet().stream().anyMatch(AWAY::contains)
                        || SMALL.matcher(all.getOrDefault("font-size", "medium"))
                                .matches()
                        || FLAT.matcher(all.getOrDefault("line-height", "normal"))
                                .matches()
                        || all.values().stream()
                                .anyMatch(value -> FAR.matcher(
                                                COLOUR.matcher(value).replaceAll(""))
                                        .matches())
                        || isPale(all))
                .isPresent();
    }

    private static boolean isPale(Map<String, String> all) {
        var words = all.get("color");
        var ground = all.getOrDefault("background-color", all.getOrDefault("background", ""));
        return words != null && StyleColour.areAlike(words, ground);
    }

    /// By their names, in small letters; empty for what is no list of properties.
    private static Optional<Map<String, String>> properties(String style) {
        var all = new LinkedHashMap<String, String>();
        for (var one : style.toLowerCase(Locale.ROOT).split(";", -1)) {
            var said = one.strip();
            int colon = said.indexOf(':');
            if (colon > 0) {
                all.put(
                        said.substring(0, colon).strip(),
                        said.substring(colon + 1).strip());
            } else if (!said.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }
}
