package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// kill -9 of the centre or of its PostgreSQL at drawn moments while answers go out (開示中の強制終了).
final class DisclosureKills implements Runnable {
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final int MOMENT_MILLIS = 400;

    private final CentreProcess centre;
    private final DisclosureClients clients;
    private final Random random;
    private final int times;
    private final int every;
    private final List<KillSpan> spans = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private volatile @Nullable IOException failure;

    /// @param every after about so many answers that came whole
    DisclosureKills(CentreProcess centre, DisclosureClients clients, Random random, int times, int every) {
        this.centre = centre;
        this.clients = clients;
        this.random = random;
        this.times = times;
        this.every = Math.max(1, every);
    }

    @Override
    public void run() {
        try {
            for (var n = 1; n <= times; n++) {
                var next = clients.delivered() + 1 + random.nextInt(2 * every);
                Pause.until("the next moment", RECOVERY.plusSeconds(every), () -> clients.delivered() >= next);
                Pause.millis(random.nextInt(MOMENT_MILLIS));
                var struck = strike();
                Pause.until("answers to come again", RECOVERY, () -> clients.answersAfter(struck));
                if (n % 10 == 0) {
                    System.err.printf("drill disclosures: %d of %d killed%n", n, times);
                }
            }
        } catch (IOException e) {
            failure = e;
        } finally {
            over = true;
        }
    }

    /// @return the moment after which whatever answers has come back
    private long strike() throws IOException {
        var from = System.nanoTime();
        if (random.nextBoolean()) {
            centre.kill();
            spans.add(new KillSpan(from, System.nanoTime()));
            centre.start();
        } else {
            centre.killPostgres();
            spans.add(new KillSpan(from, System.nanoTime()));
        }
        return System.nanoTime();
    }

    boolean isOver() {
        return over;
    }

    List<KillSpan> spans() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        return List.copyOf(spans);
    }
}
