package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Digest;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Stage;
import hmnet.gateway.Limits;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/// kill -9 of the centre or its PostgreSQL, again and again, while hospitals send (強制終了). Nothing that
/// was acknowledged may be lost, nothing be there twice.
final class KillDrill implements StageDrill {
    private static final int BATCH = 8;
    private static final Limits LIMITS = new Limits(BATCH, 1 << 20);
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    /// What a round gives the senders to do before it strikes, 0.2 to 0.9 s.
    private static final double STREAM_SECONDS = 0.6;

    @Override
    public int people(DrillSettings asked) {
        return asked.people(40);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var undisturbed = stage.undisturbed();
        try (var centre = stage.centre()) {
            return strike(stage, centre, asked, asked.times(200), undisturbed);
        }
    }

    private static Verdict strike(Stage stage, CentreProcess centre, DrillSettings asked, int times, Digest undisturbed)
            throws IOException {
        var answered = new Acknowledgements();
        var striking = new AtomicBoolean(true);
        var killer = new Killer(centre, new Random(asked.seed()), answered);
        var killing = Thread.ofPlatform().start(() -> {
            try {
                killer.run(times);
            } finally {
                striking.set(false);
            }
        });
        Load.each(centre, stage.hospitals(), LIMITS, (hospital, sender) -> {
            var pauseMillis = (long)
                    (1000 * BATCH * times * STREAM_SECONDS / hospital.files().size());
            do {
                for (var from = 0; from < hospital.files().size(); from += BATCH) {
                    var until = Math.min(from + BATCH, hospital.files().size());
                    sender.send(hospital.files().subList(from, until), answer -> answered.add(hospital, answer));
                    Pause.millis(striking.get() ? pauseMillis : 0);
                }
            } while (striking.get());
            sender.untilFiled(RECOVERY.multipliedBy(3));
        });
        join(killing);
        var digest = centre.digest();
        try (var database = OwnerDatabase.of(centre)) {
            var kept = answered.compare(database, OwnerDatabase.names(centre));
            var sound = kept.lost() == 0 && kept.doubled() == 0 && digest.equals(undisturbed);
            return Verdict.of(
                    "kill",
                    asked.seed(),
                    sound && killer.struck() == times,
                    "times",
                    killer.struck(),
                    "acknowledged",
                    answered.size(),
                    "lost",
                    kept.lost(),
                    "doubled",
                    kept.doubled(),
                    "digest",
                    ShuffleDrill.word(digest.equals(undisturbed)),
                    "longest_recovery_s",
                    String.format(java.util.Locale.ROOT, "%.1f", killer.longestRecoverySeconds()));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void join(Thread thread) throws IOException {
        Pause.until("the last kill", RECOVERY, () -> !thread.isAlive());
    }
}
