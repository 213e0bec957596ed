package hmnet.bench.drill;

import hmnet.bench.stage.Home;
import java.io.IOException;

/// A fault rehearsed on a real centre (障害訓練).
interface Drill {
    Verdict run(Home home, DrillSettings asked) throws IOException;
}
