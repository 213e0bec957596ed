package hmnet.shape;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.shape.Glossary.Word;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// GLOSSARY.md holds the words of the field, each once and in both languages.
class GlossaryTest {
    private static final int WORDS_MAX = 300;
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final Pattern SENTENCE = Pattern.compile("[A-Z].+[^.]\\.");

    /// What holds the house up knows no word of the field; those of its words that stand there stand there freely.
    private static final Path GROUND = House.ROOT.resolve("center/src/main/java/hmnet/ground");

    @Test
    void everyRowHasBothLanguagesOneSentenceAndItsSource() {
        assertThat(Glossary.words()).isNotEmpty();
        TidyTest.none(Glossary.rows().stream()
                .filter(row ->
                        Glossary.words().stream().noneMatch(word -> row.startsWith("| " + word.english() + " |")))
                .map(row -> "GLOSSARY.md: give this row five cells: " + row));
        TidyTest.none(Glossary.words().stream()
                .filter(word -> word.english().isEmpty()
                        || JAPANESE.matcher(word.english()).find()
                        || !JAPANESE.matcher(word.japanese()).find()
                        || !SENTENCE.matcher(word.meaning()).matches()
                        || word.from().isEmpty())
                .map(word ->
                        "GLOSSARY.md: give the English and the Japanese word, one sentence and its source: " + word));
    }

    @Test
    void everyWordStandsOnce() {
        assertThat(Glossary.words().stream().map(Word::english)).doesNotHaveDuplicates();
        assertThat(Glossary.words().stream().map(Word::japanese)).doesNotHaveDuplicates();
        assertThat(Glossary.words())
                .as("words of the field; what a type is stands in its documentation")
                .hasSizeLessThan(WORDS_MAX);
    }

    @Test
    void everyModuleOfTheFieldGivesAWord() {
        var given = Glossary.words().stream().flatMap(Word::inModules).collect(toSet());
        TidyTest.none(House.modules().stream()
                .filter(folder -> !folder.startsWith(GROUND))
                .map(folder -> folder.getFileName().toString())
                .filter(module -> !given.contains(module))
                .map(module ->
                        "GLOSSARY.md: add the word of the field that `" + module + "` brings, or name it in a row"));
    }

    @Test
    void theGlossaryNamesNoModuleThatIsGone() {
        var modules = House.modules().stream()
                .map(folder -> folder.getFileName().toString())
                .collect(toSet());
        TidyTest.none(Glossary.words().stream()
                .flatMap(Word::inModules)
                .filter(module -> !modules.contains(module))
                .map(module -> "GLOSSARY.md: no module is called `" + module + "`: name the one that holds the word"));
    }
}
