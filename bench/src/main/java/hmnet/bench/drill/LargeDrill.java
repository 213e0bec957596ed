package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Sender;
import hmnet.bench.stage.Stage;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// A month of receipts and a night of results, each in one file of so many megabytes, through the real door (大きなファイル):
/// all of it is filed, none is held, and the centre lives in the memory it was given.
final class LargeDrill implements StageDrill {
    private static final int MEGABYTES = 100;

    @Override
    public int people(DrillSettings asked) {
        return asked.people(6);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var megabytes = asked.times(MEGABYTES);
        try (var centre = stage.centre();
                var sender = new Sender(centre, stage.hospitals().getFirst())) {
            var memory = new Memory();
            var watching = new AtomicBoolean(true);
            Thread.ofVirtual().start(() -> watch(centre, memory, watching));
            var month = filed(sender, LargeFiles.month(megabytes));
            var afterMonth = sender.counts().resources();
            var night = filed(sender, LargeFiles.night(megabytes));
            watching.set(false);
            var counts = sender.counts();
            return Verdict.of(
                    "large",
                    asked.seed(),
                    counts.messages() == 2
                            && counts.quarantined() == 0
                            && counts.waiting() == 0
                            && afterMonth > 0
                            && counts.resources() > afterMonth,
                    "megabytes",
                    megabytes,
                    "month_s",
                    Result.rounded(month, 1),
                    "month_resources",
                    afterMonth,
                    "night_s",
                    Result.rounded(night, 1),
                    "night_resources",
                    counts.resources() - afterMonth,
                    "held",
                    counts.quarantined(),
                    "centre_max_mb",
                    Math.round(memory.max()));
        }
    }

    /// Seconds until all of it is filed.
    private static double filed(Sender sender, StorageFile file) throws IOException {
        var began = System.nanoTime();
        sender.sendWhole(file);
        sender.untilFiled(Duration.ofHours(2));
        return (System.nanoTime() - began) / 1e9;
    }

    private static void watch(CentreProcess centre, Memory memory, AtomicBoolean watching) {
        try {
            while (watching.get()) {
                memory.sample(CpuTime.residentBytes(centre.pid()));
                Pause.millis(500);
            }
        } catch (IOException interrupted) {
            System.err.println("drill large: " + interrupted.getMessage());
        }
    }
}
