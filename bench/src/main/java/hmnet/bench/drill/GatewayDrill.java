package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;

/// The plug pulled at a facility (ゲートウェイの強制終了): kill -9 of a gateway, or of the centre before it, again and
/// again, while files and messages come in. All that was written or acknowledged stands at the centre, once.
final class GatewayDrill implements StageDrill {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long MOST_MEGABYTES = 256;
    /// Of ten kills, those that hit the gateway.
    private static final int GATEWAY_OF_TEN = 7;

    @Override
    public int people(DrillSettings asked) {
        return asked.people(12);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var hospital = stage.hospitals().getFirst();
        var folder = Files.createTempDirectory("hmnet-gateway");
        try (var centre = stage.centre();
                var gateway = new GatewayProcess(stage.home(), centre, hospital, folder)) {
            gateway.start();
            return strike(centre, gateway, hospital, asked, folder);
        }
    }

    private static Verdict strike(
            CentreProcess centre, GatewayProcess gateway, Hospital hospital, DrillSettings asked, Path folder)
            throws IOException {
        var department = new Department(gateway, hospital, asked.seed());
        var threads = department.begin();
        var gateways = strikes(centre, gateway, department, asked);
        department.end(threads);
        gateway.untilSent();
        try (var database = OwnerDatabase.of(centre)) {
            var kept = department.posted().compare(database, OwnerDatabase.names(centre), hospital.code());
            var sound = kept.lost() == 0
                    && kept.doubled() == 0
                    && kept.foreign() == 0
                    && department.acknowledged() > 0
                    && department.files() > 0
                    && gateway.mostMegabytes() <= MOST_MEGABYTES;
            if (sound) {
                Stage.delete(folder);
            } else {
                System.err.println("drill gateway: " + kept.names() + "; its spool and log stay in " + folder);
            }
            return Verdict.of(
                    "gateway",
                    asked.seed(),
                    sound,
                    "times",
                    asked.times(100),
                    "gateway_killed",
                    gateways,
                    "files",
                    department.files(),
                    "messages",
                    department.acknowledged(),
                    "lost",
                    kept.lost(),
                    "doubled",
                    kept.doubled(),
                    "foreign",
                    kept.foreign(),
                    "gateway_max_mb",
                    gateway.mostMegabytes());
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Returns how many of the kills hit the gateway.
    private static int strikes(CentreProcess centre, GatewayProcess gateway, Department department, DrillSettings asked)
            throws IOException {
        var random = new Random(asked.seed());
        var gateways = 0;
        for (var time = 1; time <= asked.times(100); time++) {
            var before = department.acknowledged();
            Pause.until("messages to be acknowledged again", PATIENCE, () -> department.acknowledged() > before);
            Pause.millis(50 + random.nextInt(900));
            if (random.nextInt(10) < GATEWAY_OF_TEN) {
                gateway.kill();
                gateway.start();
                gateways++;
            } else {
                centre.kill();
                centre.start();
            }
            gateway.sample();
            if (time % 10 == 0) {
                System.err.printf("drill gateway: %d of %d%n", time, asked.times(100));
            }
        }
        return gateways;
    }
}
