package hmnet.ground.mtls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a file stood when it was read (ファイルの版): another time, size or place on the disk means to read it again.
/// A link is followed: one that points elsewhere has changed.
public record FileStamp(FileTime at, long size, @Nullable Object place) {
    public static FileStamp of(Path file) throws IOException {
        var seen = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(seen.lastModifiedTime(), seen.size(), seen.fileKey());
    }

    public static Map<Path, FileStamp> of(Collection<Path> files) throws IOException {
        var stamps = new HashMap<Path, FileStamp>();
        for (var file : files) {
            stamps.put(file, of(file));
        }
        return stamps;
    }
}
