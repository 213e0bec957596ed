package hmnet.shape;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules that code and documents cite by number (要件番号) stand in `docs/reference/rules.md`.
class RulesTest {
    private static final Path FILE = House.ROOT.resolve("docs/reference/rules.md");
    private static final Pattern ROW = Pattern.compile("^\\| ([SAR]0[0-9]{2}) \\| .+\\. \\|$");
    private static final Pattern CITED = Pattern.compile("\\b[SAR]0[0-9]{2}\\b");

    @Test
    void everyRuleThatIsCitedStandsInItsFile() {
        var known = rules().toList();
        TidyTest.none(citing().flatMap(file -> CITED.matcher(file.text())
                .results()
                .map(cited -> cited.group())
                .distinct()
                .filter(number -> !known.contains(number))
                .map(number -> "%s cites %s: add its sentence to docs/reference/rules.md"
                        .formatted(House.ROOT.relativize(file.path()), number))));
    }

    @Test
    void everyRuleInTheFileIsCited() {
        var cited = citing().flatMap(file -> CITED.matcher(file.text()).results())
                .map(found -> found.group())
                .collect(toCollection(TreeSet::new));
        TidyTest.none(rules().filter(number -> !cited.contains(number))
                .map(number -> "docs/reference/rules.md: nobody cites " + number + ": remove its line"));
    }

    @Test
    void everyRuleHasOneSentenceAndOneLine() {
        assertThat(rules()).isNotEmpty().doesNotHaveDuplicates();
        TidyTest.none(House.text(FILE)
                .lines()
                .filter(line ->
                        line.matches("\\| [SAR][0-9]+ .*") && !ROW.matcher(line).matches())
                .map(line -> "docs/reference/rules.md: write `| number | one sentence. |`: " + line));
    }

    private static Stream<String> rules() {
        return House.text(FILE)
                .lines()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1));
    }

    private static Stream<SourceFile> citing() {
        return Stream.of("java", "sql", "jte", "md")
                .flatMap(House::files)
                .filter(file -> !file.path().equals(FILE));
    }
}
