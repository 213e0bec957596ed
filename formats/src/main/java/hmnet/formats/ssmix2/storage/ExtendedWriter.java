package hmnet.formats.ssmix2.storage;

import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// Writes content folders into an extended storage so that a reader sees the old one or the new one, never half
/// (拡張ストレージの書き込み).
///
/// One writer per tree: two at once would both retire the same folder.
final class ExtendedWriter {
    private ExtendedWriter() {}

    /// Inserts or updates: the live folder under the same key becomes history.
    ///
    /// @param path of the main document; of its siblings only the names differ
    /// @param files names within the content folder and their bytes
    public static Path insert(Path root, ExtendedPath path, Map<String, byte[]> files) throws IOException {
        var live = path.flagged(Flag.LIVE);
        var folder = Files.createDirectories(root.resolve(live.folder()));
        var written = Files.createTempDirectory(folder, ".writing-");
        for (var file : files.entrySet()) {
            write(within(written, file.getKey()), file.getValue());
        }
        retire(folder, live, Flag.SUPERSEDED);
        return Files.move(written, folder.resolve(live.contentFolder()), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes: every version under the same key is marked; the extended storage has no deletion message.
    public static void delete(Path root, ExtendedPath path) throws IOException {
        var folder = root.resolve(path.folder());
        if (Files.isDirectory(folder)) {
            retire(folder, path, Flag.RETRACTED);
        }
    }

    private static Path within(Path folder, String name) throws IOException {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("Not within its content folder: " + name);
        }
        Files.createDirectories(file.resolveSibling("."));
        return file;
    }

    private static void retire(Path folder, ExtendedPath path, Flag flag) throws IOException {
        try (var siblings = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var sibling : siblings) {
                try {
                    var other = ExtendedPath.parse(path.folder() + "/" + sibling.getFileName() + "/" + path.file());
                    boolean changes = flag == Flag.RETRACTED
                            ? other.flag() != Flag.RETRACTED
                            : other.flag() == Flag.LIVE
                                    && !other.contentFolder().equals(path.contentFolder());
                    if (other.sourceKey().equals(path.sourceKey()) && changes) {
                        var target = folder.resolve(other.flagged(flag).contentFolder());
                        Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                } catch (BadStorage notOurs) {
                    // Somebody else put it there: left alone.
                }
            }
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
