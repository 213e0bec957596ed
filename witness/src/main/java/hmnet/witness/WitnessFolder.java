package hmnet.witness;

import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.Cosigner;
import hmnet.witness.log.DurableFile;
import hmnet.witness.log.LogGlance;
import hmnet.witness.log.SignatureLine;
import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a witness keeps (立会人のフォルダ): its key, the last head that it signed, and what it found wrong. The head is on disk
/// before its signature leaves the house, so a witness never forgets what it vouched for.
final class WitnessFolder implements AutoCloseable {
    private static final String KEY = "witness.key";
    private static final String LOG_KEY = "log-key";
    private static final String HEAD = "head";
    private static final String STATUS = "status";
    private static final String LOG = "witness.log";
    private static final String STANDING = "standing-still";
    private static final String EVIDENCE = "evidence";

    private final Path folder;
    private @Nullable FileChannel channel;

    WitnessFolder(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder;
    }

    boolean hasKey() {
        return Files.exists(folder.resolve(KEY));
    }

    void keep(Cosigner key) throws IOException {
        Files.createDirectories(folder);
        DurableFile.write(folder.resolve(KEY), key.text());
    }

    Cosigner key() throws IOException {
        if (!hasKey()) {
            throw new BadWitnessSetting(folder.resolve(KEY) + " is not there; ./hmnet witness init makes it");
        }
        return Cosigner.read(Files.readString(folder.resolve(KEY)));
    }

    /// One process at a time: two would sign two histories.
    void lock() throws IOException {
        Files.createDirectories(folder);
        var opened = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel = opened;
        if (locked(opened) == null) {
            throw new BusyWitness(folder + " is in use by another witness");
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException byUs) {
            return null;
        }
    }

    /// The folder belongs to a witness that runs.
    static final class BusyWitness extends RuntimeException {
        BusyWitness(String message) {
            super(message);
        }
    }

    /// Where the key of a log is asked for.
    @FunctionalInterface
    interface KeySource {
        String key() throws IOException;
    }

    /// The key of the log that was believed at the first look; asked for once.
    String logKey(KeySource source) throws IOException {
        var file = folder.resolve(LOG_KEY);
        if (!Files.exists(file)) {
            DurableFile.write(file, VerifierKey.ofLog(source.key()).text() + "\n");
        }
        return Files.readString(file).strip();
    }

    /// The last head that was signed, with our line below; empty before the first.
    Optional<String> head() throws IOException {
        var file = folder.resolve(HEAD);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /// The checkpoint of the last head.
    Checkpoint seen() throws IOException {
        return head().map(Checkpoint::read).orElse(LogGlance.NOTHING);
    }

    /// When the last head was signed, as we said under it.
    Optional<Instant> signed(VerifierKey own) throws IOException {
        return head().flatMap(note -> SignatureLine.under(note).stream()
                .filter(line -> own.signed(Checkpoint.read(note), line))
                .findFirst()
                .map(VerifierKey::time));
    }

    void keepHead(String note) throws IOException {
        DurableFile.write(folder.resolve(HEAD), note);
    }

    /// What made us stand still; empty while nothing did.
    Optional<String> standing() throws IOException {
        var file = folder.resolve(STANDING);
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }

    private static String name(Instant at) {
        return at.toString().replace(':', '-');
    }

    /// Nothing is signed any more until a human says so.
    ///
    /// @param note what the log showed
    void stand(String words, String note, Instant at) throws IOException {
        var evidence = Files.createDirectories(folder.resolve(EVIDENCE)).resolve(name(at) + ".note");
        DurableFile.write(evidence, "seen before:\n" + head().orElse("nothing\n") + "\nshown now:\n" + note);
        if (standing().isEmpty()) {
            DurableFile.write(folder.resolve(STANDING), words + "\n");
        }
    }

    /// @param fromNow what the log shows now counts as its beginning; what was signed before goes to the evidence
    void resume(String why, boolean fromNow, Instant at) throws IOException {
        log(at, "resumed by hand" + (fromNow ? ", from now: " : ": ") + why);
        if (fromNow && head().isPresent()) {
            var evidence = Files.createDirectories(folder.resolve(EVIDENCE));
            Files.move(folder.resolve(HEAD), evidence.resolve(name(at) + ".head"));
        }
        Files.deleteIfExists(folder.resolve(STANDING));
    }

    void status(String text) throws IOException {
        DurableFile.write(folder.resolve(STATUS), text);
    }

    Optional<String> status() throws IOException {
        var file = folder.resolve(STATUS);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /// One line of our own log.
    void log(Instant at, String words) throws IOException {
        Files.write(
                folder.resolve(LOG),
                (at + " " + words.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
