package hmnet.record.inbox;

import hmnet.ground.database.FullDisk;
import hmnet.ground.keys.DataFolder;
import java.io.File;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// How many uploads this node is storing right now (受信の混み具合). Keeping goes before filing: a sender waits for its
/// answer, and what is kept can be filed later.
@Component
public class InboxLoad {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /// More than these are not a handful that came at one moment.
    private static final int MANY = 4 * PROCESSORS;

    private static final long LATELY = Duration.ofSeconds(1).toNanos();

    private final int most;
    private final long keepFree;
    private final File disk;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile long manyAt = System.nanoTime() - LATELY;

    public InboxLoad(InboxSettings settings, DataFolder folder) {
        this.keepFree = settings.keepFree();
        this.disk = folder.data().toAbsolutePath().toFile();
        this.most = settings.atOnce() > 0 ? settings.atOnce() : 10 * PROCESSORS;
    }

    /// Nothing more is kept where too little is free: PostgreSQL stops altogether when its log finds no room, so that
    /// the doors close before.
    public void demandRoom() {
        if (disk.getUsableSpace() < keepFree) {
            throw new FullDisk("less than hmnet.inbox.keep-free is free");
        }
    }

    public <T> T keeping(Supplier<T> work) {
        demandRoom();
        if (inside.incrementAndGet() > MANY) {
            manyAt = System.nanoTime();
        }
        try {
            return work.get();
        } finally {
            inside.decrementAndGet();
        }
    }

    /// Whether filing leaves the processors to the doors for a while: many are inside, or were within the last second.
    public boolean many() {
        return System.nanoTime() - manyAt < LATELY;
    }

    /// Whether whoever comes now would wait longer than it takes to come again.
    public boolean full() {
        return inside.get() >= most;
    }
}
