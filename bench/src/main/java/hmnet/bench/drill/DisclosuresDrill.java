package hmnet.bench.drill;

import hmnet.bench.disclosures.DisclosureRun;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Stage;
import java.io.IOException;

/// kill -9 of the centre or its PostgreSQL while charts, records, originals, persons and own pages are disclosed
/// (開示中の強制終了). Each answer that came whole has exactly one event, and no event stands for an answer that nothing kept
/// from coming.
final class DisclosuresDrill implements StageDrill {
    private static final int REQUESTS_FOR_A_KILL = 1_000;
    private static final int KILLS_LEAST = 3;

    @Override
    public int people(DrillSettings asked) {
        return asked.people(20);
    }

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var times = asked.times(100_000);
        var kills = Math.max(KILLS_LEAST, times / REQUESTS_FOR_A_KILL);
        try (var centre = stage.centre()) {
            Load.send(centre, stage.hospitals());
            var outcome = DisclosureRun.on(centre, stage.hospitals()).play(times, kills, asked.seed());
            var account = outcome.account();
            System.out.println("disclosures: delivered " + account.kinds() + "; " + outcome.log());
            return Verdict.of(
                    "disclosures",
                    asked.seed(),
                    outcome.passed(),
                    "requests",
                    account.requests(),
                    "delivered",
                    account.delivered(),
                    "events",
                    account.events(),
                    "without",
                    account.without(),
                    "twice",
                    account.twice(),
                    "beside",
                    account.beside(),
                    "cut",
                    account.cut(),
                    "kills",
                    outcome.kills());
        }
    }
}
