package hmnet.ground.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Files with keys (鍵のファイル): for their owner only, whole or not there, on disk when a method returns. No key stays
/// behind in a file that could not be put in its place.
final class KeyFiles {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private static final String NEW = ".new";

    private KeyFiles() {}

    static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    static void write(Path file, String text) throws IOException {
        var folder = parent(file);
        folder(folder);
        var written = Files.createTempFile(
                folder,
                file.getFileName().toString(),
                NEW,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(written, text);
            force(written);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            destroy(written);
            throw e;
        }
        force(folder);
    }

    /// @throws UnusableKey when others than its owner and the group may read it, or others than its owner change it
    static String readPrivate(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            var open = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            open.retainAll(OTHERS);
            if (!open.isEmpty()) {
                throw new UnusableKey(file + " is open to others (" + PosixFilePermissions.toString(open)
                        + "): whoever has an account on this machine may have read it. Close it (chmod 600), and change"
                        + " the key if others have accounts here");
            }
        }
        return Files.readString(file);
    }

    /// What `write` left behind where it was cut off: no file of theirs came to be.
    static List<Path> halfWritten(Path file) {
        var beginning = file.getFileName().toString();
        try (var files = Files.list(parent(file))) {
            return files.filter(one -> one.getFileName().toString().startsWith(beginning))
                    .filter(one -> one.getFileName().toString().endsWith(NEW))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(parent(file) + " cannot be read", e);
        }
    }

    static void destroy(List<Path> files) {
        try {
            for (var file : files) {
                destroy(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Files with keys could not be destroyed: " + files, e);
        }
    }

    /// Overwrites the place of the file before its name goes. A disk that writes elsewhere (flash, copy on write) keeps
    /// the old bytes for a while all the same.
    static void destroy(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate((int) channel.size()), 0);
            channel.force(true);
        }
        Files.delete(file);
        force(parent(file));
    }

    private static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
