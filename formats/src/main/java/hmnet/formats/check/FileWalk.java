package hmnet.formats.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/// The files under paths, looked at one after another (ファイルの巡回): links are not followed, one file is
/// in memory at a time.
public final class FileWalk {
    private static final int LARGEST = 128 << 20;
    private static final int DEEPEST = 32;

    private FileWalk() {}

    /// @param seen is told after each file how many there were
    /// @throws IOException when a path cannot be read
    public static CheckReport of(List<Path> paths, IntConsumer seen) throws IOException {
        return of(paths, FileAgreements.NOTHING, seen);
    }

    public static CheckReport of(List<Path> paths, FileAgreements fileAgreements, IntConsumer seen) throws IOException {
        var files = new ArrayList<CheckedFile>();
        for (var path : paths) {
            var root = path.toAbsolutePath().normalize();
            Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile()) {
                        files.add(look(path, root, file, attributes.size(), fileAgreements));
                        seen.accept(files.size());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        return new CheckReport(List.copyOf(files));
    }

    private static CheckedFile look(Path given, Path root, Path file, long size, FileAgreements fileAgreements)
            throws IOException {
        var inside = root.relativize(file).toString();
        var shown = inside.isEmpty() ? given.toString() : given.resolve(inside).toString();
        return size > LARGEST
                ? CheckedFile.refused(shown, "too-large", size + " bytes")
                : CheckedFile.of(shown, name(file), Files.readAllBytes(file), fileAgreements);
    }

    /// As much of a path as a storage's name may need: six steps.
    public static String name(Path file) {
        var count = file.getNameCount();
        return file.subpath(Math.max(0, count - 6), count).toString().replace('\\', '/');
    }
}
