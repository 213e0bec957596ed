package hmnet.gateway.box;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Reading a file that is being taken, and what becomes of it (取込と後始末).
final class SourceFileDisposal {
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);
    private final FolderSettings settings;
    private final Names names;
    private Instant forgotAt = Instant.EPOCH;

    SourceFileDisposal(FolderSettings settings, Names names) {
        this.settings = settings;
        this.names = names;
    }

    /// The bytes; null when somebody holds the file or it changed while it was read.
    byte @Nullable [] read(FileGlance fileGlance) throws IOException {
        try (var in = FileChannel.open(fileGlance.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            try (var lock = in.tryLock(0, Long.MAX_VALUE, true)) {
                if (lock == null) {
                    return null;
                }
                var bytes = Channels.newInputStream(in).readNBytes((int) fileGlance.size() + 1);
                return bytes.length == fileGlance.size()
                                && fileGlance.again(fileGlance.path()).equals(fileGlance)
                        ? bytes
                        : null;
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return null;
        }
    }

    /// Moves the file away, deletes or leaves it. If it was written to once more in the last moment, its
    /// later bytes, which are still to be kept.
    byte @Nullable [] clear(FileGlance fileGlance) throws IOException {
        byte[] later = null;
        switch (settings.after()) {
            case LEAVE -> {
                return null;
            }
            case MOVE -> later = move(fileGlance);
            case DELETE -> {
                if (fileGlance.again(fileGlance.path()).equals(fileGlance)) {
                    Files.delete(fileGlance.path());
                }
            }
        }
        var mark = names.mark(fileGlance.path());
        if (mark.isPresent()) {
            Files.deleteIfExists(mark.get());
        }
        return later;
    }

    private byte @Nullable [] move(FileGlance fileGlance) throws IOException {
        var to = free(settings.taken().resolve(fileGlance.name()));
        Files.createDirectories(to.getParent());
        try {
            Files.move(fileGlance.path(), to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(fileGlance.path(), to);
        }
        var later = fileGlance.again(to).equals(fileGlance) ? null : Files.readAllBytes(to);
        Files.setLastModifiedTime(to, FileTime.from(Instant.now())); // from now on its days are counted
        return later;
    }

    private static Path free(Path wanted) {
        var to = wanted;
        for (var i = 1; Files.exists(to, LinkOption.NOFOLLOW_LINKS); i++) {
            to = wanted.resolveSibling(wanted.getFileName() + "." + i);
        }
        return to;
    }

    /// Deletes what was taken longer ago than it is to be kept, now and then.
    void forget(Instant now) throws IOException {
        if (settings.after() != FileFate.MOVE
                || Files.notExists(settings.taken())
                || forgotAt.plus(FORGETS_EVERY).isAfter(now)) {
            return;
        }
        forgotAt = now;
        var before = now.minus(Duration.ofDays(settings.takenDays()));
        Files.walkFileTree(settings.taken(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.lastModifiedTime().toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
                var empty = folder.toFile().list();
                if (empty != null && empty.length == 0 && !folder.equals(settings.taken())) {
                    folder.toFile().delete();
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
