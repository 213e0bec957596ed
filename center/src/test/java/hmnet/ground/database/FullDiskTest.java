package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// How a full disk is told from everything else that fails.
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void aDiskThatIsReallyFullIsOne() {
        assumeThat(FULL).exists();
        assertThatThrownBy(() -> Files.write(FULL, new byte[100]))
                .satisfies(failure -> assertThat(FullDisk.caused(new UncheckedIOException((IOException) failure)))
                        .isTrue());
    }

    @Test
    void aDatabaseThatSaysItsDiskIsFullIsOne() {
        assertThat(FullDisk.caused(new IllegalStateException(new SQLException("could not extend file", "53100"))))
                .isTrue();
    }

    @Test
    void anotherFailureIsNone() {
        assertThat(FullDisk.caused(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(FullDisk.caused(new IOException("Broken pipe"))).isFalse();
    }
}
