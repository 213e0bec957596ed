package hmnet.bench.exposure;

import hmnet.bench.rehearsal.RehearsalCommand;
import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.AuditReport;
import hmnet.ground.audit.AuditReport.ReportVerdict;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import hmnet.ground.transparency.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/// How long `audit verify` takes over a large log (監査証跡の検証の測定の実行), in an empty centre of its own: `./hmnet drill
/// verify` runs it, with the centre on the class path.
public final class VerifyCommand {
    private static final double MARK_SECONDS = 10;
    private static final Duration NUMBERED_WITHIN = Duration.ofMinutes(20);

    private VerifyCommand() {}

    /// @param arguments how many events, and the seed
    public static void main(String... arguments) throws IOException {
        var events = Long.parseLong(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        RehearsalCommand.inACentre(centre -> {
            try {
                new LogFilling(centre.getBean(Accounts.class), centre.getBean(Keys.class)).fill(events, seed, true);
                var report = verified(centre, events);
                System.out.println(report);
                var passed = report.verdict() == ReportVerdict.INTACT
                        && report.size() >= events
                        && report.seconds() <= MARK_SECONDS;
                System.out.println("verify: seconds=" + report.seconds() + " size=" + report.size() + " verdict="
                        + (passed ? "passed" : "failed"));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The drill was cut off", e);
            }
        });
    }

    /// The check of that centre's log as soon as so many events have their number and a signed checkpoint.
    static AuditReport verified(ConfigurableApplicationContext centre, long events) throws IOException, SQLException {
        await(centre.getBean(Checkpoints.class), events);
        var data = Path.of(Objects.requireNonNull(centre.getEnvironment().getProperty("hmnet.data")));
        return AuditCheck.of(data).report(centre.getBean(DataSource.class));
    }

    private static void await(Checkpoints checkpoints, long events) {
        var end = Instant.now().plus(NUMBERED_WITHIN);
        try {
            while (checkpoints.size() < events) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("Only " + checkpoints.size() + " events have a number");
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
