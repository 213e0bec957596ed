package hmnet.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits to be sent from one source (送信待ち行列), first come first. What `keep` returned from is on
/// disk; what `done` has passed is gone. Every start writes into a new file, so nothing is ever written
/// behind a torn end.
public final class Spool implements AutoCloseable {
    private static final long SEGMENT_BYTES = 64L << 20;
    private static final long WORTH_DROPPING = 1 << 20;
    private static final int LARGE = 4 << 20;

    private final Path folder;
    private final SpoolKey key;
    private final Space space;
    private final Consumer<String> damage;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private final Set<Long> damaged = new HashSet<>();
    private @Nullable Segment active;
    private Position position;
    private long waiting;

    private Spool(Path folder, SpoolKey key, Space space, Consumer<String> damage) throws IOException {
        this.folder = folder;
        this.key = key;
        this.space = space;
        this.damage = damage;
        this.position = Position.read(folder);
    }

    /// @param damage told of what cannot be opened
    public static Spool open(Path folder, SpoolKey key, Space space, Consumer<String> damage) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var spool = new Spool(folder, key, space, damage);
        spool.find();
        return spool;
    }

    private synchronized void find() throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.spool")) {
            for (var file : files) {
                var segment = Segment.found(file, key);
                segments.put(segment.number(), segment);
                space.took(segment.size());
            }
        }
        dropBefore(position.segment());
        for (var segment : segments.values()) {
            waiting += segment.count(from(segment));
        }
    }

    private long from(Segment segment) {
        return segment.number() == position.segment() ? position.offset() : 0;
    }

    /// Takes an entry; on disk when this returns. Where it throws, nothing was taken.
    public void keep(Entry entry) throws IOException {
        var small = entry.bytes().length < LARGE ? EntryCodec.wrap(entry) : null;
        Segment segment;
        long end;
        synchronized (this) {
            var wrapped = small == null ? EntryCodec.wrap(entry) : small; // large ones one at a time: memory is short
            space.demand(wrapped.length);
            segment = writable(wrapped.length);
            end = segment.append(wrapped, entry.at());
            space.took(Segment.sizeOf(wrapped));
        }
        segment.flush(end);
        synchronized (this) {
            waiting++;
            notifyAll();
        }
    }

    private Segment writable(long bytes) throws IOException {
        var current = active;
        if (current == null || !current.takes(bytes, SEGMENT_BYTES)) {
            var last = Math.max(position.segment(), segments.isEmpty() ? 0 : segments.lastKey());
            current = Segment.fresh(folder, last + 1, key);
            segments.put(current.number(), current);
            active = current;
        }
        return current;
    }

    /// The oldest entries, so many and so much at most, but one if there is any.
    public synchronized List<QueuedEntry> head(int files, long bytes) throws IOException {
        var head = new ArrayList<QueuedEntry>();
        var size = 0L;
        for (var segment : List.copyOf(segments.tailMap(position.segment()).values())) {
            var offset = from(segment);
            while (head.size() < files && (size < bytes || head.isEmpty())) {
                switch (segment.at(offset)) {
                    case SegmentItem.Whole(var entry, var next) -> {
                        size += entry.bytes().length;
                        head.add(new QueuedEntry(entry, new Position(segment.number(), next)));
                        offset = next;
                    }
                    case SegmentItem.Damaged(var next, var counted) -> {
                        if (!head.isEmpty()) {
                            return head;
                        }
                        passOver(segment, offset, next, counted);
                        offset = next;
                    }
                    case SegmentItem.End() -> offset = Long.MAX_VALUE;
                }
                if (offset == Long.MAX_VALUE) {
                    break;
                }
            }
            if (head.size() >= files || size >= bytes && !head.isEmpty()) {
                return head;
            }
        }
        return head;
    }

    private void passOver(Segment segment, long from, long to, boolean counted) throws IOException {
        damaged.add(segment.number());
        damage.accept(segment.file().getFileName() + " from " + from + " to " + to);
        waiting -= counted ? 1 : 0;
        move(new Position(segment.number(), to));
    }

    /// So many entries up to there were sent.
    public synchronized void done(Position upTo, int entries) throws IOException {
        waiting -= entries;
        move(upTo);
    }

    private void move(Position to) throws IOException {
        position = to;
        to.write(folder);
        dropBefore(to.segment());
        var current = active;
        if (current != null && to.segment() == current.number() && worthDropping(current, to)) {
            active = null;
            drop(current);
        }
    }

    private boolean worthDropping(Segment segment, Position done) {
        return done.offset() >= Math.min(WORTH_DROPPING, space.mostBytes() / 16) && segment.quiet(done.offset());
    }

    private void dropBefore(long number) throws IOException {
        for (var segment : List.copyOf(segments.headMap(number).values())) {
            drop(segment);
        }
    }

    /// What cannot be opened is kept for whoever can help.
    private void drop(Segment segment) throws IOException {
        segments.remove(segment.number());
        space.gaveBack(segment.size());
        segment.close();
        if (damaged.remove(segment.number())) {
            Files.move(
                    segment.file(), segment.file().resolveSibling(segment.file().getFileName() + ".damaged"));
        } else {
            Files.delete(segment.file());
        }
    }

    public synchronized long waiting() {
        return Math.max(0, waiting);
    }

    /// When the oldest entry came; null when nothing waits.
    public synchronized @Nullable Instant oldest() throws IOException {
        if (waiting > 0) {
            for (var segment : segments.tailMap(position.segment()).values()) {
                var since = segment.since(from(segment));
                if (since != null) {
                    return since;
                }
            }
        }
        return null;
    }

    /// Until something waits, or the time is up.
    public synchronized void await(Duration patience) throws InterruptedException {
        if (waiting <= 0) {
            TimeUnit.MILLISECONDS.timedWait(this, patience.toMillis());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (var segment : segments.values()) {
            segment.close();
        }
    }

    /// An entry as it stands in the spool (待ち行列の一件), with the place of the one after it.
    public record QueuedEntry(Entry entry, Position next) {}
}
