package hmnet.shape;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// GLOSSARY.md knows every word of ours in both languages (用語集).
class GlossaryTest {
    private static final Map<String, Set<String>> ROWS = rows();

    @Test
    void everyModuleAndEveryPublicTypeWithAJapaneseTermStandsInTheGlossary() {
        TidyTest.none(terms().filter(
                        term -> !ROWS.getOrDefault(term.english(), Set.of()).contains(term.japanese()))
                .map(term -> "Add to GLOSSARY.md, or put its row right: " + term.row()));
    }

    @Test
    void everyModuleGivesItsJapaneseWord() {
        var given = terms().map(Term::english).collect(toSet());
        TidyTest.none(House.modules().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(word -> !given.contains(word))
                .map(word -> word + "/package-info.java: give the Japanese word in brackets in the first line"));
    }

    @Test
    void theGlossaryKnowsNoWordThatIsGone() {
        var known = terms().map(Term::english).collect(toSet());
        TidyTest.none(ROWS.keySet().stream()
                .filter(word -> !known.contains(word))
                .sorted()
                .map(word ->
                        "GLOSSARY.md: remove the row of `" + word + "`, or give the type its Japanese term again"));
    }

    private static Stream<Term> terms() {
        return House.files("java").filter(SourceFile::shipped).flatMap(Term::in);
    }

    /// The rows whose first cell is code: word → its terms.
    private static Map<String, Set<String>> rows() {
        var rows = new HashMap<String, Set<String>>();
        House.files("md")
                .filter(file -> file.path().equals(House.ROOT.resolve("GLOSSARY.md")))
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > 2)
                .forEach(cells -> rows.computeIfAbsent(cells[1].strip().replace("`", ""), word -> new HashSet<>())
                        .add(cells[2].strip()));
        return rows;
    }
}
