package hmnet.ground.logs;

import java.util.regex.Pattern;

/// Twelve digits that may be an individual number (個人番号らしき12桁) are no words of a log, whoever says them: a library
/// that refuses a request quotes its address.
final class LongNumbers {
    private static final String DIGIT = "(?:[0-9０-９]|%EF%BC%9[0-9])";
    private static final String BETWEEN = "(?:[\\s+‐-―−ー－_.-]|%20|%2D|%E3%80%80){0,3}";
    private static final Pattern TWELVE = Pattern.compile(
            "(?<![0-9A-Fa-f-])" + DIGIT + "(?:" + BETWEEN + DIGIT + "){11}(?![0-9])", Pattern.CASE_INSENSITIVE);

    private LongNumbers() {}

    static String masked(String words) {
        return TWELVE.matcher(words).replaceAll("…");
    }
}
