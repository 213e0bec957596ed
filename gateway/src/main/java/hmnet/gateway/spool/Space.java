package hmnet.gateway.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// The part of the disk that all that waits may take (使用容量の上限), and what must stay free of it.
public final class Space {
    private final Path folder;
    private final long mostBytes;
    private final long keepFreeBytes;
    private final AtomicLong used = new AtomicLong();

    public Space(Path folder, long mostBytes, long keepFreeBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.keepFreeBytes = keepFreeBytes;
    }

    long mostBytes() {
        return mostBytes;
    }

    public long usedBytes() {
        return used.get();
    }

    public long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /// Whether nothing more may be taken.
    public boolean full() throws IOException {
        return used.get() >= mostBytes || freeBytes() <= keepFreeBytes;
    }

    void demand(long bytes) throws IOException {
        if (used.get() + bytes > mostBytes) {
            throw new SpoolFull("the spool holds " + used.get() + " bytes and may hold " + mostBytes);
        }
        var free = freeBytes();
        if (free - bytes < keepFreeBytes) {
            throw new SpoolFull("the disk has " + free + " bytes left, " + keepFreeBytes + " are to stay free");
        }
    }

    void took(long bytes) {
        used.addAndGet(bytes);
    }

    void gaveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
