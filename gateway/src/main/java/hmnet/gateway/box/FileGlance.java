package hmnet.gateway.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// How a file looked at one moment (ファイルの様子).
///
/// @param name below its folder, with `/`
/// @param changedAt in milliseconds
record FileGlance(String name, Path path, long size, long changedAt) {
    static FileGlance at(Path root, Path path, BasicFileAttributes attributes) {
        var name = root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        return new FileGlance(
                name, path, attributes.size(), attributes.lastModifiedTime().toMillis());
    }

    /// The file as it looks now, wherever it lies now.
    FileGlance again(Path where) throws IOException {
        var now = Files.readAttributes(where, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new FileGlance(name, path, now.size(), now.lastModifiedTime().toMillis());
    }
}
