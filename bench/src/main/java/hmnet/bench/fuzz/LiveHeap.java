package hmnet.bench.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.ref.Reference;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Supplier;

/// How much memory a piece of work needs at once (生存ヒープ): collected over and over while it runs, and once
/// more while its result is held.
final class LiveHeap {
    private LiveHeap() {}

    static long peakBytes(Supplier<Object> work) {
        collect();
        long before = used();
        var peak = new LongAccumulator(Math::max, 0);
        var done = new AtomicBoolean();
        var watching = Thread.ofPlatform().daemon().start(() -> {
            while (!done.get()) {
                collect();
                peak.accumulate(used() - before);
            }
        });
        var kept = work.get();
        try {
            collect();
            peak.accumulate(used() - before);
        } finally {
            Reference.reachabilityFence(kept);
        }
        done.set(true);
        try {
            watching.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return peak.get();
    }

    @SuppressWarnings("SystemGc") // what is alive is only known after a collection
    private static void collect() {
        System.gc();
    }

    /// As the last collection left it: what is used now holds what was thrown away since.
    private static long used() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
