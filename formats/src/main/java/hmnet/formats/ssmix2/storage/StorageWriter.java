package hmnet.formats.ssmix2.storage;

import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Writes files into a storage tree so that a reader sees the old one or the new one, never half
/// (標準化ストレージの書き込み).
///
/// One writer per tree: two at once would both retire the same file.
final class StorageWriter {
    private StorageWriter() {}

    /// Inserts or updates: what was live under the same source key becomes history.
    public static Path insert(Path root, StorageName name, byte[] message) throws IOException {
        var live = name.flagged(Flag.LIVE);
        var folder = Files.createDirectories(root.resolve(live.folder()));
        var written = write(folder, message);
        for (var before : sameKey(folder, live)) {
            if (before.flag() == Flag.LIVE && !before.equals(live)) {
                rename(folder, before, Flag.SUPERSEDED);
            }
        }
        return publish(written, folder.resolve(live.fileName()));
    }

    /// Deletes: every version under the same source key is marked, then the deletion message itself is filed,
    /// marked too.
    public static Path delete(Path root, StorageName name, byte[] deletionMessage) throws IOException {
        var retracted = name.flagged(Flag.RETRACTED);
        var folder = Files.createDirectories(root.resolve(retracted.folder()));
        var written = write(folder, deletionMessage);
        for (var before : sameKey(folder, retracted)) {
            if (before.flag() != Flag.RETRACTED) {
                rename(folder, before, Flag.RETRACTED);
            }
        }
        return publish(written, folder.resolve(retracted.fileName()));
    }

    private static List<StorageName> sameKey(Path folder, StorageName name) throws IOException {
        var found = new ArrayList<StorageName>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                try {
                    var other = StorageName.parse(String.valueOf(file.getFileName()));
                    if (other.sourceKey().equals(name.sourceKey())) {
                        found.add(other);
                    }
                } catch (BadStorage notOurs) {
                    // Somebody else put it there: left alone.
                }
            }
        }
        return found;
    }

    private static Path write(Path folder, byte[] bytes) throws IOException {
        var temporary = Files.createTempFile(folder, ".writing-", "");
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return temporary;
    }

    private static void rename(Path folder, StorageName before, Flag flag) throws IOException {
        Files.move(
                folder.resolve(before.fileName()),
                folder.resolve(before.flagged(flag).fileName()),
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path publish(Path written, Path target) throws IOException {
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        var folder = target.getParent();
        if (folder != null) {
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
        return target;
    }
}
