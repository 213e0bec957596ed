package hmnet.bench.drill;

import hmnet.bench.fuzz.Fuzz;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;

/// Samples of every format, damaged by seed, through every reader and writer (破損試験): nothing but a refusal
/// comes out, within the time and the memory a file may cost. Needs no centre.
final class FuzzDrill implements Drill {
    private static final int WEIGHED = 24;

    @Override
    public Verdict run(Home home, DrillSettings asked) {
        var outcome = Fuzz.run(
                asked.times(300), asked.seed(), true, WEIGHED, finding -> System.err.println("drill fuzz: " + finding));
        return Verdict.of(
                "fuzz",
                asked.seed(),
                outcome.cases() > 0 && outcome.findings().isEmpty(),
                "cases",
                outcome.cases(),
                "read",
                outcome.read(),
                "findings",
                outcome.findings().size(),
                "worst_cpu_ms_per_mb",
                Result.rounded(outcome.millisPerMb(), 0),
                "at",
                outcome.worst(),
                "live_mb",
                outcome.liveBytes() >> 20);
    }
}
