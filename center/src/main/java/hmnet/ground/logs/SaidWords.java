package hmnet.ground.logs;

import java.util.List;
import java.util.regex.Pattern;

/// What may be said of a message (記録のことば). Our own lines name nobody; a library quotes what it was sent, a name or a
/// card as often as not. No line goes on for ever, none looks like two, and none moves a terminal's cursor.
final class SaidWords {
    static final int LONGEST = 2_000;
    private static final String OURS = "hmnet.";

    /// Reports of a start that failed have many lines, and quote settings alone.
    private static final List<String> OF_THE_START = List.of("org.springframework.boot.", "org.flywaydb.");

    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F]+|[\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final Pattern CONTROLS_IN_LINES = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F&&[^\\n\\t]]+");

    private SaidWords() {}

    static String of(String logger, String words) {
        boolean starts = OF_THE_START.stream().anyMatch(logger::startsWith);
        var said = starts || logger.startsWith(OURS) ? words : ExceptionWords.masked(words);
        var line = (starts ? CONTROLS_IN_LINES : CONTROLS)
                .matcher(LongNumbers.masked(said))
                .replaceAll(" ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
