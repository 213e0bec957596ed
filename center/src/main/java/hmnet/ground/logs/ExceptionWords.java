package hmnet.ground.logs;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/// What the log says of an exception (例外の記録): its type, its place and its words without what they quote. A parser
/// that fails quotes what it read, which is a name, a date of birth or a number as often as not.
public final class ExceptionWords implements StackTracePrinter {
    private static final int FRAMES = 8;
    private static final Pattern OF_A_CHART =
            Pattern.compile("\"[^\"]*\"?|'[^']*'?|“[^”]*”?|\\([^()]*\\)=\\([^()]*\\)?|\\d[\\d-]{3,}|[^\\p{ASCII}]+");

    private final StandardStackTracePrinter printer = StandardStackTracePrinter.rootFirst()
            .withMaximumThrowableDepth(FRAMES)
            .withFormatter(ExceptionWords::of);

    @Override
    public void printStackTrace(Throwable thrown, Appendable output) throws IOException {
        printer.printStackTrace(thrown, output);
    }

    /// Type and words of one exception, on one line.
    public static String of(Throwable thrown) {
        var words = masked(Objects.requireNonNullElse(thrown.getMessage(), ""));
        var state = thrown instanceof SQLException sql ? " [" + sql.getSQLState() + "]" : "";
        return thrown.getClass().getName() + state + (words.isEmpty() ? "" : ": " + words);
    }

    /// The first line of some words: without quotations, long numbers and all that is not ASCII.
    public static String masked(String words) {
        return OF_A_CHART.matcher(words.lines().findFirst().orElse("")).replaceAll("…");
    }
}
