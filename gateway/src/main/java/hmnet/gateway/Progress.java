package hmnet.gateway;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// A line now and then for whoever waits (進捗表示): how many, how fast, how long still. May be fed from many
/// threads.
public final class Progress {
    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final String what;
    private final long total;
    private final long startedAt = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong saidAt = new AtomicLong(startedAt);

    /// `total` 0: nobody knows.
    public Progress(PrintStream out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
    }

    public void one() {
        var count = done.incrementAndGet();
        var now = System.nanoTime();
        var last = saidAt.get();
        if (now - last > EVERY_NANOS && saidAt.compareAndSet(last, now)) {
            out.println(line(count, seconds()));
        }
    }

    public double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    String line(long count, double seconds) {
        var rate = count / Math.max(seconds, 0.001);
        var soFar = String.format(Locale.ROOT, "%s: %,d", what, count);
        if (total == 0) {
            return String.format(Locale.ROOT, "%s, %,.0f/s", soFar, rate);
        }
        var left = Math.max(0, total - count) / Math.max(rate, 0.001);
        return String.format(Locale.ROOT, "%s of %,d, %,.0f/s, %.0f s left", soFar, total, rate, left);
    }
}
