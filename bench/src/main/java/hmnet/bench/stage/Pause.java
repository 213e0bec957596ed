package hmnet.bench.stage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/// Waiting (待機), as an input/output that can be interrupted.
public final class Pause {
    private Pause() {}

    public static void millis(long millis) throws IOException {
        try {
            Thread.sleep(Math.max(0, millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// Something that will be true.
    public interface Condition {
        boolean holds() throws IOException;
    }

    /// Asks every 50 ms until it holds; after the patience it never will.
    public static void until(String what, Duration patience, Condition condition) throws IOException {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("After " + patience.toSeconds() + " s still waiting for " + what);
            }
            millis(50);
        }
    }
}
