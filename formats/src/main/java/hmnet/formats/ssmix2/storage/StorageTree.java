package hmnet.formats.ssmix2.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Everything that lies under a storage root (標準化ストレージの走査), one entry at a time in the order of
/// names.
///
/// Only one folder per level is in memory. Symbolic links are not followed. What is no storage file is an
/// entry too, so that nothing is lost without a word.
final class StorageTree implements Iterable<StorageTree.TreeEntry> {
    private static final int DEEPEST = 10;

    /// One thing found.
    public sealed interface TreeEntry {
        /// Relative to the root, steps separated by `/`.
        String path();
    }

    /// A file whose path is that of a storage file.
    public record Found(StoragePath storagePath) implements TreeEntry {
        @Override
        public String path() {
            return storagePath.toString();
        }
    }

    /// Anything else, and why it is none.
    public record Stray(String path, String code, String detail) implements TreeEntry {}

    private final Path root;
    private final long most;

    /// @param most how many entries to give at most before a last one that says `too-many-files`
    public StorageTree(Path root, long most) {
        this.root = root;
        this.most = most;
    }

    public StorageTree(Path root) {
        this(root, Long.MAX_VALUE);
    }

    @Override
    public Iterator<TreeEntry> iterator() {
        return new TreeWalk();
    }

    private final class TreeWalk implements Iterator<TreeEntry> {
        private final Deque<Iterator<Path>> open = new ArrayDeque<>();
        private long given;
        private @Nullable TreeEntry next;

        TreeWalk() {
            open.push(List.of(root).iterator());
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public TreeEntry next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            var entry = next;
            advance();
            return entry;
        }

        private void advance() {
            next = null;
            while (next == null && !open.isEmpty()) {
                if (open.peek().hasNext()) {
                    look(open.peek().next());
                } else {
                    open.pop();
                }
            }
            if (next != null && ++given > most) {
                open.clear();
                next = given == most + 1 ? new Stray("", "too-many-files", "more than " + most) : null;
            }
        }

        private void look(Path path) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                next = entry(path);
            } else if (open.size() > DEEPEST) {
                next = new Stray(relative(path), "path", "deeper than " + DEEPEST + " folders");
            } else {
                open.push(children(path).iterator());
            }
        }
    }

    private TreeEntry entry(Path path) {
        var relative = relative(path);
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Stray(relative, "path", "a link or a special file");
        }
        try {
            return new Found(StoragePath.parse(relative));
        } catch (BadStorage bad) {
            return new Stray(relative, bad.code(), bad.detail());
        }
    }

    private String relative(Path path) {
        var steps = new ArrayList<String>();
        root.relativize(path).forEach(step -> steps.add(step.toString()));
        return String.join("/", steps);
    }

    private static List<Path> children(Path folder) {
        try (var children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(child -> String.valueOf(child.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
