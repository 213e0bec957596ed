package hmnet.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The table of threats names tests that are there, and says of each number what is done
/// (`docs/reference/threats.md`).
class ThreatsTest {
    private static final Pattern ROW = Pattern.compile("^\\| ([AR][0-9]{3}) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]+Test)\\.([a-z][A-Za-z0-9]+)`");

    private static SourceFile table() {
        return House.files("md")
                .filter(file -> file.path().endsWith("docs/reference/threats.md"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> rows() {
        return table().lines().stream().filter(line -> ROW.matcher(line).matches());
    }

    @Test
    void eachTestThatTheTableNamesIsThere() {
        TidyTest.none(rows().flatMap(row -> NAMED.matcher(row).results())
                .filter(named -> House.files("java")
                        .noneMatch(file -> file.name().equals(named.group(1) + ".java")
                                && file.text().contains("void " + named.group(2) + "(")))
                .map(named -> "docs/reference/threats.md: no such test: " + named.group()));
    }

    @Test
    void eachNumberHasItsTestsOrSaysThatItHasNone() {
        TidyTest.none(rows().filter(row -> !NAMED.matcher(row).find() && !row.contains("not yet"))
                .map(row -> "docs/reference/threats.md: name a test, or say `not yet`: " + row));
    }

    /// Numbers in a test's words: whoever reads the test finds the table, and the other way round.
    @Test
    void eachNumberThatATestNamesStandsInTheTable() {
        var known = rows().map(row -> row.substring(2, 6)).toList();
        assertThat(known).isNotEmpty().doesNotHaveDuplicates().isSorted();
        var numbers = Pattern.compile("\\b(A0[4][0-9]|R01[2-9]|R020)\\b");
        TidyTest.none(House.files("java")
                .filter(file -> !file.shipped() && !file.name().equals("ThreatsTest.java"))
                .flatMap(file -> numbers.matcher(file.text())
                        .results()
                        .map(found -> List.of(file.name(), found.group()))
                        .distinct())
                .filter(found -> !known.contains(found.getLast()))
                .map(found -> found.getFirst() + ": add " + found.getLast() + " to docs/reference/threats.md"));
    }
}
