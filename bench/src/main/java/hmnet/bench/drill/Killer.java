package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Kills the centre or its PostgreSQL, as the seed draws it (強制終了役), each time after files flow again.
final class Killer {
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private final CentreProcess centre;
    private final Random random;
    private final Acknowledgements answered;
    private volatile int struck;
    private volatile double longestRecoverySeconds;
    private volatile @Nullable IOException failure;

    Killer(CentreProcess centre, Random random, Acknowledgements answered) {
        this.centre = centre;
        this.random = random;
        this.answered = answered;
    }

    void run(int times) {
        try {
            for (var round = 1; round <= times; round++) {
                var before = answered.answers();
                var fallen = System.nanoTime();
                Pause.until("files to flow again", RECOVERY, () -> answered.answers() > before);
                longestRecoverySeconds = Math.max(longestRecoverySeconds, (System.nanoTime() - fallen) / 1e9);
                Pause.millis(200 + random.nextInt(700));
                strike();
                struck = round;
                if (round % 10 == 0) {
                    System.err.printf("drill kill: %d of %d%n", round, times);
                }
            }
        } catch (IOException e) {
            failure = e;
            System.err.println("drill kill: " + e.getMessage());
        }
    }

    private void strike() throws IOException {
        if (random.nextBoolean()) {
            centre.kill();
            centre.start();
        } else {
            centre.killPostgres();
        }
    }

    int struck() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        return struck;
    }

    /// From the kill to the next acknowledgement; for the centre without its start.
    double longestRecoverySeconds() {
        return longestRecoverySeconds;
    }
}
