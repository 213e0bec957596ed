package hmnet.formats.fhirfile.xml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a style of narrative may say (害のない書式): colours, lines and distances, as HL7's own generator writes them. What
/// is not on the list is left out. What takes words out of sight is told apart: a reader who is shown less than was
/// sent is misled.
final class HarmlessStyle {
    private static final double FARTHEST = 400;
    private static final double WIDEST = 1000;
    private static final double HALF = WIDEST / 2;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern IMPORTANT = Pattern.compile("\\s*!\\s*important$");
    private static final Predicate<String> WORDS =
            Pattern.compile("[a-z][a-z-]*+(?:\\s+[a-z][a-z-]*+)*+").asMatchPredicate();
    private static final Predicate<String> WEIGHT =
            Pattern.compile("[1-9]00|[a-z]{4,8}").asMatchPredicate();
    private static final Predicate<String> FAMILY =
            Pattern.compile("[\\p{L}\\p{N}\\s,'\"_-]+").asMatchPredicate();
    /// Letters that show as something else.
    private static final Predicate<String> PICTORIAL = Pattern.compile(
                    "dings|dingbat|symbol|marlett|blank|barcode|code|icon|awesome|glyph|ornament|mt extra|emoji")
            .asPredicate();
    private static final Predicate<String> DISPLAY = Set.of(
                    "block",
                    "inline",
                    "inline-block",
                    "list-item",
                    "table",
                    "table-cell",
                    "table-row",
                    "table-row-group")::contains;
    private static final Predicate<String> COLOUR =
            colour -> StyleColour.of(colour).isPresent();
    private static final Predicate<String> GROUND = COLOUR.or(Set.of("none", "transparent")::contains);
    private static final Predicate<String> DISTANCE = text -> isUpTo(text, FARTHEST, HALF);
    private static final Predicate<String> DISTANCES = each(DISTANCE.or("auto"::equals));
    private static final Predicate<String> LINES = each(DISTANCE.or(COLOUR).or(WORDS));

    private static final Map<String, Predicate<String>> NAMES = Map.ofEntries(
            Map.entry("background", GROUND),
            Map.entry("background-color", GROUND),
            Map.entry("border", LINES),
            Map.entry("border-bottom", LINES),
            Map.entry("border-collapse", WORDS),
            Map.entry("border-color", LINES),
            Map.entry("border-left", LINES),
            Map.entry("border-radius", DISTANCES),
            Map.entry("border-right", LINES),
            Map.entry("border-spacing", DISTANCES),
            Map.entry("border-style", WORDS),
            Map.entry("border-top", LINES),
            Map.entry("border-width", LINES),
            Map.entry("color", COLOUR),
            Map.entry("display", DISPLAY),
            Map.entry("font-family", FAMILY.and(PICTORIAL.negate())),
            Map.entry("font-size", text -> Sight.letters(text, Sight.MEDIUM).isPresent()),
            Map.entry("font-style", WORDS),
            Map.entry("font-weight", WEIGHT),
            Map.entry("line-height", text -> Sight.height(text, Sight.MEDIUM).isPresent()),
            Map.entry("list-style-type", WORDS),
            Map.entry("margin", DISTANCES),
            Map.entry("margin-bottom", DISTANCES),
            Map.entry("margin-left", DISTANCES),
            Map.entry("margin-right", DISTANCES),
            Map.entry("margin-top", DISTANCES),
            Map.entry("padding", DISTANCES),
            Map.entry("padding-bottom", DISTANCES),
            Map.entry("padding-left", DISTANCES),
            Map.entry("padding-right", DISTANCES),
            Map.entry("padding-top", DISTANCES),
            Map.entry("text-align", WORDS),
            Map.entry("text-decoration", WORDS),
            Map.entry("vertical-align", HarmlessStyle::isRise),
            Map.entry("white-space", WORDS),
            Map.entry("width", HarmlessStyle::isWidth),
            Map.entry("word-wrap", WORDS));
    /// Properties that have no use in a narrative but to move, veil or turn words.
    private static final Set<String> AWAY = Set.of(
            "visibility",
            "opacity",
            "filter",
            "position",
            "clip",
            "clip-path",
            "mask",
            "transform",
            "scale",
            "zoom",
            "text-indent",
            "letter-spacing",
            "word-spacing",
            "direction",
            "unicode-bidi",
            "-webkit-text-fill-color",
            "height",
            "max-height");

    private HarmlessStyle() {}

    /// Whether it takes the element away with all its words, whatever stands around it.
    static boolean hides(String style) {
        var all = properties(style);
        return all.getOrDefault("display", "").startsWith("none")
                || all.keySet().stream().anyMatch(AWAY::contains);
    }

    /// The style itself where all of it is on the list, else what of it is; null for nothing.
    static @Nullable String harmless(String style) {
        var plain = plain(style);
        if (plain.isEmpty()) {
            return null;
        }
        boolean all = declarations(style).length == plain.size();
        return all
                ? style
                : plain.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("; "));
    }

    /// Its properties that are on the list with a plain value, each once.
    static Map<String, String> plain(String style) {
        var plain = properties(style);
        plain.entrySet()
                .removeIf(
                        one -> !NAMES.getOrDefault(one.getKey(), none -> false).test(one.getValue()));
        if (plain.containsKey("background-color")) {
            plain.remove("background"); // which of them holds rests on their order
        }
        return plain;
    }

    /// Whether a property moves the words within.
    static boolean moves(String property) {
        return property.startsWith("margin")
                || property.startsWith("padding")
                || property.startsWith("border") && !property.equals("border-radius");
    }

    private static String[] declarations(String style) {
        return Arrays.stream(style.toLowerCase(Locale.ROOT).split(";", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toArray(String[]::new);
    }

    /// By their names, in small letters; the last of several of a name.
    private static Map<String, String> properties(String style) {
        var all = new LinkedHashMap<String, String>();
        for (var one : declarations(style)) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                var value = one.substring(colon + 1).strip();
                all.put(
                        one.substring(0, colon).strip(),
                        IMPORTANT.matcher(value).replaceFirst(""));
            }
        }
        return all;
    }

    private static Predicate<String> each(Predicate<String> one) {
        return text -> Arrays.stream(BLANKS.split(text)).allMatch(one);
    }

    private static boolean isUpTo(String text, double most, double whole) {
        var length = StyleLength.of(text, Sight.MEDIUM, whole);
        return length.isPresent() && length.getAsDouble() <= most;
    }

    private static boolean isWidth(String text) {
        return isUpTo(text, WIDEST, WIDEST) || text.equals("auto");
    }

    private static boolean isRise(String text) {
        return isUpTo(text, 2 * Sight.MEDIUM, Sight.MEDIUM) || WORDS.test(text);
    }
}
