package hmnet.formats.fhirfile.xml;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A length of narrative (書式の長さ) in points of a screen. Units that are not known here, and what lies below zero, are
/// no lengths.
final class StyleLength {
    private static final Pattern LENGTH =
            Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{0,4})?|\\.[0-9]{1,4})([a-z]{2,3}|%)?");
    private static final Map<String, Double> FIXED =
            Map.of("px", 1.0, "pt", 4 / 3.0, "pc", 16.0, "in", 96.0, "cm", 37.8, "mm", 3.78, "rem", Sight.MEDIUM);

    private StyleLength() {}

    /// @param size of the letters, for what is measured by them
    /// @param whole of what a percentage is a part
    static OptionalDouble of(String text, double size, double whole) {
        var found = LENGTH.matcher(text);
        if (!found.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(found.group(1));
        var unit = found.group(2) == null ? "px" : found.group(2);
        return switch (unit) {
            case "%" -> OptionalDouble.of(number * whole / 100);
            case "em" -> OptionalDouble.of(number * size);
            case "ex" -> OptionalDouble.of(number * size / 2);
            // From outside: units of a file.
            default -> FIXED.containsKey(unit) ? OptionalDouble.of(number * FIXED.get(unit)) : OptionalDouble.empty();
        };
    }
}
