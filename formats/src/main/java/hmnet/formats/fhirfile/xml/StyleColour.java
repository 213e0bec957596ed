package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A colour of narrative (書式の色), as far as it matters whether words can be told from their ground.
record StyleColour(int red, int green, int blue) {
    static final StyleColour BLACK = new StyleColour(0, 0, 0);
    static final StyleColour WHITE = new StyleColour(255, 255, 255);
    /// What browsers give a link that says nothing of its colour.
    static final StyleColour LINK = new StyleColour(0, 0, 238);

    private static final Map<String, String> NAMES = Table.read(StyleColour.class, "style-colours.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));
    private static final Pattern SHORT = Pattern.compile("#([0-9a-f])([0-9a-f])([0-9a-f])f?");
    private static final Pattern LONG = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:ff)?");
    private static final int TOLD_APART = 32;

    /// Empty for what is no colour, and for one that lets its ground through.
    static Optional<StyleColour> of(String colour) {
        var all = LONG.matcher(NAMES.containsKey(colour) ? "#" + NAMES.get(colour) : colour);
        if (all.matches()) {
            return Optional.of(new StyleColour(part(all.group(1)), part(all.group(2)), part(all.group(3))));
        }
        var few = SHORT.matcher(colour);
        return few.matches()
                ? Optional.of(new StyleColour(
                        part(few.group(1).repeat(2)),
                        part(few.group(2).repeat(2)),
                        part(few.group(3).repeat(2))))
                : Optional.empty();
    }

    private static int part(String digits) {
        return Integer.parseInt(digits, 16);
    }

    /// Whether words of the one cannot be read on the other. The eye sees green best and blue least.
    boolean isLike(StyleColour other) {
        int apart = Math.abs(red - other.red) * 3 + Math.abs(green - other.green) * 6 + Math.abs(blue - other.blue);
        return apart / 10 < TOLD_APART;
    }
}
