package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.ssmix2.Invented;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Writing into a tree and walking it.
class StorageTreeTest {
    @TempDir
    Path root = Path.of("");

    private static final StorageName FIRST = Invented.nameOf(StorageKind.OMP_01);
    private static final StorageName SECOND = StorageName.live(
            FIRST.patient(), FIRST.careDate(), FIRST.kind(), FIRST.orderNumber(), Invented.NOW.plusHours(1), "01");

    private List<String> names() {
        return StreamSupport.stream(new StorageTree(root).spliterator(), false)
                .map(StorageTree.TreeEntry::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void anUpdateRetiresTheOldFileAndADeletionMarksAll() throws IOException {
        StorageWriter.insert(root, FIRST, new byte[] {1});
        assertThat(names()).containsExactly(FIRST.fileName());
        StorageWriter.insert(root, SECOND, new byte[] {2});
        assertThat(names()).containsExactly(FIRST.flagged(Flag.SUPERSEDED).fileName(), SECOND.fileName());
        var deletion = StorageName.live(
                FIRST.patient(), FIRST.careDate(), FIRST.kind(), FIRST.orderNumber(), Invented.NOW.plusHours(2), "01");
        StorageWriter.delete(root, deletion, new byte[] {3});
        assertThat(names())
                .containsExactly(
                        FIRST.flagged(Flag.RETRACTED).fileName(),
                        SECOND.flagged(Flag.RETRACTED).fileName(),
                        deletion.flagged(Flag.RETRACTED).fileName());
    }

    @Test
    void aFileOfAnotherOrderIsLeftAlone() throws IOException {
        StorageWriter.insert(root, FIRST, new byte[] {1});
        var other = StorageName.live(FIRST.patient(), FIRST.careDate(), FIRST.kind(), "124", Invented.NOW, "01");
        StorageWriter.insert(root, other, new byte[] {2});
        assertThat(names()).containsExactly(FIRST.fileName(), other.fileName());
    }

    @Test
    void whatIsNoStorageFileIsReportedAndLinksAreNotFollowed(@TempDir Path elsewhere) throws IOException {
        StorageWriter.insert(root, FIRST, new byte[] {1});
        Files.writeString(root.resolve("Thumbs.db"), "x");
        Files.createSymbolicLink(root.resolve("away"), elsewhere);
        Files.writeString(elsewhere.resolve(SECOND.fileName()), "x");
        var entries =
                StreamSupport.stream(new StorageTree(root).spliterator(), false).toList();
        assertThat(entries).extracting(StorageTree.TreeEntry::path).containsExactly(FIRST.path(), "Thumbs.db", "away");
        assertThat(entries.subList(1, 3)).allMatch(entry -> entry instanceof StorageTree.Stray);
    }

    @Test
    void tooDeepAndTooManyAreReportedNotWalked() throws IOException {
        Files.createDirectories(root.resolve("a/".repeat(40)));
        for (int n = 0; n < 5; n++) {
            Files.writeString(root.resolve("f" + n), "");
        }
        var all =
                StreamSupport.stream(new StorageTree(root).spliterator(), false).toList();
        assertThat(all).hasSize(6);
        assertThat(StreamSupport.stream(new StorageTree(root, 3).spliterator(), false))
                .hasSize(4)
                .last()
                .isEqualTo(new StorageTree.Stray("", "too-many-files", "more than 3"));
    }
}
