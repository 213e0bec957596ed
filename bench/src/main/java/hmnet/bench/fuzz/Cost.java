package hmnet.bench.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Objects;

/// What a piece of work cost the thread that did it (費用): its processor time, and all it allocated, which
/// bounds from above what was alive at once.
public record Cost(long cpuNanos, long allocatedBytes) {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) Objects.requireNonNull(ManagementFactory.getThreadMXBean());

    public static Cost of(Runnable work) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        work.run();
        return new Cost(THREADS.getCurrentThreadCpuTime() - cpu, THREADS.getCurrentThreadAllocatedBytes() - allocated);
    }

    public Cost plus(Cost other) {
        return new Cost(cpuNanos + other.cpuNanos, allocatedBytes + other.allocatedBytes);
    }

    Cost by(int times) {
        return new Cost(cpuNanos / times, allocatedBytes / times);
    }

    public double cpuMillis() {
        return cpuNanos / 1e6;
    }

    /// Processor milliseconds for each MB of input.
    public double millisPerMb(long bytes) {
        return cpuMillis() / (bytes / 1e6);
    }
}
