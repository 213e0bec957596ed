package hmnet.bench;

import java.io.IOException;

/// A fault rehearsed on a real centre (障害訓練).
interface Drill {
    Verdict run(Home home, Asked asked) throws IOException;
}
