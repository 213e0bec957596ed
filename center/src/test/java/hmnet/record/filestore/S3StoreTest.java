package hmnet.record.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.UnsafeSetting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store in a bucket, against a real server.
class S3StoreTest extends FileStoreContract {
    private static final String BUCKET = "hmnet-files";

    @TempDir
    static Path folder;

    private static @Nullable S3Server server;

    @BeforeAll
    static void aServerWithABucket() throws IOException, InterruptedException {
        server = S3Server.start(folder);
        server.makeBucket(BUCKET);
    }

    @AfterAll
    static void itEnds() {
        server().close();
    }

    private static S3Server server() {
        return Objects.requireNonNull(server);
    }

    @Override
    FileStore store() throws IOException {
        return S3Store.of(server().settings(BUCKET));
    }

    @Test
    void aWrongSecretAndAMissingBucketAreErrorsAndNotEmptyPlaces() throws IOException {
        var other = Files.writeString(folder.resolve("other"), "another");
        var stranger = S3Store.of(server().settings(BUCKET, other));
        assertThatThrownBy(() -> stranger.put(UUID.randomUUID(), new ByteArrayInputStream(new byte[9])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bucket " + BUCKET);
        assertThatThrownBy(() -> stranger.size(UUID.randomUUID())).isInstanceOf(IOException.class);
        var nowhere = S3Store.of(server().settings("no-such-bucket"));
        assertThatThrownBy(() -> nowhere.put(UUID.randomUUID(), new ByteArrayInputStream(new byte[9])))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> nowhere.forEach(found -> {})).isInstanceOf(IOException.class);
    }

    @Test
    void aStoreThatIsNotNamedInFullDoesNotStart() {
        assertThatThrownBy(() -> S3Store.of(server().settings(""))).isInstanceOf(UnsafeSetting.class);
        assertThat(server().settings(BUCKET).bucket()).isEqualTo(BUCKET);
    }
}
