package hmnet.record.filestore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/// Objects in a folder (フォルダーの保管庫): written under another name, flushed, then renamed, so that no half one ever
/// stands by its name.
final class FolderStore implements FileStore {
    private static final int BUFFER = 1 << 18;
    private static final String UNFINISHED = "unfinished";

    private final Path root;
    private final Path unfinished;

    FolderStore(Path root) throws IOException {
        this.root = root.toAbsolutePath();
        this.unfinished = this.root.resolve(UNFINISHED);
        made(this.root);
        made(unfinished);
    }

    private static void made(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        flushed(Objects.requireNonNull(folder.toAbsolutePath().getParent()));
    }

    @Override
    public void put(UUID name, InputStream sealed) throws IOException {
        var at = at(name);
        if (Files.exists(at)) {
            throw new FileAlreadyExistsException(name.toString());
        }
        var folder = Objects.requireNonNull(at.getParent());
        made(folder);
        var draft = unfinished.resolve(name.toString());
        try {
            write(draft, sealed);
            Files.move(draft, at, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        flushed(folder);
    }

    private static void write(Path draft, InputStream sealed) throws IOException {
        try (var channel = FileChannel.open(
                draft,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var buffer = new byte[BUFFER];
            for (var count = sealed.read(buffer); count >= 0; count = sealed.read(buffer)) {
                var bytes = ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
    }

    /// A name stands after a power cut when its folder was flushed too.
    private static void flushed(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(UUID name, long from) throws IOException {
        var channel = FileChannel.open(at(name), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(from));
    }

    @Override
    public OptionalLong size(UUID name) throws IOException {
        try {
            return OptionalLong.of(Files.size(at(name)));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(UUID name) throws IOException {
        Files.deleteIfExists(at(name));
    }

    @Override
    public void forEach(Consumer<StoredName> each) throws IOException {
        try (var folders = Files.newDirectoryStream(root, "[0-9a-f][0-9a-f]")) {
            for (var folder : folders) {
                try (var files = Files.newDirectoryStream(folder, "*-*-*-*-*")) {
                    for (var file : files) {
                        tell(file, each);
                    }
                }
            }
        }
    }

    /// One that is deleted meanwhile is none.
    private static void tell(Path file, Consumer<StoredName> each) throws IOException {
        try {
            var size = Files.size(file);
            var since = Files.getLastModifiedTime(file).toInstant();
            each.accept(new StoredName(UUID.fromString(file.getFileName().toString()), size, since));
        } catch (NoSuchFileException gone) {
            // Then it is not there.
        }
    }

    @Override
    public void forgetUnfinished(Instant before) throws IOException {
        try (var drafts = Files.newDirectoryStream(unfinished)) {
            for (var draft : drafts) {
                if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                    Files.deleteIfExists(draft);
                }
            }
        }
    }

    @Override
    public String place() {
        return "folder " + root;
    }

    private Path at(UUID name) {
        var text = name.toString();
        return root.resolve(text.substring(0, 2)).resolve(text);
    }
}
