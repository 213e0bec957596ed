package hmnet.gateway.box;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;

/// Which names a folder's files must not have, and which say something of their neighbours (ファイル名の規則).
final class Names {
    private static final int LONGEST = 1024;
    private final List<PathMatcher> skipped;
    private final String mark;
    private final String lock;

    Names(FolderSettings settings) {
        this.skipped = settings.skip().stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        this.mark = settings.mark();
        this.lock = settings.lock();
    }

    /// Whether the name is one to be taken.
    boolean wants(Path file) {
        var name = file.getFileName();
        var text = String.valueOf(name);
        return (mark.isEmpty() || !text.endsWith(mark))
                && (lock.isEmpty() || !text.endsWith(lock))
                && skipped.stream().noneMatch(pattern -> pattern.matches(name));
    }

    /// The file whose being there says that this one is whole.
    Optional<Path> mark(Path file) {
        return beside(file, mark);
    }

    /// The file whose being there says that this one is being written.
    Optional<Path> lock(Path file) {
        return beside(file, lock);
    }

    private static Optional<Path> beside(Path file, String ending) {
        return ending.isEmpty() ? Optional.empty() : Optional.of(file.resolveSibling(file.getFileName() + ending));
    }

    /// Whether the centre can keep something under this name.
    static boolean canBeSent(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && !name.contains("\\")
                && name.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
