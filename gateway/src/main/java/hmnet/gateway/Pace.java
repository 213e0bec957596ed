package hmnet.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;

/// Files given out no faster than wanted (送信速度の調整): so many a second, and none while the centre has much of this
/// facility still to file. What a facility sends live then finds a short queue, whatever is loaded beside it.
final class Pace implements Iterator<StorageFile> {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int ASK_EVERY = 200;
    private final Iterator<StorageFile> files;
    private final double perSecond;
    private final long backlog;
    private final BacklogQuery waiting;
    private final long startedAt = System.nanoTime();
    private long given;

    /// How many files of this facility wait at the centre.
    interface BacklogQuery {
        long now() throws IOException;
    }

    /// @param perSecond 0: as fast as it goes
    /// @param backlog 0: however much waits
    Pace(Iterator<StorageFile> files, double perSecond, long backlog, BacklogQuery waiting) {
        this.files = files;
        this.perSecond = perSecond;
        this.backlog = backlog;
        this.waiting = waiting;
    }

    @Override
    public boolean hasNext() {
        return files.hasNext();
    }

    @Override
    public StorageFile next() {
        try {
            if (backlog > 0 && given % ASK_EVERY == 0) {
                while (waiting.now() > backlog) {
                    Thread.sleep(REST);
                }
            }
            if (perSecond > 0) {
                var due = startedAt + (long) (given / perSecond * 1e9);
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        given++;
        return files.next();
    }
}
