package hmnet.formats.hl7v2.segment;

import java.util.regex.Pattern;

/// A reference range as far as it is one (基準値): bounds are numbers or empty.
public record LabRange(String low, String high) {
    public static final LabRange NONE = new LabRange("", "");

    private static final String NUMBER = "(\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final Pattern BOTH = Pattern.compile("\\s*" + NUMBER + "\\s*[-~〜～]\\s*" + NUMBER + "\\s*");
    private static final Pattern BELOW =
            Pattern.compile("\\s*(?:<=?|≦|＜)\\s*" + NUMBER + "\\s*|\\s*" + NUMBER + "\\s*(?:以下|未満)\\s*");
    private static final Pattern ABOVE =
            Pattern.compile("\\s*(?:>=?|≧|＞)\\s*" + NUMBER + "\\s*|\\s*" + NUMBER + "\\s*(?:以上|超)\\s*");

    public static LabRange of(String text) {
        if (text.isBlank() || text.length() > 60) {
            return NONE;
        }
        var both = BOTH.matcher(text);
        if (both.matches()) {
            return new LabRange(both.group(1), both.group(2));
        }
        var below = BELOW.matcher(text);
        if (below.matches()) {
            return new LabRange("", below.group(1) == null ? below.group(2) : below.group(1));
        }
        var above = ABOVE.matcher(text);
        return above.matches() ? new LabRange(above.group(1) == null ? above.group(2) : above.group(1), "") : NONE;
    }
}
