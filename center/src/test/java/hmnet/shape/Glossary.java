package hmnet.shape;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// GLOSSARY.md (用語集): the words of the field, written by hand, a row each.
final class Glossary {
    private static final Path FILE = House.ROOT.resolve("GLOSSARY.md");
    private static final String TITLES = "| English | 日本語 | Meaning | From | Module |";
    private static final Pattern MODULE = Pattern.compile("`([^`]+)`");

    private Glossary() {}

    /// One word (用語).
    ///
    /// @param from the standard, law or guideline that gave it, or `ours`
    /// @param modules the modules it lives in, in backticks
    record Word(String english, String japanese, String meaning, String from, String modules) {
        Stream<String> inModules() {
            return MODULE.matcher(modules).results().map(found -> found.group(1));
        }
    }

    /// The rows of the file, its heads left out.
    static List<String> rows() {
        return House.text(FILE)
                .lines()
                .filter(line -> line.startsWith("|") && !line.equals(TITLES) && !line.startsWith("|---"))
                .toList();
    }

    /// Its words: of the rows that are complete.
    static List<Word> words() {
        return rows().stream()
                .map(Glossary::cells)
                .filter(cells -> cells.size() == 5)
                .map(cells -> new Word(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.replaceFirst("^\\|", "").split("\\|"))
                .map(String::strip)
                .toList();
    }
}
