package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.ssmix2.Invented;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writing into an extended storage, and its rows in the index.
class ExtendedWriterTest {
    private static final String FOLDER = "000/123/0001234567/20260401/";
    private static final String SUMMARY =
            FOLDER + "L1^入院サマリー^99ZZZ^18842-5^退院時サマリー^LN/" + "0001234567_20260401_L1_20260401_20260401102030456_01_1/";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNewContentFolderTakesTheOldOnesPlaceAndADeletedOneIsMarked(@TempDir Path root) throws Exception {
        var first = ExtendedPath.parse(SUMMARY + "main.xml");
        var later = ExtendedPath.parse((SUMMARY + "main.xml").replace("20260401102030456", "20260402102030456"));
        ExtendedWriter.insert(root, first, Map.of("main.xml", utf8("<a/>"), "CSS/x.css", utf8("a{}")));
        var written = ExtendedWriter.insert(root, later, Map.of("main.xml", utf8("<b/>")));
        assertThat(Files.readString(written.resolve("main.xml"))).isEqualTo("<b/>");
        assertThat(root.resolve(first.flagged(Flag.SUPERSEDED).path())).exists();
        assertThat(root.resolve(first.path())).doesNotExist();
        var path = root.relativize(written.resolve("main.xml")).toString();
        assertThat(ExtendedPath.parse(path).path()).isEqualTo(later.path());
        ExtendedWriter.delete(root, later);
        assertThat(root.resolve(later.flagged(Flag.RETRACTED).path())).exists();
        assertThat(root.resolve(later.path())).doesNotExist();
        assertThatThrownBy(() -> ExtendedWriter.insert(root, first, Map.of("../out", utf8("x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theIndexFollowsFromTheTree() throws BadStorage {
        var row = IndexRow.of("STD01", "3419999999", Invented.nameOf(StorageKind.OML_11));
        assertThat(row.columns())
                .startsWith("STD01", "3419999999", "0001234567", "20260401", "OML-11", "000000000000123", "INS", "01")
                .endsWith(
                        "000/123/0001234567/20260401/OML-11",
                        Invented.nameOf(StorageKind.OML_11).fileName());
        var document = IndexRow.of("ANX01", "3419999999", ExtendedPath.parse(SUMMARY + "main.xml"));
        assertThat(document.dataKind()).isEqualTo("L1^入院サマリー^99ZZZ^18842-5^退院時サマリー^LN");
    }
}
