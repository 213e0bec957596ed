package hmnet.formats.labcsv;

import java.util.List;
import java.util.regex.Pattern;

/// The limits of a laboratory's result (基準値), from two columns or from a text.
final class LabLimits {
    private static final Pattern RANGE =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:[-~～－]|から)\\s*(\\d+(?:\\.\\d+)?)\\s*");
    private static final Pattern MOST = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:以下|未満)\\s*");
    private static final Pattern LEAST = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*以上\\s*");

    private LabLimits() {}

    /// Two limits where the text has two numbers; any other text stays a note.
    static String[] limits(LabLine line, List<String> notes) {
        var range = line.at("range");
        var two = RANGE.matcher(range);
        if (!line.at("low").isEmpty() || !line.at("high").isEmpty()) {
            return new String[] {line.at("low"), line.at("high")};
        }
        if (two.matches()) {
            return new String[] {two.group(1), two.group(2)};
        }
        var most = MOST.matcher(range);
        if (most.matches()) {
            return new String[] {"", most.group(1)};
        }
        var least = LEAST.matcher(range);
        if (least.matches()) {
            return new String[] {least.group(1), ""};
        }
        if (!range.isEmpty()) {
            notes.add("基準値 " + range);
        }
        return new String[] {"", ""};
    }
}
