package hmnet.ground.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the database said a moment ago (直近の控え): asked again after two seconds, so a change made on any node holds
/// everywhere within that time. For small tables that every page asks for.
public final class Recent<T> {
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final Supplier<T> ask;
    private volatile @Nullable RecentValue<T> said;

    public Recent(Supplier<T> ask) {
        this.ask = ask;
    }

    public T get() {
        var last = said;
        if (last == null || System.nanoTime() - last.at() > FRESH_NANOS) {
            last = new RecentValue<>(ask.get(), System.nanoTime());
            said = last;
        }
        return last.value();
    }

    /// After a change of one's own: the next question goes to the database.
    public void forget() {
        said = null;
    }

    private record RecentValue<T>(T value, long at) {}
}
