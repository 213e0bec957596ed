package hmnet.record.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store in a folder.
class FolderStoreTest extends FileStoreContract {
    @TempDir
    Path folder;

    @Override
    FileStore store() throws IOException {
        return new FolderStore(folder.resolve("files"));
    }

    @Test
    void onlyItsOwnerReadsItAndNothingIsWrittenTwice() throws IOException {
        var name = UUID.randomUUID();
        store().put(name, new ByteArrayInputStream(new byte[9]));
        try (var files = Files.walk(folder.resolve("files"))) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
        assertThatThrownBy(() -> store().put(name, new ByteArrayInputStream(new byte[9])))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatAPowerCutLeftBehindIsForgotten() throws IOException {
        var store = store();
        var draft = folder.resolve("files/unfinished").resolve(UUID.randomUUID().toString());
        Files.write(draft, new byte[9]);
        store.forgetUnfinished(Instant.now().minusSeconds(60));
        assertThat(draft).exists();
        Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minusSeconds(120)));
        store.forgetUnfinished(Instant.now().minusSeconds(60));
        assertThat(draft).doesNotExist();
    }
}
