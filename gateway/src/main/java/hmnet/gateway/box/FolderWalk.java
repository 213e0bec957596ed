package hmnet.gateway.box;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// One look at every file of a watched folder (フォルダの巡回): those that may be taken are looked at for
/// stillness, those that never can be are passed over.
final class FolderWalk extends SimpleFileVisitor<Path> {
    private final FolderSettings settings;
    private final long maxBytes;
    private final Names names;
    private final SeenFiles seenFiles;
    private final Stillness stillness;
    private final PassOver passed;
    private final long nowNanos;

    /// Hears of a file that is passed over, and why.
    interface PassOver {
        void file(String name, String why);
    }

    FolderWalk(
            FolderSettings settings,
            long maxBytes,
            Names names,
            SeenFiles seenFiles,
            Stillness stillness,
            PassOver passed,
            long nowNanos) {
        this.settings = settings;
        this.maxBytes = maxBytes;
        this.names = names;
        this.seenFiles = seenFiles;
        this.stillness = stillness;
        this.passed = passed;
        this.nowNanos = nowNanos;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return settings.after() == FileFate.MOVE && folder.equals(settings.taken())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile() || !names.wants(file)) {
            return FileVisitResult.CONTINUE;
        }
        var fileGlance = FileGlance.at(settings.path(), file, attributes);
        if (settings.after() == FileFate.LEAVE && seenFiles.has(fileGlance)) {
            return FileVisitResult.CONTINUE;
        }
        if (!Names.canBeSent(fileGlance.name())) {
            passed.file(fileGlance.name().replaceAll("\\p{Cntrl}", "?"), "nothing can be kept under this name");
        } else if (fileGlance.size() > maxBytes) {
            passed.file(fileGlance.name(), fileGlance.size() + " bytes, more than the centre takes (" + maxBytes + ")");
        } else if (ready(file)) {
            stillness.look(fileGlance, nowNanos);
        }
        return stillness.room() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private boolean ready(Path file) {
        return names.mark(file).map(Files::exists).orElse(true)
                && names.lock(file).map(Files::notExists).orElse(true);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(settings.path())) {
            throw e;
        }
        return FileVisitResult.CONTINUE; // gone meanwhile, or not ours to read: the next round sees
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
