package hmnet.bench.drill;

import hmnet.bench.stage.Home;
import hmnet.bench.stage.Stage;
import java.io.IOException;

/// A drill on a region small enough to lie in memory (小規模訓練). Several may share a stage.
interface StageDrill extends Drill {
    /// How many residents it wants.
    int people(DrillSettings asked);

    Verdict run(Stage stage, DrillSettings asked) throws IOException;

    @Override
    default Verdict run(Home home, DrillSettings asked) throws IOException {
        try (var stage = Stage.of(home, people(asked), asked.seed())) {
            return run(stage, asked);
        }
    }
}
