package hmnet.bench.decision;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;
import java.nio.file.Path;

/// The bench of decisions in the centre of a data folder that a region was loaded into (判定の測定の実行): `./hmnet bench
/// decision` runs it, with the centre on the class path.
public final class DecisionCommand {
    private static final int CHARTS = 40;
    private static final int TURNS = 10;

    /// A reader here opens more charts than a human does.
    private static final String[] UNLIMITED = {
        "--hmnet.limits.charts-hour=0",
        "--hmnet.limits.charts-day=0",
        "--hmnet.limits.charts-hour-alert=0",
        "--hmnet.limits.charts-day-alert=0",
        "--hmnet.limits.facility-hour=0",
        "--hmnet.limits.facility-hour-alert=0"
    };

    private DecisionCommand() {}

    /// @param arguments the data folder, how many cases, and the seed
    public static void main(String... arguments) throws IOException {
        var cases = Integer.parseInt(arguments[1]);
        var seed = Long.parseLong(arguments[2]);
        RehearsalCommand.inTheCentreOf(
                Path.of(arguments[0]),
                centre -> {
                    var cast = DecisionCast.of(centre, seed);
                    new DecisionRuns(centre, cast).run(cases, seed).forEach(System.out::println);
                    new GrantTurns(centre, cast).run(CHARTS, TURNS).forEach(System.out::println);
                },
                UNLIMITED);
    }
}
