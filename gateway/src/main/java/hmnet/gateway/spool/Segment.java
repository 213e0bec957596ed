package hmnet.gateway.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// One file of the spool (送信待ちファイル): entries one after the other, each a header and its sealed bytes.
/// Written at its end only; what a cut tore off stays there and is passed over.
final class Segment implements AutoCloseable {
    private static final int MAGIC = 0x484D5331;
    private static final int HEADER = 20;
    /// Larger than any message the centre takes.
    private static final int ENTRY_MAX = 80 << 20;

    private static final int PIECE = 1 << 16;

    private final Object flushing = new Object();
    private final Path file;
    private final long number;
    private final FileChannel channel;
    private final SpoolKey key;
    private volatile long written;
    private volatile long durable;
    private boolean broken;

    private Segment(Path file, long number, FileChannel channel, SpoolKey key) throws IOException {
        this.file = file;
        this.number = number;
        this.channel = channel;
        this.key = key;
        this.written = channel.size();
        this.durable = written;
    }

    static Segment fresh(Path folder, long number, SpoolKey key) throws IOException {
        var file = folder.resolve("%012d.spool".formatted(number));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var segment = new Segment(file, number, FileChannel.open(file, options, mode), key);
        flushFolder(folder);
        return segment;
    }

    static Segment found(Path file, SpoolKey key) throws IOException {
        var name = String.valueOf(file.getFileName());
        var number = Long.parseLong(name.substring(0, name.indexOf('.')));
        return new Segment(file, number, FileChannel.open(file, StandardOpenOption.READ), key);
    }

    /// A new name in a folder is on disk only when the folder is.
    static void flushFolder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    Path file() {
        return file;
    }

    long number() {
        return number;
    }

    /// What it takes on disk.
    long size() {
        return written;
    }

    /// Whether it ends there, and nobody is writing.
    boolean quiet(long end) {
        return written == end && durable == end;
    }

    static long sizeOf(byte[] wrapped) {
        return (long) HEADER + SpoolKey.sealedBytes(wrapped.length);
    }

    boolean takes(long bytes, long most) {
        return !broken && (written == 0 || written + bytes <= most);
    }

    /// Writes at the end; not on disk before `flush`. Returns the new end.
    long append(byte[] wrapped, Instant at) throws IOException {
        var from = written;
        var head = ByteBuffer.allocate(HEADER)
                .putInt(MAGIC)
                .putInt(SpoolKey.sealedBytes(wrapped.length))
                .putLong(at.toEpochMilli());
        head.putInt(crc(head.array())).flip();
        var sealed = ByteBuffer.wrap(key.seal(wrapped, place(from, head.array())));
        try {
            written = write(sealed, write(head, from));
            return written;
        } catch (IOException e) {
            undo(from);
            throw e;
        }
    }

    /// In pieces: the channel copies each one outside of the heap.
    private long write(ByteBuffer bytes, long from) throws IOException {
        var to = from;
        for (var at = 0; at < bytes.limit(); at += PIECE) {
            var piece = bytes.slice(at, Math.min(PIECE, bytes.limit() - at));
            while (piece.hasRemaining()) {
                to += channel.write(piece, to);
            }
        }
        return to;
    }

    private void undo(long to) {
        try {
            channel.truncate(to);
        } catch (IOException e) {
            broken = true;
        }
    }

    /// Everything up to there is on disk when this returns; one flush serves all who wait for it.
    void flush(long upTo) throws IOException {
        synchronized (flushing) {
            if (durable >= upTo) {
                return;
            }
            var all = written;
            try {
                channel.force(false);
            } catch (IOException e) {
                broken = true; // after a failed flush nobody knows what is there: never written to again
                throw e;
            }
            durable = all;
        }
    }

    /// What stands there. The end is asked for once: while one looks, others write on, and an entry that was not
    /// there at the first look is no damage at the second.
    SegmentItem at(long offset) throws IOException {
        var end = durable;
        var head = header(offset, end);
        if (head == null) {
            var next = nextHeader(offset, end);
            return next < 0 ? new SegmentItem.End() : new SegmentItem.Damaged(next, false);
        }
        var length = length(head);
        if (offset + HEADER + length > end) {
            return new SegmentItem.End();
        }
        var next = offset + HEADER + length;
        try {
            var plain = key.open(bytes(offset + HEADER, length), place(offset, head));
            return new SegmentItem.Whole(EntryCodec.unwrap(plain, since(head)), next);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return new SegmentItem.Damaged(next, true);
        }
    }

    /// When the entry there came; null when there is none.
    @Nullable
    Instant since(long offset) throws IOException {
        var head = header(offset, durable);
        return head == null ? null : since(head);
    }

    private static Instant since(byte[] head) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong(8));
    }

    private static int length(byte[] head) {
        return ByteBuffer.wrap(head).getInt(4);
    }

    /// How many entries stand from there on.
    long count(long offset) throws IOException {
        var count = 0L;
        var end = durable;
        for (var at = offset; ; ) {
            var head = header(at, end);
            if (head == null) {
                at = nextHeader(at, end);
                if (at < 0) {
                    return count;
                }
                continue;
            }
            at += HEADER + length(head);
            if (at > end) {
                return count;
            }
            count++;
        }
    }

    private byte @Nullable [] header(long offset, long end) throws IOException {
        if (offset + HEADER > end) {
            return null;
        }
        var head = ByteBuffer.wrap(bytes(offset, HEADER));
        var sound = head.getInt(0) == MAGIC
                && head.getInt(16) == crc(head.array())
                && head.getInt(4) > 0
                && head.getInt(4) <= ENTRY_MAX;
        return sound ? head.array() : null;
    }

    /// Where the next sound header stands after bytes that are none; -1 when there is none.
    private long nextHeader(long offset, long end) throws IOException {
        for (var from = offset + 1; from + HEADER <= end; from += 1 << 16) {
            var window = ByteBuffer.wrap(bytes(from, (int) Math.min((1 << 16) + 3, end - from)));
            for (var i = 0; i + 4 <= window.limit(); i++) {
                if (window.getInt(i) == MAGIC && header(from + i, end) != null) {
                    return from + i;
                }
            }
        }
        return -1;
    }

    private byte[] bytes(long offset, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length);
        while (bytes.position() < length) {
            bytes.limit(Math.min(length, bytes.position() + PIECE));
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException(file + " is shorter than it was");
            }
        }
        return bytes.array();
    }

    private byte[] place(long offset, byte[] head) {
        return ByteBuffer.allocate(16 + HEADER)
                .putLong(number)
                .putLong(offset)
                .put(head, 0, HEADER)
                .array();
    }

    private static int crc(byte[] head) {
        var crc = new CRC32();
        crc.update(head, 0, HEADER - 4);
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
