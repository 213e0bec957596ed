package hmnet.gateway.box.certificates;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import hmnet.gateway.Identity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The certificates that the gateway registered itself (ゲートウェイの鍵置場), in `certificate` in its spool: each file holds
/// key and chain in one, for the gateway's user alone, and is written whole or not at all. `own.pem` counts as long as
/// the configured certificate is the one it came after: whoever replaces the configured files is obeyed.
public final class OwnCertificates {
    private static final String AFTER = "after: ";
    private final Path folder;
    private final ReentrantLock one = new ReentrantLock();

    public OwnCertificates(Path spool) {
        this.folder = spool.resolve("certificate");
    }

    /// The file of the one in use.
    public Path own() {
        return folder.resolve("own.pem");
    }

    private Path next() {
        return folder.resolve("next.pem");
    }

    /// The one in use, where it came after this configured one.
    public Optional<Identity> inUse(String configured) throws IOException {
        var file = own();
        if (Files.notExists(file) || !text(file).startsWith(AFTER + configured + "\n")) {
            return Optional.empty();
        }
        return Optional.of(Identity.ofBoth(file));
    }

    public boolean hasNext() {
        return Files.exists(next());
    }

    /// The keys that were made for the next one, as long as its certificate is not here.
    public Optional<KeyPair> nextKeys() throws IOException {
        return hasNext() ? Optional.of(Identity.keys(text(next()), next())) : Optional.empty();
    }

    /// The next one, once its certificate is here.
    public Optional<Identity> nextWhole() throws IOException {
        return hasNext() && text(next()).contains("BEGIN CERTIFICATE")
                ? Optional.of(Identity.ofBoth(next()))
                : Optional.empty();
    }

    public void keepKeys(KeyPair keys) throws IOException {
        write(next(), Identity.pem(keys));
    }

    public void keepNext(Identity next) throws IOException {
        write(next(), next.pem());
    }

    public void dropNext() throws IOException {
        Files.deleteIfExists(next());
    }

    /// The next one is the one in use from now on.
    public void adopt(Identity next, String configured) throws IOException {
        write(own(), AFTER + configured + "\n" + next.pem());
        dropNext();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1);
    }

    private void write(Path file, String text) throws IOException {
        one.lock();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var out = FileChannel.open(fresh, options, owner)) {
                out.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var entries = FileChannel.open(folder)) {
                entries.force(true);
            }
        } finally {
            one.unlock();
        }
    }
}
