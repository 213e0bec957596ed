package hmnet.formats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What a piece of work costs (処理の費用): processor time of this thread, to which other processes add nothing.
public final class Cost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Cost() {}

    /// Work that may find a file unreadable.
    public interface Work {
        void run() throws Exception;
    }

    public static Duration of(Work work) {
        var before = THREADS.getCurrentThreadCpuTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    }

    /// How many times as dear the one is as the other: both in turns, the least of each.
    public static double ratio(Work larger, Work smaller) {
        var large = of(larger);
        var small = of(smaller);
        for (var turn = 1; turn < 3; turn++) {
            large = least(large, of(larger));
            small = least(small, of(smaller));
        }
        return (double) large.toNanos() / small.toNanos();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
