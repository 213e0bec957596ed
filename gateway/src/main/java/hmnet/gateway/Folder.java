package hmnet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files below a folder (フォルダ), in the order of their names, one in memory at a time. Symbolic links
/// are not followed: a link in a tree could point anywhere on the machine. What cannot be sent is told to
/// `passedOver` and the walk goes on.
final class Folder implements Iterator<StorageFile> {
    private final Path root;
    private final long maxBytes;
    private final Predicate<Path> wanted;
    private final BiConsumer<String, String> passedOver;
    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private @Nullable StorageFile next;

    Folder(Path root, long maxBytes, BiConsumer<String, String> passedOver) {
        this(root, maxBytes, file -> true, passedOver);
    }

    /// @param wanted by its path below the root; the others are not even opened
    Folder(Path root, long maxBytes, Predicate<Path> wanted, BiConsumer<String, String> passedOver) {
        this.root = root;
        this.maxBytes = maxBytes;
        this.wanted = wanted;
        this.passedOver = passedOver;
        enter(root);
        next = advance();
    }

    /// How many files there are to walk, for the progress line.
    static long count(Path root) throws IOException {
        var count = new long[1];
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                count[0]++;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return count[0];
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public StorageFile next() {
        var file = next;
        if (file == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return file;
    }

    private @Nullable StorageFile advance() {
        while (!open.isEmpty()) {
            var siblings = open.element();
            if (!siblings.hasNext()) {
                open.remove();
                continue;
            }
            var path = siblings.next();
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                enter(path);
            } else if (wanted.test(root.relativize(path))) {
                var file = read(path);
                if (file != null) {
                    return file;
                }
            }
        }
        return null;
    }

    private void enter(Path folder) {
        try (var children = Files.list(folder)) {
            open.push(List.copyOf(children.sorted().toList()).iterator());
        } catch (IOException | UncheckedIOException e) {
            passedOver.accept(name(folder), "cannot be read: " + e.getMessage());
        }
    }

    private @Nullable StorageFile read(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                passedOver.accept(name(path), "not a plain file (links are not followed)");
                return null;
            }
            if (attributes.size() > maxBytes) {
                passedOver.accept(
                        name(path), attributes.size() + " bytes, more than the centre takes (" + maxBytes + ")");
                return null;
            }
            try (var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                return new StorageFile(name(path), in.readNBytes((int) maxBytes));
            }
        } catch (IOException | IllegalArgumentException e) {
            passedOver.accept(name(path), "cannot be read: " + e.getMessage());
            return null;
        }
    }

    private String name(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
