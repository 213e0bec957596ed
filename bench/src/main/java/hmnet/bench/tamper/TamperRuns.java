package hmnet.bench.tamper;

import hmnet.bench.tamper.LogUnderAttack.Finder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// Many random tamperings, each from the same sound log (改ざんの繰り返し).
final class TamperRuns {
    private static final int TOLD_MAX = 20;
    private static final List<TamperKind> KINDS = List.of(TamperKind.values());

    /// How often the log itself is looked at: what finds everything must find nothing where nothing is.
    private static final int CONTROL_EVERY = 500;

    private final LogUnderAttack log;
    private final Consumer<String> tell;
    private final Map<TamperKind, Map<Finder, Integer>> counts = new EnumMap<>(TamperKind.class);

    TamperRuns(LogUnderAttack log, Consumer<String> tell) {
        this.log = log;
        this.tell = tell;
    }

    /// How all of them went.
    record TamperOutcome(int times, int byVerify, int byWitness, int missed) {
        boolean passed() {
            return times > 0 && missed == 0;
        }

        @Override
        public String toString() {
            return "tamper: times=" + times + " found_by_verify=" + byVerify + " found_by_witness=" + byWitness
                    + " missed=" + missed + " verdict=" + (passed() ? "passed" : "failed");
        }
    }

    TamperOutcome run(int times, long seed) throws SQLException, IOException {
        var missed = 0;
        for (var n = 0; n < times; n++) {
            if (n % CONTROL_EVERY == 0 && log.finder() != Finder.NOBODY) {
                throw new IllegalStateException("The log that nobody touched is not found sound");
            }
            var lots = new SplittableRandom(seed + n);
            var kind = KINDS.get(lots.nextInt(KINDS.size()));
            var finder = log.finderOf(kind, lots);
            counts.computeIfAbsent(kind, k -> new EnumMap<>(Finder.class)).merge(finder, 1, Integer::sum);
            if (finder == Finder.NOBODY && missed++ < TOLD_MAX) {
                tell.accept("tamper: nobody found " + kind.word() + " of seed " + (seed + n));
            }
        }
        counts.forEach((kind, found) -> tell.accept("tamper: " + kind.word() + " " + found));
        return new TamperOutcome(times, sum(Finder.VERIFY), sum(Finder.WITNESS), sum(Finder.NOBODY));
    }

    private int sum(Finder finder) {
        return counts.values().stream()
                .mapToInt(found -> found.getOrDefault(finder, 0))
                .sum();
    }
}
