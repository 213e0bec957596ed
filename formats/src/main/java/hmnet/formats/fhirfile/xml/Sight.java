package hmnet.formats.fhirfile.xml;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// How words look at one place of a narrative (語の見え方): what an element says of it holds for all within, whose own
/// styles begin from there.
///
/// @param size of the letters, in points of a screen
/// @param line the height of a line; where that was said as a number, how many letters high a line is
/// @param scaled whether it was, so that it grows with the letters
/// @param shift how far margins and borders have moved the words altogether
record Sight(StyleColour words, StyleColour ground, double size, double line, boolean scaled, double shift) {
    static final double MEDIUM = 16;
    static final Sight PLAIN = new Sight(StyleColour.BLACK, StyleColour.WHITE, MEDIUM, 1, true, 0);

    private static final Map<String, Double> SIZES = Map.of(
            "xx-small",
            9.0,
            "x-small",
            10.0,
            "small",
            13.0,
            "medium",
            MEDIUM,
            "large",
            18.0,
            "x-large",
            24.0,
            "xx-large",
            32.0);
    private static final Map<String, Double> STEPS = Map.of("smaller", 0.83, "larger", 1.2);
    private static final Predicate<String> NUMBER =
            Pattern.compile("[0-9]{1,4}(?:\\.[0-9]{0,4})?|\\.[0-9]{1,4}").asMatchPredicate();
    private static final double SMALLEST = 6;
    private static final double LARGEST = 100;
    private static final double FLATTEST = 0.4;
    private static final double HIGHEST = 10;
    private static final double FARTHEST = 1000;

    /// Within an element of this style.
    ///
    /// @param style plain properties alone
    Sight within(Map<String, String> style) {
        double letters = letters(style.getOrDefault("font-size", ""), size).orElse(size);
        var height = style.getOrDefault("line-height", "").replace("normal", "1");
        boolean number = NUMBER.test(height);
        var ground = style.getOrDefault("background-color", style.getOrDefault("background", ""));
        double moved = style.entrySet().stream()
                .filter(one -> HarmlessStyle.moves(one.getKey()))
                .mapToDouble(one -> longest(one.getValue(), letters))
                .sum();
        return new Sight(
                StyleColour.of(style.getOrDefault("color", "")).orElse(words),
                StyleColour.of(ground).orElse(this.ground),
                letters,
                number ? Double.parseDouble(height) : height(height, letters).orElse(line),
                number || scaled && height.isEmpty(),
                shift + moved);
    }

    /// Within a link that leads somewhere.
    Sight linked() {
        return new Sight(StyleColour.LINK, ground, size, line, scaled, shift);
    }

    /// Whether words are out of sight here: too small or too large, upon each other, of the colour of their ground, or
    /// beyond the edge of a window.
    boolean hides() {
        double height = scaled ? line * size : line;
        return size < SMALLEST
                || size > LARGEST
                || height < size * FLATTEST
                || height > size * HIGHEST
                || shift > FARTHEST
                || words.isLike(ground);
    }

    /// Empty for what is no size of letters.
    static OptionalDouble letters(String text, double size) {
        if (SIZES.containsKey(text)) {
            return OptionalDouble.of(SIZES.get(text));
        }
        return STEPS.containsKey(text) ? OptionalDouble.of(size * STEPS.get(text)) : StyleLength.of(text, size, size);
    }

    /// Empty for what is no height of a line; a number counts letters.
    static OptionalDouble height(String text, double size) {
        if (text.equals("normal")) {
            return OptionalDouble.of(size);
        }
        return StyleLength.of(NUMBER.test(text) ? text + "em" : text, size, size);
    }

    private static double longest(String lengths, double size) {
        double longest = 0;
        for (var one : lengths.split("\\s+", -1)) {
            longest = Math.max(longest, StyleLength.of(one, size, FARTHEST).orElse(0));
        }
        return longest;
    }
}
