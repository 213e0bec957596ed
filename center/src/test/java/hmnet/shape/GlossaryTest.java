package hmnet.shape;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// GLOSSARY.md knows every word of ours in both languages. `-Dhmnet.glossary=write` puts its rows right.
class GlossaryTest {
    @BeforeAll
    static void writtenAnewWhenAskedFor() throws IOException {
        if (System.getProperty("hmnet.glossary", "").equals("write")) {
            Glossary.write();
        }
    }

    @Test
    void everyTermOfAModuleOrPublicTypeStandsInTheGlossary() throws IOException {
        var known = Glossary.rows().stream().map(Term::key).collect(toSet());
        TidyTest.none(Glossary.terms().stream()
                .filter(term -> !known.contains(term.key()))
                .map(term -> "Add to GLOSSARY.md under " + term.where() + ": " + term.row()));
    }

    @Test
    void theGlossaryKnowsNoWordThatIsGone() throws IOException {
        var given = Glossary.terms().stream().map(Term::key).collect(toSet());
        TidyTest.none(Glossary.rows().stream()
                .filter(term -> !given.contains(term.key()))
                .map(term -> "Remove from GLOSSARY.md, no type says it any more: " + term.row()));
    }

    @Test
    void everyModuleGivesItsJapaneseWord() {
        var given = Glossary.terms().stream().map(Term::english).collect(toSet());
        TidyTest.none(House.modules().stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(word -> !given.contains(word))
                .map(word -> word + "/package-info.java: give the Japanese word in brackets in the first line"));
    }
}
