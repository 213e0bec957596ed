package hmnet.record.intake;

import com.github.luben.zstd.ZstdInputStream;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// A tar of storage files as it streams in (tarの受信), plain, gzip or zstd. Memory is bounded by a batch,
/// whatever the archive claims; links and devices are refused; a cut archive gives what came whole.
final class TarReader {
    private static final int BATCH_FILES = 256;
    private static final int BATCH_BYTES = 4 << 20;
    private static final long ARCHIVE_MAX_BYTES = 64L << 30;
    private final InputStream body;
    private final int maxBytes;
    private final int maxEntries;
    private final Door door;
    private final List<ReceivedFile> batch = new ArrayList<>();
    private int batchBytes;
    private long archiveBytes;
    private int entries;

    /// @param maxEntries how many files it may hold: a few kilobytes can claim to be a hundred thousand
    TarReader(InputStream body, int maxBytes, int maxEntries, Door door) {
        this.maxEntries = maxEntries;
        this.body = body;
        this.maxBytes = maxBytes;
        this.door = door;
    }

    /// Takes a batch, or one refused file.
    interface EntryTaker<T> {
        void take(T what) throws IOException;
    }

    void forEachBatch(EntryTaker<List<ReceivedFile>> kept, EntryTaker<FileReceipt> refused) throws IOException {
        try (var tar = new TarArchiveInputStream(unpacked(body), 10240, "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var reason = reasonAgainst(entry);
                if (reason != null) {
                    refused.take(FileReceipt.refused(printable(entry.getName()), reason));
                } else if (!entry.isDirectory()) {
                    add(entry, tar);
                }
                if (batch.size() >= BATCH_FILES || batchBytes >= BATCH_BYTES) {
                    flush(kept);
                }
            }
            flush(kept);
        } catch (EOFException | CutShort e) {
            flush(kept);
            refused.take(FileReceipt.refused("", "truncated"));
        } catch (IOException | IllegalArgumentException e) {
            flush(kept);
            refused.take(FileReceipt.refused("", cutShort(e) ? "truncated" : "archive"));
        }
    }

    private void add(TarArchiveEntry entry, InputStream tar) throws IOException {
        var bytes = tar.readNBytes((int) entry.getSize());
        if (bytes.length < entry.getSize()) {
            throw new CutShort();
        }
        batch.add(
                door == Door.FILES
                        ? ReceivedFile.named(entry.getName(), bytes)
                        : new ReceivedFile(entry.getName(), bytes));
        batchBytes += bytes.length;
        archiveBytes += bytes.length;
    }

    private @org.jspecify.annotations.Nullable String reasonAgainst(TarArchiveEntry entry) {
        if (archiveBytes > ARCHIVE_MAX_BYTES) {
            return "archive-too-large";
        }
        if (!entry.isDirectory() && ++entries > maxEntries) {
            return "archive-entries: at most " + maxEntries;
        }
        if (entry.isSymbolicLink()
                || entry.isLink()
                || entry.isBlockDevice()
                || entry.isCharacterDevice()
                || entry.isFIFO()
                || !Paths.canBeKept(entry.getName())) {
            return "path";
        }
        return entry.getSize() > maxBytes ? "too-large" : null;
    }

    private void flush(EntryTaker<List<ReceivedFile>> kept) throws IOException {
        if (!batch.isEmpty()) {
            kept.take(List.copyOf(batch));
            batch.clear();
            batchBytes = 0;
        }
    }

    private static InputStream unpacked(InputStream body) throws IOException {
        var buffered = new BufferedInputStream(body, 1 << 16);
        buffered.mark(4);
        var magic = buffered.readNBytes(4);
        buffered.reset();
        if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
            return new GZIPInputStream(buffered, 1 << 16);
        }
        var zstd = magic.length == 4
                && magic[0] == 0x28
                && magic[1] == (byte) 0xb5
                && magic[2] == 0x2f
                && magic[3] == (byte) 0xfd;
        return zstd ? new ZstdInputStream(buffered) : buffered;
    }

    /// An archive that ends inside a file is told by the reader in words alone.
    private static boolean cutShort(Exception e) {
        return String.valueOf(e.getMessage()).startsWith("Truncated");
    }

    private static String printable(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(200)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The archive ends inside a file.
    private static final class CutShort extends IOException {}
}
