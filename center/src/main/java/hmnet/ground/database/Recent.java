package hmnet.ground.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What the database said a moment ago (直近の控え): asked again after a second and a half unless said otherwise, so a
/// change made on any node holds everywhere within two seconds. For small tables that every page asks for.
public final class Recent<T> {
    private static final Duration FRESH = Duration.ofMillis(1_500);

    private final Supplier<T> ask;
    private final long freshNanos;
    private volatile @Nullable RecentValue<T> said;

    public Recent(Supplier<T> ask) {
        this(ask, FRESH);
    }

    /// @param fresh for how long an answer holds
    public Recent(Supplier<T> ask, Duration fresh) {
        this.ask = ask;
        this.freshNanos = fresh.toNanos();
    }

    public T get() {
        var last = said;
        if (last == null || System.nanoTime() - last.at() > freshNanos) {
            var asked = System.nanoTime();
            last = new RecentValue<>(ask.get(), asked);
            said = last;
        }
        return last.value();
    }

    /// After a change of one's own: the next question goes to the database, and again the next one after the
    /// commit, since somebody else may have asked meanwhile.
    public void forget() {
        said = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    said = null;
                }
            });
        }
    }

    private record RecentValue<T>(T value, long at) {}
}
