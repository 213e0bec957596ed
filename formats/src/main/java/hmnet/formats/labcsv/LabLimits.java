package hmnet.formats.labcsv;

import java.util.regex.Pattern;

/// The limits of a laboratory's result (基準値), from two columns or from a text.
///
/// @param low and `high` empty where no number says it
/// @param words as sent, where two numbers do not say all of it: (-), 5.0未満
record LabLimits(String low, String high, String words) {
    private static final Pattern RANGE =
            Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:[-~～－]|から)\\s*(\\d+(?:\\.\\d+)?)\\s*");
    private static final Pattern MOST = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(?:以下|未満)\\s*");
    private static final Pattern LEAST = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*以上\\s*");

    /// Two limits where the text has two numbers; any other text stays as it came.
    static LabLimits of(LabLine line) {
        var range = line.at("range");
        var two = RANGE.matcher(range);
        if (!line.at("low").isEmpty() || !line.at("high").isEmpty()) {
            boolean more = !range.isEmpty() && !two.matches();
            return new LabLimits(line.at("low"), line.at("high"), more ? range : "");
        }
        if (two.matches()) {
            return new LabLimits(two.group(1), two.group(2), "");
        }
        var most = MOST.matcher(range);
        if (most.matches()) {
            return new LabLimits("", most.group(1), range.contains("未満") ? range : "");
        }
        var least = LEAST.matcher(range);
        return least.matches() ? new LabLimits(least.group(1), "", "") : new LabLimits("", "", range);
    }
}
