package hmnet.ground.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The secrets of one data folder (秘密情報): the master key, made once at random, readable by its owner only.
/// Everything else is derived from it, so a backup without this file opens nothing.
public final class Secrets {
    private static final String FILE = "master.key";
    private final Keys keys;

    private Secrets(Keys keys) {
        this.keys = keys;
    }

    public static Secrets in(Path dataFolder) throws IOException {
        var folder = dataFolder.resolve("secrets");
        var file = folder.resolve(FILE);
        try {
            return new Secrets(
                    new Keys(HexFormat.of().parseHex(Files.readString(file).strip())));
        } catch (NoSuchFileException absent) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            var fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            var written = Files.createTempFile(
                    folder,
                    FILE,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, HexFormat.of().formatHex(fresh));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return new Secrets(new Keys(fresh));
        }
    }

    public Keys keys() {
        return keys;
    }

    /// The password of a database account of the embedded server: 128 bits in hex.
    public String password(String account) {
        return HexFormat.of().formatHex(keys.derive("database password of " + account), 0, 16);
    }
}
