package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// There is no default secret (既定の秘密情報はない): each data folder has its own, made at random.
class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void eachDataFolderHasSecretsOfItsOwn() throws IOException {
        var one = Secrets.in(folder.resolve("one")).password("hmnet_app");
        assertThat(one).matches("[0-9a-f]{32}");
        assertThat(Secrets.in(folder.resolve("two")).password("hmnet_app")).isNotEqualTo(one);
        assertThat(Secrets.in(folder.resolve("one")).password("hmnet_app"))
                .as("the next start")
                .isEqualTo(one);
        assertThat(Secrets.in(folder.resolve("one")).password("hmnet_owner")).isNotEqualTo(one);
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        Secrets.in(folder);
        assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("secrets/master.key"))).isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsDamagedIsNotReplaced() throws IOException {
        Secrets.in(folder);
        var file = folder.resolve("secrets/master.key");
        Files.writeString(file, "changeit");
        assertThatThrownBy(() -> Secrets.in(folder)).isInstanceOf(IllegalArgumentException.class);
        assertThat(file).hasContent("changeit");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
