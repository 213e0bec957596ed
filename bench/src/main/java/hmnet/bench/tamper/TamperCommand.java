package hmnet.bench.tamper;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;
import java.sql.SQLException;

/// The tampering drill in an empty centre of its own (改ざん訓練の実行): `./hmnet drill tamper` runs it, with the centre on
/// the class path.
public final class TamperCommand {
    private TamperCommand() {}

    /// @param arguments how many times, and the seed
    public static void main(String... arguments) throws IOException {
        var times = Integer.parseInt(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        RehearsalCommand.inACentre(centre -> {
            try (var log = LogUnderAttack.in(centre)) {
                System.out.println(new TamperRuns(log, System.err::println).run(times, seed));
            } catch (SQLException | IOException e) {
                throw new IllegalStateException("The drill was cut off", e);
            }
        });
    }
}
