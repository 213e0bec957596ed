package hmnet.record.answers;

import java.util.function.LongSupplier;

/// How long the expressions of one request may take (式の時間の上限): all of them together.
final class RunClock {
    static final long NANOS = 1_500_000_000L;
    private final LongSupplier now;
    private final long until;

    RunClock() {
        this(System::nanoTime, NANOS);
    }

    RunClock(LongSupplier now, long nanos) {
        this.now = now;
        this.until = now.getAsLong() + nanos;
    }

    /// @throws IllegalStateException once it took too long
    void look() {
        if (now.getAsLong() - until > 0) {
            throw new IllegalStateException("The expressions of a sheet took too long");
        }
    }
}
