package hmnet.ground.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls to other machines (外部呼出し): each on a thread of its own, at most one at a time to each partner. A
/// partner that is slow delays neither another partner nor a chore; many at once leave the database to the doors.
///
/// @param <P> what names a partner
public final class OutgoingCalls<P> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingCalls.class);
    private static final int SECONDS_TO_FINISH = 5;

    /// A third of the connections that the pool has by default.
    static final int AT_THE_DATABASE = 8;

    private final ExecutorService threads;
    private final Set<P> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore database = new Semaphore(AT_THE_DATABASE);

    /// @param name of the threads, followed by a number
    public OutgoingCalls(String name) {
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /// Starts a call and returns at once; false while the last call to this partner still runs.
    public boolean start(P partner, Runnable call) {
        if (!busy.add(partner)) {
            return false;
        }
        threads.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException e) {
                LOG.error("The call to {} failed", partner, e);
            } finally {
                busy.remove(partner);
            }
        });
        return true;
    }

    /// A part of a call that uses the database and waits for no partner: a few calls are there at once, the others
    /// stand in line.
    public <T> T atTheDatabase(Supplier<T> part) {
        database.acquireUninterruptibly();
        try {
            return part.get();
        } finally {
            database.release();
        }
    }

    /// The same where nothing comes back.
    public void atTheDatabase(Runnable part) {
        atTheDatabase(() -> {
            part.run();
            return true;
        });
    }

    /// Lets the calls finish for a moment, then interrupts them.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
