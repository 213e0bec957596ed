package hmnet.office.issuing;

import hmnet.consent.cards.CheckRule;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The office's number schemes (番号体系).
///
/// @param problem as in `cards.schemes.problem.…`, or null
/// @param done `added` or `ended`, or null
/// @param tried what was tried out, or null
/// @param typed a new scheme that cannot be taken, as it was typed; its problems as in `cards.schemes.problem.…`
record SchemesScreen(
        @Nullable String problem,
        @Nullable String done,
        List<SchemeLine> schemes,
        List<SchemeHospital> hospitals,
        @Nullable SchemeTrial tried,
        TypedForm typed) {
    /// The ways a last digit may prove the others, in the order of the form.
    public static final List<String> CHECKS =
            Arrays.stream(CheckRule.values()).map(CheckRule::word).toList();

    /// @param hospital whose 開示カード it is, or null for HM cards
    /// @param working how many of its cards work
    /// @param ends whether it can end: the centre's own cannot
    public record SchemeLine(
            String word,
            String name,
            @Nullable String hospital,
            String check,
            @Nullable LocalDate until,
            List<CardFormLine> forms,
            long working,
            boolean ends) {}

    public record CardFormLine(String carrier, String looks) {}

    public record SchemeHospital(String code, String name) {}

    /// @param found the schemes that know the text, with the number that would be kept
    public record SchemeTrial(String text, List<RecognisedNumber> found) {}

    /// One that knows the text.
    ///
    /// @param until the last day on which its cards work, or null
    /// @param over whether that day is past: such a card opens nothing
    public record RecognisedNumber(
            String scheme, String number, @Nullable LocalDate until, boolean over) {}

    /// The look of a number as the office writes shapes: a pattern that came with the centre is told
    /// in the same signs. Of some letters alone the first and the last stand there: A–D.
    static String looks(String looks) {
        var plain = QUOTED.matcher(looks.replace("(?<number>", "{").replace(')', '}'))
                .replaceAll(quoted -> Matcher.quoteReplacement(quoted.group(1)));
        var signs = DIGITS.matcher(ANY_DIGITS.matcher(plain).replaceAll("*"))
                .replaceAll(digits -> "#".repeat(Integer.parseInt(digits.group(1))))
                .replaceAll("\\[0-9]|\\\\d", "#")
                .replace("[A-Z]", "@");
        return ESCAPED.matcher(SOME_LETTERS.matcher(signs).replaceAll("$1–$2"))
                .replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1)));
    }

    private static final Pattern QUOTED = Pattern.compile("\\\\Q(.*?)\\\\E");
    private static final Pattern ANY_DIGITS = Pattern.compile("(?:\\[0-9]|\\\\d)(?:\\{\\d*,\\d*}|[*+])");
    private static final Pattern DIGITS = Pattern.compile("(?:\\[0-9]|\\\\d)\\{(\\d{1,2})}");
    private static final Pattern SOME_LETTERS = Pattern.compile("\\[([A-Z])-([A-Z])]");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([^A-Za-z0-9])");
}
