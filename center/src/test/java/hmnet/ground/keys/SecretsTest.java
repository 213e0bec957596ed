package hmnet.ground.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// There is no default secret (既定の秘密情報はない): each data folder has its own, made at random, and a master key that
/// can be changed.
class SecretsTest {
    private static final KeySettings FILE = KeySettings.of(Map.of());

    @TempDir
    Path folder;

    @Test
    void eachDataFolderHasSecretsOfItsOwn() {
        var one = Secrets.in(folder.resolve("one")).password("hmnet_app");
        assertThat(one).matches("[0-9a-f]{32}");
        assertThat(Secrets.in(folder.resolve("two")).password("hmnet_app")).isNotEqualTo(one);
        assertThat(Secrets.in(folder.resolve("one")).password("hmnet_app"))
                .as("the next start")
                .isEqualTo(one);
        assertThat(Secrets.in(folder.resolve("one")).password("hmnet_owner")).isNotEqualTo(one);
    }

    @Test
    void onlyTheOwnerReadsTheKeys() throws IOException {
        Secrets.in(folder);
        assertThat(permissions(folder.resolve("secrets"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("secrets/root.key"))).isEqualTo("rw-------");
        assertThat(permissions(master())).isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsDamagedIsNotReplaced() throws IOException {
        Secrets.in(folder);
        for (var bytes : new byte[][] {"changeit".getBytes(UTF_8), {}, {0, -1, -2}}) {
            Files.write(master(), bytes);
            assertThatThrownBy(() -> Secrets.in(folder)).isInstanceOf(UnusableKey.class);
            assertThat(master()).hasBinaryContent(bytes);
        }
    }

    /// Half written, emptied, of another program, or of another folder.
    @Test
    void aRootThatIsDamagedIsSaidToBeUnusable() throws IOException {
        Secrets.in(folder);
        Secrets.in(folder.resolve("other"));
        var root = folder.resolve("secrets/root.key");
        var good = Files.readAllBytes(root);
        var halves = new byte[][] {
            {},
            {0, -1, -2, 7},
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length - 3),
            "hello\n".getBytes(UTF_8)
        };
        for (var bytes : halves) {
            Files.write(root, bytes);
            assertThatThrownBy(() -> Secrets.in(folder))
                    .as(new String(bytes, UTF_8))
                    .isInstanceOf(UnusableKey.class);
        }
        Files.write(root, Files.readAllBytes(folder.resolve("other/secrets/root.key")));
        assertThatThrownBy(() -> Secrets.in(folder)).isInstanceOf(UnusableKey.class);
        Files.write(root, good);
        assertThat(Secrets.in(folder).password("hmnet_app")).isNotEmpty();
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        Secrets.in(folder);
        for (var open : List.of("rw-r--r--", "rw-rw----", "rw----r--")) {
            Files.setPosixFilePermissions(master(), PosixFilePermissions.fromString(open));
            assertThatThrownBy(() -> Secrets.in(folder))
                    .as(open)
                    .isInstanceOf(UnusableKey.class)
                    .hasMessageContaining("open to others");
        }
        Files.setPosixFilePermissions(master(), PosixFilePermissions.fromString("r--r-----"));
        assertThat(Secrets.in(folder).password("hmnet_app")).isNotEmpty();
    }

    @Test
    void besideADatabaseNothingIsMadeAnew() throws IOException {
        database();
        assertThatThrownBy(() -> Secrets.in(folder))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("root.key is missing");
        assertThat(folder.resolve("secrets")).doesNotExist();
    }

    @Test
    void besideADatabaseALostMasterKeyIsNotMadeAnew() throws IOException {
        Secrets.in(folder);
        database();
        Files.delete(master());
        assertThatThrownBy(() -> Secrets.in(folder))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("There is no key");
        assertThat(masters()).isEmpty();
    }

    @Test
    void aFolderOfBeforeOpensWithTheSamePasswords() throws IOException {
        var root = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        KeyFiles.write(folder.resolve("secrets/master.key"), root);
        database();
        var password = HexFormat.of()
                .formatHex(new Keys(HexFormat.of().parseHex(root)).derive("database password of hmnet_app"), 0, 16);
        assertThat(Secrets.in(folder).password("hmnet_app")).isEqualTo(password);
        assertThat(Secrets.in(folder).password("hmnet_app")).isEqualTo(password);
        assertThat(Secrets.master(folder, FILE)).contains("file master").contains("was itself the master key");
        Secrets.rotate(folder, FILE, FILE);
        assertThat(folder.resolve("secrets/master.key")).doesNotExist();
        assertThat(Secrets.in(folder).password("hmnet_app")).isEqualTo(password);
    }

    @Test
    void aNewMasterKeyChangesNoPasswordAndTheOldOneOpensNothing() throws IOException {
        var password = Secrets.in(folder).password("hmnet_app");
        var old = master();
        var copy = Files.readString(old);
        Secrets.rotate(folder, FILE, FILE);
        assertThat(Secrets.in(folder).password("hmnet_app")).isEqualTo(password);
        assertThat(old).doesNotExist();
        var now = master();
        Files.writeString(now, copy);
        assertThatThrownBy(() -> Secrets.in(folder)).isInstanceOf(UnusableKey.class);
    }

    @Test
    void theMasterKeyMayComeFromACommandAndMoveBetweenPlaces() throws IOException {
        var password = Secrets.in(folder).password("hmnet_app");
        var hex = FILE.master("command").command("echo " + "ab".repeat(32));
        var base64 = hex.command("echo q83vAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxw=");
        Secrets.rotate(folder, FILE, hex);
        assertThat(masters()).as("no key is left in a file").isEmpty();
        assertThat(Secrets.in(folder, hex, false).password("hmnet_app")).isEqualTo(password);
        assertThatThrownBy(() -> Secrets.rotate(folder, hex, hex)).hasMessageContaining("same key as before");
        Secrets.rotate(folder, hex, base64);
        assertThat(Secrets.in(folder, base64, false).password("hmnet_app")).isEqualTo(password);
        assertThatThrownBy(() -> Secrets.in(folder, hex, false)).isInstanceOf(UnusableKey.class);
        Secrets.rotate(folder, base64, FILE);
        assertThat(Secrets.in(folder).password("hmnet_app")).isEqualTo(password);
    }

    @Test
    void aCommandThatGivesNoKeyIsRefusedWithoutWhatItPrinted() {
        var odd = FILE.master("command").command("echo geheim");
        assertThatThrownBy(() -> Secrets.in(folder, odd, true))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("printed no key")
                .hasMessageNotContaining("geheim\n");
        assertThatThrownBy(() -> Secrets.in(folder, FILE.master("command").command("exit 3"), true))
                .hasMessageContaining("ended with 3");
        assertThatThrownBy(() -> Secrets.in(folder, FILE.master("drawer"), true))
                .hasMessageContaining("not in 'drawer'");
    }

    private void database() throws IOException {
        var cluster = Files.createDirectories(folder.resolve("postgresql/cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18");
    }

    private Path master() throws IOException {
        return folder.resolve("secrets").resolve(masters().getFirst());
    }

    private List<String> masters() throws IOException {
        try (var files = Files.list(folder.resolve("secrets"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("master"))
                    .filter(name -> name.endsWith(".key"))
                    .toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
