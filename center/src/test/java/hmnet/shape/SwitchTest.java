package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A switch over our own types names every case, so that a new one lights up every place that must think
/// about it.
class SwitchTest {
    private static final Pattern ENUM = Pattern.compile("\\benum \\w+[^{]*\\{([^;}]*)");
    private static final Pattern CONSTANT =
            Pattern.compile("\\b([A-Z][A-Z0-9_]*)\\b(?=\\s*(\\(|,|$))", Pattern.MULTILINE);
    private static final Pattern SEALED = Pattern.compile("\\bsealed interface (\\w+)");
    private static final Pattern CASE = Pattern.compile("\\bcase\\s+([A-Za-z][\\w., ]*?)\\s*(?:\\(|->|:| \\w+ ->)");
    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(->|:)");

    /// A `case` of a word, its text blanked.
    private static final String WORDS = "\"";

    /// What a `default` over words says before it: what they are, whose they are.
    private static final Pattern OUTSIDE = Pattern.compile("^\\s*// From outside: .+\\.$");

    private static final Pattern STATE = Pattern.compile("switch \\([^)]*\\b(?i:state|outcome|decision)\\w*\\(?\\)");
    private static final Pattern WORD = Pattern.compile("^\\s*case \"");

    @Test
    void aStateIsAnEnumAndNoWordThatASwitchGuesses() {
        TidyTest.none(House.files("java").filter(SourceFile::shipped).flatMap(SwitchTest::guesses));
    }

    /// Each `case` of a word in a switch over a state of ours.
    private static Stream<String> guesses(SourceFile file) {
        var findings = new ArrayList<String>();
        for (int n = 0; n + 1 < file.lines().size(); n++) {
            if (STATE.matcher(file.lines().get(n)).find()
                    && WORD.matcher(file.lines().get(n + 1)).find()) {
                findings.add(file.at(n, "make it an enum that knows its word, so that no `default` hides a new one"));
            }
        }
        return findings.stream();
    }

    @Test
    void aSwitchOverOurOwnTypesHasNoDefault() {
        var own = ownCases();
        TidyTest.none(House.files("java")
                .filter(SourceFile::shipped)
                .flatMap(file -> defaults(file, own, n -> true, "name the remaining cases instead of `default`")));
    }

    @Test
    void theCentreGuessesAtWordsFromOutsideAlone() {
        TidyTest.none(House.files("java")
                .filter(file -> file.under("center/src/main/java"))
                .flatMap(SwitchTest::guessed));
    }

    @Test
    void aSwitchOverWordsOfOurOwnIsFound() {
        var wrong = new SourceFile(
                House.ROOT.resolve("center/src/main/java/hmnet/Wrong.java"),
                List.of(
                        "var act = switch (one.action()) {",
                        "    case \"agreed\", \"undo-refused\" -> \"undo\";",
                        "    default -> \"\";",
                        "};",
                        "var sex = switch (written) {",
                        "    case \"M\" -> 1;",
                        "    // From outside: HL7 table 0001.",
                        "    default -> 0;",
                        "};"));
        assertThat(guessed(wrong))
                .singleElement()
                .satisfies(finding -> assertThat(finding).contains("Wrong.java:3"));
    }

    /// Each `default` that stands in one block with a word and does not say that the words come from outside.
    private static Stream<String> guessed(SourceFile file) {
        return defaults(
                file,
                Set.of(WORDS),
                n -> n == 0 || !OUTSIDE.matcher(file.lines().get(n - 1)).matches(),
                "make it an enum that knows its word (ColumnWord); before a default over words of others say"
                        + " `// From outside: ` and whose they are");
    }

    /// The constants of our enums and the types that implement our sealed interfaces.
    private static Set<String> ownCases() {
        var own = new HashSet<String>();
        House.files("java").filter(SourceFile::shipped).map(SourceFile::text).forEach(text -> {
            ENUM.matcher(text)
                    .results()
                    .forEach(found ->
                            CONSTANT.matcher(found.group(1)).results().forEach(constant -> own.add(constant.group(1))));
            SEALED.matcher(text)
                    .results()
                    .forEach(parent -> Pattern.compile(
                                    "\\b(?:record|class) (\\w+)[^{;]*\\bimplements [^{]*\\b" + parent.group(1) + "\\b")
                            .matcher(text)
                            .results()
                            .forEach(subtype -> own.add(subtype.group(1))));
        });
        return own;
    }

    /// Each `default` that stands in one block with such a case, in a line that is asked for.
    private static Stream<String> defaults(SourceFile file, Set<String> cases, IntPredicate lines, String sentence) {
        var findings = new ArrayList<String>();
        var blocks = new ArrayList<Set<String>>(List.of(new HashSet<>()));
        for (int n = 0; n < file.lines().size(); n++) {
            var text = file.lines().get(n);
            var line = text.replaceAll("\"[^\"]*\"|'.'|//.*", "_");
            if (DEFAULT.matcher(line).find() && blocks.getLast().stream().anyMatch(cases::contains) && lines.test(n)) {
                findings.add(file.at(n, sentence));
            }
            CASE.matcher(line)
                    .results()
                    .forEach(found ->
                            blocks.getLast().addAll(List.of(found.group(1).split("[, ]+"))));
            if (WORD.matcher(text).find()) {
                blocks.getLast().add(WORDS);
            }
            for (int at = 0; at < line.length(); at++) {
                if (line.charAt(at) == '{') {
                    blocks.add(new HashSet<>());
                } else if (line.charAt(at) == '}' && blocks.size() > 1) {
                    blocks.removeLast();
                }
            }
        }
        return findings.stream();
    }
}
