package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Sender;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ten times as much as usual for a while, then as usual again (過負荷, R018): what was acknowledged is
/// there, what was too much waited or was told to come again, and the backlog is gone within twice the time.
final class OverloadDrill implements StageDrill {
    private static final int MACHINES = 16;
    private static final int TIMES = 10;
    private static final Duration PAUSE = Duration.ofMillis(160);

    @Override
    public int people(DrillSettings asked) {
        return asked.people(600);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var seconds = asked.times(60);
        try (var centre = stage.centre()) {
            var lines = new ArrayList<Burst.BurstLine>();
            for (var hospital : stage.hospitals()) {
                lines.add(Burst.BurstLine.of(centre, hospital));
            }
            burst(centre, lines, MACHINES * TIMES, seconds / 2)
                    .send(); // a centre at work is warm, one that has just started compiles
            drained(centre, stage.hospitals(), seconds);
            var usual = burst(centre, lines, MACHINES, seconds / 2).send();
            var memory = new Memory();
            var watching = new AtomicBoolean(true);
            Thread.ofVirtual().start(() -> watch(centre, memory, watching));
            var over = burst(centre, lines, MACHINES * TIMES, seconds).send();
            var drained = drained(centre, stage.hospitals(), seconds);
            watching.set(false);
            var after = burst(centre, lines, MACHINES, seconds / 2).send();
            drained(centre, stage.hospitals(), seconds);
            var lost = lost(centre, lines);
            return Verdict.of(
                    "overload",
                    asked.seed(),
                    lost == 0
                            && over.failed() == 0
                            && drained <= 2.0 * seconds
                            && over.percentile(99) > 0
                            && over.percentile(99) <= 2 * usual.percentile(99),
                    "seconds",
                    seconds,
                    "usual_per_s",
                    usual.millis().size() / (seconds / 2),
                    "over_per_s",
                    over.millis().size() / seconds,
                    "refused",
                    over.refused(),
                    "failed",
                    over.failed(),
                    "lost",
                    lost,
                    "p99_ms",
                    usual.percentile(99) + "," + over.percentile(99) + "," + after.percentile(99),
                    "drained_s",
                    Result.rounded(drained, 1),
                    "centre_max_mb",
                    Math.round(memory.max()));
        }
    }

    private static Burst burst(CentreProcess centre, List<Burst.BurstLine> lines, int machines, int seconds) {
        return new Burst(centre, lines, machines, PAUSE, Duration.ofSeconds(seconds));
    }

    private static void watch(CentreProcess centre, Memory memory, AtomicBoolean watching) {
        try {
            while (watching.get()) {
                memory.sample(CpuTime.residentBytes(centre.pid()));
                Pause.millis(500);
            }
        } catch (IOException interrupted) {
            System.err.println("drill overload: " + interrupted.getMessage());
        }
    }

    /// Seconds until all is filed.
    private static double drained(CentreProcess centre, List<Hospital> hospitals, int seconds) throws IOException {
        var began = System.nanoTime();
        for (var hospital : hospitals) {
            try (var sender = new Sender(centre, hospital)) {
                sender.untilFiled(Duration.ofSeconds(20L * seconds + 60));
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static long lost(CentreProcess centre, List<Burst.BurstLine> lines) throws IOException {
        var lost = 0L;
        try (var database = OwnerDatabase.of(centre)) {
            var seal = OwnerDatabase.names(centre);
            for (var line : lines) {
                lost += line.posted()
                        .compare(database, seal, line.hospital().code())
                        .lost();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return lost;
    }
}
