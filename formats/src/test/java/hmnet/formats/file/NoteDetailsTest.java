package hmnet.formats.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A clerk reads what was found in Japanese.
class NoteDetailsTest {
    /// A detail that a reader gives in one piece: the last text of a remark or a refusal.
    private static final Pattern GIVEN = Pattern.compile(
            "(?:Unreadable|Note\\.\\w+|notes?\\.(?:info|repair)|BadMessage|BadStorage|Repair)\\([^;\"]*(?:\"[^\"]*\"[^;\"+]*,\\s*)+\"([^\"]* [^\"]*)\"\\)");

    @Test
    void aDetailIsSaidInJapaneseWithWhatStoodInTheFile() {
        assertThat(NoteDetails.japanese("140 said, 75 found")).isEqualTo("記載は 140、実際は 75");
        assertThat(NoteDetails.japanese("2 of 3 drugs")).isEqualTo("2 / 3 剤");
        assertThat(NoteDetails.japanese("no kanji 0x7C7E at byte 12")).isEqualTo("12 バイト目の 0x7C7E は漢字ではありません");
        assertThat(NoteDetails.japanese("MS932, read as UTF-8")).isEqualTo("MS932 との宣言。UTF-8 として読みました");
        assertThat(NoteDetails.japanese("the newest date stands for it: 2026-04-01"))
                .isEqualTo("中の最も新しい日付 を代わりに使いました: 2026-04-01");
    }

    @Test
    void wordsOfTheFileAndTheEnglishReaderKeepTheirs() {
        assertThat(NoteDetails.japanese("試験錠 5mg")).isEqualTo("試験錠 5mg");
        assertThat(NoteDetails.in("en", "140 said, 75 found")).isEqualTo("140 said, 75 found");
    }

    @Test
    void nineOfTenDetailsThatReadersGiveInOnePieceAreSaid() throws IOException {
        var said = new TreeMap<String, Boolean>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                GIVEN.matcher(Files.readString(source))
                        .results()
                        .map(found -> found.group(1))
                        .filter(detail -> detail.matches("[a-zA-Z].*[a-z]{2}"))
                        .forEach(detail ->
                                said.put(detail, !NoteDetails.japanese(detail).equals(detail)));
            }
        }
        assertThat(said).hasSizeGreaterThan(60);
        var silent = said.entrySet().stream()
                .filter(detail -> !detail.getValue())
                .map(java.util.Map.Entry::getKey)
                .toList();
        assertThat(silent)
                .as("a line each in formats/src/main/resources/hmnet/formats/file/note-details.csv")
                .hasSizeLessThan(said.size() / 10);
    }
}
