package hmnet.ground.transparency;

import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Checks our signatures under many checkpoints, on all processors (署名の一括検証): a busy centre signs five a second, and
/// each costs more than all the hashing between two of them.
final class SignatureCheck implements AutoCloseable {
    static final String CHANGED = "its own text was changed";

    private static final int BATCH = 500;
    private static final int WAITING = 16;

    private record SignedNote(String note, Checkpoint checkpoint, long after) {}

    private final LogKey key;
    private final ExecutorService pool =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Semaphore places = new Semaphore(WAITING);
    private List<SignedNote> batch = new ArrayList<>(BATCH);
    private volatile @Nullable BrokenLog first;

    SignatureCheck(LogKey key) {
        this.key = key;
    }

    /// @param checkpoint what the note must sign
    /// @param after the first leaf that this checkpoint and none before covers
    void add(String note, Checkpoint checkpoint, long after) {
        batch.add(new SignedNote(note, checkpoint, after));
        if (batch.size() == BATCH) {
            hand();
        }
    }

    private void hand() {
        var full = batch;
        batch = new ArrayList<>(BATCH);
        places.acquireUninterruptibly();
        pool.execute(() -> {
            try {
                full.forEach(this::check);
            } finally {
                places.release();
            }
        });
    }

    private void check(SignedNote one) {
        if (!one.note().equals(key.sign(one.checkpoint()))) {
            keep(new BrokenLog(
                    "checkpoint " + one.checkpoint().size() + " does not sign the log as it is: " + CHANGED,
                    one.after()));
        }
    }

    private synchronized void keep(BrokenLog broken) {
        var before = first;
        if (before == null || broken.leaf().orElse(0) < before.leaf().orElse(0)) {
            first = broken;
        }
    }

    /// Waits for all of them, and throws the first that is not ours.
    void end() {
        hand();
        places.acquireUninterruptibly(WAITING);
        places.release(WAITING);
        var broken = first;
        if (broken != null) {
            throw broken;
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
