package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Clients that ask, one thing after the other, whatever is killed meanwhile (開示を求める端末). None asks a thing again: an
/// answer that was cut off stays cut off.
final class DisclosureClients {
    private static final long REST_MILLIS = 50;

    private final CentreProcess centre;
    private final Wishes wishes;
    private final Marks marks = new Marks();
    private final Queue<AskedDisclosure> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicLong newest = new AtomicLong(System.nanoTime());

    DisclosureClients(CentreProcess centre, Wishes wishes) {
        this.centre = centre;
        this.wishes = wishes;
    }

    /// Until so many more requests were made and nothing more is to be killed.
    void run(int clients, int times, long seed, BooleanSupplier killing) throws IOException {
        var enough = begun.get() + times;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<?>>();
            for (var n = 0; n < clients; n++) {
                var random = new Random(seed * 1_000 + n);
                running.add(threads.submit(() -> {
                    while (begun.get() < enough || killing.getAsBoolean()) {
                        ask(random);
                    }
                    return begun;
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void ask(Random random) throws IOException {
        var wish = wishes.draw(random);
        var mark = marks.draw();
        var began = System.nanoTime();
        var whole = false;
        try {
            whole = wish.kind().isAnswered(wish.ask(centre, mark).status());
        } catch (ConnectException nobodyThere) {
            Pause.millis(REST_MILLIS); // it never reached the centre
            return;
        } catch (IOException cutOff) {
            whole = false;
        }
        asked.add(new AskedDisclosure(mark.getHostAddress(), wish.kind(), began, System.nanoTime(), whole));
        begun.incrementAndGet();
        if (whole) {
            delivered.incrementAndGet();
            newest.accumulateAndGet(began, Math::max);
        } else {
            Pause.millis(REST_MILLIS);
        }
    }

    /// How many answers have come whole so far.
    int delivered() {
        return delivered.get();
    }

    /// Whether an answer came whole to a request that began after that moment.
    boolean answersAfter(long moment) {
        return newest.get() > moment;
    }

    List<AskedDisclosure> asked() {
        return List.copyOf(asked);
    }
}
