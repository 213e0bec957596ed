package hmnet.record.filing;

import hmnet.record.examination.EarlyVerdicts;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.InboxLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// The threads that file (取込の働き手). Each takes a bucket, files a batch, goes on to the next; with
/// nothing to do they look again every fifth of a second.
@Component
class FilingWorkers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FilingWorkers.class);
    private static final int BATCH = 256;
    private static final long PAUSE_MILLIS = 200;
    /// While many files come: how often it is looked whether they still do, how long one batch waits for that,
    /// and how small it is then.
    private static final int GLANCE_MILLIS = 20;

    private static final int STEPPING_BACK_MILLIS = 250;
    private static final int LITTLE = 32;

    private final Filing filing;
    private final InboxReader reader;
    private final FilingQueue queue;
    private final InboxLoad inboxLoad;
    private final int workers;
    /// One worker of this process has the lane of files: two would examine the same ones.
    private final ReentrantLock lane = new ReentrantLock();

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    FilingWorkers(Filing filing, InboxReader reader, FilingQueue queue, InboxLoad inboxLoad, FilingSettings settings) {
        this.filing = filing;
        this.reader = reader;
        this.queue = queue;
        this.inboxLoad = inboxLoad;
        this.workers = settings.workers();
    }

    @Override
    public void start() {
        running = true;
        for (var n = 0; n < workers; n++) {
            threads.add(Thread.ofPlatform().name("filing-" + n).start(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            thread.interrupt();
            try {
                thread.join(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Scheduled(fixedDelay = 60_000)
    void unparkLate() {
        queue.unparkLate();
    }

    private void work() {
        while (running) {
            try {
                if (round() == 0) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("Filing waits for the database: {}", String.valueOf(e.getMessage()));
                pause();
            }
        }
    }

    private int round() throws InterruptedException {
        var filed = 0;
        for (var bucket : queue.busy()) {
            if (!running) {
                return filed;
            }
            filed += file(bucket, roomFor());
        }
        return filed;
    }

    /// How many files the next batch may take: filing steps back while many are having theirs kept, but never stops.
    private int roomFor() throws InterruptedException {
        for (var waited = 0; inboxLoad.many(); waited += GLANCE_MILLIS) {
            if (waited >= STEPPING_BACK_MILLIS) {
                return LITTLE;
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        return BATCH;
    }

    /// A batch that the database refuses is filed one by one, so that one file never stops the others.
    private int file(short bucket, int most) {
        try {
            return batchOf(bucket, most);
        } catch (org.springframework.dao.TransientDataAccessException
                | org.springframework.dao.DataAccessResourceFailureException
                | TransactionException e) {
            throw e;
        } catch (DataAccessException | IllegalStateException e) {
            LOG.error("A batch of bucket {} was refused; filing one by one", bucket, e);
            return oneByOne(bucket);
        }
    }

    /// Strangers' files are examined first, outside any transaction, then all of a batch is filed in one.
    private int batchOf(short bucket, int limit) {
        if (bucket != FilingQueue.FILES) {
            return filing.file(bucket, limit, new EarlyVerdicts());
        }
        if (!lane.tryLock()) {
            return 0;
        }
        try {
            return filing.file(bucket, limit, reader.examined(Filing.ofOneFacility(queue, limit)));
        } finally {
            lane.unlock();
        }
    }

    private int oneByOne(short bucket) {
        var filed = 0;
        for (var n = 0; n < BATCH && running; n++) {
            try {
                if (batchOf(bucket, 1) == 0) {
                    return filed;
                }
            } catch (DataAccessException | IllegalStateException e) {
                filing.quarantineFirst(bucket, e.getClass().getSimpleName());
            }
            filed++;
        }
        return filed;
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
