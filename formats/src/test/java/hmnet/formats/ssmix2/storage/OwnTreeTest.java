package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.ssmix2.Invented;
import hmnet.formats.ssmix2.StorageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// The small tree of an invented patient that this project carries: one file of every kind that is read.
class OwnTreeTest {
    private static final Path TREE = Path.of("src/test/resources/ssmix2-tree");

    @Test
    void everyFileOfTheTreeIsReadAndIsWhatTheWritersWriteToday() throws IOException, BadStorage {
        var kinds = EnumSet.noneOf(StorageKind.class);
        for (var entry : new StorageTree(TREE)) {
            var path = StoragePath.parse(entry.path());
            var bytes = Files.readAllBytes(TREE.resolve(entry.path()));
            var file = StorageFile.read(path, bytes);
            assertThat(file.repairs()).as(entry.path()).isEmpty();
            assertThat(file.parts(Invented.IDS)).isNotEmpty();
            assertThat(bytes).isEqualTo(Invented.messages().get(path.name().kind()));
            kinds.add(path.name().kind());
        }
        assertThat(kinds).allMatch(StorageKind::readable).hasSize(StorageKind.values().length);
    }
}
