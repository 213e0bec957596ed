package hmnet.bench.exposure;

import hmnet.bench.rehearsal.RehearsalCommand;
import hmnet.ground.audit.Exposures;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The questions of an incident to a large log, in an empty centre of its own (漏えい時の照会の測定の実行): `./hmnet drill
/// exposure` runs it, with the centre on the class path.
public final class ExposureCommand {
    private static final double MARK_MS = 2_000;
    private static final double NANOS = 1e9;

    private ExposureCommand() {}

    /// @param arguments how many events, and the seed
    public static void main(String... arguments) throws IOException {
        var events = Long.parseLong(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        RehearsalCommand.inACentre(centre -> {
            try {
                var began = System.nanoTime();
                var keys = centre.getBean(Keys.class);
                var begin = new LogFilling(centre.getBean(Accounts.class), keys).fill(events, seed, false);
                var filled = (System.nanoTime() - began) / NANOS;
                var outcome = new ExposureRuns(
                                new Exposures(centre.getBean(JdbcClient.class), keys), System.err::println)
                        .run(seed, events, begin);
                System.out.println(outcome + " events=" + events + " fill_seconds="
                        + String.format(Locale.ROOT, "%.0f", filled) + " verdict="
                        + (outcome.within(MARK_MS) ? "passed" : "failed"));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The drill was cut off", e);
            }
        });
    }
}
