package hmnet.formats.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A clerk reads what is wrong in words, not as a code.
class NoteWordsTest {
    /// Where the sources name a code: `Note.info("code"`, `new Unreadable("code"`, `notes.repair("code"` and the like.
    private static final Pattern NAMED = Pattern.compile(
            "(?:Unreadable|Note|Note\\.\\w+|notes?\\.(?:info|repair)|BadMessage"
                    + "|BadStorage|Repair|\\w+\\.note|refused)\\(\\s*(?:[a-z]\\w*,\\s*)?\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"");

    private static final int CODE_OF_RULE = 5;

    @Test
    void everyCodeThatAReaderGivesHasItsWordsInBothLanguages() throws IOException {
        var codes = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        try (var rules = Files.lines(Path.of("src/main/resources/hmnet/formats/fhirfile/rules.csv"))) {
            codes.addAll(rules.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1)[CODE_OF_RULE])
                    .collect(Collectors.toSet()));
        }
        assertThat(codes).hasSizeGreaterThan(200);
        assertThat(codes.stream().filter(code -> !isSaid(code)))
                .as("a line each in formats/src/main/resources/hmnet/formats/file/note-words.csv: code,日本語,English")
                .isEmpty();
    }

    private static boolean isSaid(String code) {
        return NoteWords.japanese(code).isPresent()
                && NoteWords.english(code).filter(words -> !words.isBlank()).isPresent();
    }
}
