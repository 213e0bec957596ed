package hmnet.formats.fhirfile.xml;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Colours of narrative (書式の色), as far as it matters whether words can be told from their ground: by their brightness.
final class StyleColour {
    private static final Pattern SHORT = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?");
    private static final Pattern LONG = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?");
    private static final Set<String> WHITE = Set.of(
            "white",
            "snow",
            "ivory",
            "azure",
            "honeydew",
            "mintcream",
            "aliceblue",
            "ghostwhite",
            "whitesmoke",
            "seashell",
            "floralwhite",
            "lightyellow",
            "lightcyan",
            "cornsilk",
            "oldlace",
            "linen",
            "beige");
    private static final int BRIGHT = 255;
    private static final int TOLD_APART = 32;

    private StyleColour() {}

    /// Whether words of the one colour cannot be read on the other; a ground that is not said is white.
    static boolean areAlike(String words, String ground) {
        if (words.startsWith("transparent") || words.equals(ground)) {
            return true;
        }
        var one = brightness(words);
        var other = ground.isEmpty() ? Optional.of(BRIGHT) : brightness(ground);
        return one.isPresent() && other.isPresent() && Math.abs(one.get() - other.get()) < TOLD_APART;
    }

    /// Empty for a colour whose name is not known here.
    private static Optional<Integer> brightness(String colour) {
        if (WHITE.contains(colour)) {
            return Optional.of(BRIGHT);
        }
        if (colour.equals("black")) {
            return Optional.of(0);
        }
        var few = SHORT.matcher(colour);
        if (few.matches()) {
            return Optional.of(brightness(
                    few.group(1).repeat(2), few.group(2).repeat(2), few.group(3).repeat(2)));
        }
        var all = LONG.matcher(colour);
        return all.matches() ? Optional.of(brightness(all.group(1), all.group(2), all.group(3))) : Optional.empty();
    }

    private static int brightness(String red, String green, String blue) {
        return (Integer.parseInt(red, 16) * 3 + Integer.parseInt(green, 16) * 6 + Integer.parseInt(blue, 16)) / 10;
    }
}
