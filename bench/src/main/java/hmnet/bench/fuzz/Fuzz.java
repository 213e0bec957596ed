package hmnet.bench.fuzz;

import hmnet.bench.fuzz.Samples.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Consumer;

/// Samples of all formats, damaged over and over (破損試験): nothing but a refusal comes out, reading costs no
/// more than 250 ms of processor a MB and 64 MB of memory at once.
public final class Fuzz {
    public static final double MILLIS_PER_MB = 250;
    public static final long LIVE_BYTES = 64L << 20;

    /// Below this a file may cost what this much may: a clock's tick and a table's first use are not its fault.
    private static final int LEAST = 64 << 10;

    private static final int AGAIN = 9;
    private static final int SHARED_AT_ONCE = 24;

    private final Consumer<String> tell;
    private final List<String> findings = new ArrayList<>();
    private final PriorityQueue<Heavy> heaviest = new PriorityQueue<>(Comparator.comparingLong(Heavy::allocated));
    private final int weighed;
    private long cases;
    private long read;
    private double worstMillisPerMb;
    private String worst = "";
    private long liveBytes;

    /// @param tell hears of each finding at once
    /// @param weighed of how many of the heaviest the memory is watched
    private Fuzz(int weighed, Consumer<String> tell) {
        this.weighed = weighed;
        this.tell = tell;
    }

    /// A case that allocated much.
    private record Heavy(Sample sample, long seed, long allocated) {}

    /// How it ended.
    ///
    /// @param worst of the cases, where and how much a MB cost
    /// @param liveBytes the most that was alive at once while a file was read
    public record FuzzResult(
            long cases, long read, List<String> findings, double millisPerMb, String worst, long liveBytes) {}

    /// Case n of seed s is case 0 of seed s + n: one finding is replayed by `--times 1` and its own seed.
    public static FuzzResult run(int times, long seed, boolean alsoShared, int weighed, Consumer<String> tell) {
        var fuzz = new Fuzz(weighed, tell);
        var own = Samples.own();
        var shared = alsoShared ? Samples.shared() : List.<Sample>of();
        for (int n = 0; n < times; n++) {
            for (var sample : own) {
                fuzz.once(sample, seed + n);
            }
            var random = new Random(seed + n);
            for (int i = 0; i < SHARED_AT_ONCE && !shared.isEmpty(); i++) {
                fuzz.once(shared.get(random.nextInt(shared.size())), seed + n);
            }
        }
        fuzz.weigh();
        return new FuzzResult(
                fuzz.cases, fuzz.read, List.copyOf(fuzz.findings), fuzz.worstMillisPerMb, fuzz.worst, fuzz.liveBytes);
    }

    private void once(Sample sample, long caseSeed) {
        var damagedSample = DamagedSample.of(sample, caseSeed);
        var trial = new Trial(
                sample.called(),
                damagedSample.bytes(),
                fault -> found(sample, caseSeed, damagedSample.how() + " " + fault));
        var cost = trial.read();
        cases++;
        read += trial.wasRead() ? 1 : 0;
        trial.goOn();
        measured(sample, caseSeed, damagedSample, cost);
    }

    private void measured(Sample sample, long caseSeed, DamagedSample damagedSample, Cost first) {
        int size = Math.max(LEAST, damagedSample.bytes().length);
        var cost = first;
        for (int i = 0; i < AGAIN && cost.millisPerMb(size) > MILLIS_PER_MB; i++) {
            var again = new Trial(sample.called(), damagedSample.bytes(), any -> {}).read();
            cost = again.cpuNanos() < cost.cpuNanos() ? again : cost;
        }
        if (cost.millisPerMb(size) > worstMillisPerMb) {
            worstMillisPerMb = cost.millisPerMb(size);
            worst = sample.name() + "/" + caseSeed;
        }
        if (cost.millisPerMb(size) > MILLIS_PER_MB) {
            found(
                    sample,
                    caseSeed,
                    damagedSample.how()
                            + String.format(
                                    Locale.ROOT,
                                    " cpu: %.0f ms for %d bytes",
                                    cost.cpuMillis(),
                                    damagedSample.bytes().length));
        }
        heaviest.add(new Heavy(sample, caseSeed, cost.allocatedBytes()));
        if (heaviest.size() > weighed) {
            heaviest.poll();
        }
    }

    /// What the heaviest allocated in all bounds what was alive; where that is too much, it is watched.
    private void weigh() {
        for (var heavy : heaviest) {
            long live = heavy.allocated();
            if (live > LIVE_BYTES) {
                var damagedSample = DamagedSample.of(heavy.sample(), heavy.seed());
                var trial = new Trial(heavy.sample().called(), damagedSample.bytes(), any -> {});
                live = LiveHeap.peakBytes(() -> {
                    trial.read();
                    return trial;
                });
                if (live > LIVE_BYTES) {
                    found(
                            heavy.sample(),
                            heavy.seed(),
                            damagedSample.how() + " memory: " + (live >> 20) + " MB at once");
                }
            }
            liveBytes = Math.max(liveBytes, live);
        }
    }

    private void found(Sample sample, long caseSeed, String what) {
        var finding = "seed=" + caseSeed + " sample=" + sample.name() + " " + what;
        findings.add(finding);
        tell.accept(finding);
    }
}
