package hmnet.command;

import hmnet.people.bulkmatching.BulkMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// `match`: the charts of a file joined into persons, and the pairs that a human should see; or the weights
/// learned from it.
final class MatchVerb {
    private static final String USAGE =
            "match --in records.csv[.gz] --out clusters.csv [--review review.csv] | --weights FILE";
    private static final Path STATUS = Path.of("/proc/self/status");

    private MatchVerb() {}

    static void run(String[] arguments) throws IOException {
        var options = new Options(arguments, USAGE, "in", "out", "review", "weights");
        if (!options.has("in") || options.has("out") == options.has("weights")) {
            throw new Usage(USAGE);
        }
        var in = Path.of(options.get("in", ""));
        if (!Files.isReadable(in)) {
            throw new Usage(USAGE + "; " + in + " cannot be read");
        }
        var began = System.nanoTime();
        if (options.has("weights")) {
            learn(in, Path.of(options.get("weights", "")));
            System.out.printf(Locale.ROOT, "learned: seconds=%.1f%n", (System.nanoTime() - began) / 1e9);
            return;
        }
        var sum = BulkMatch.run(
                in,
                Path.of(options.get("out", "")),
                options.has("review") ? Path.of(options.get("review", "")) : null,
                line -> System.err.println("match: " + line));
        System.out.printf(
                Locale.ROOT,
                "matched: records=%d clusters=%d review=%d seconds=%.1f peak_mb=%d%n",
                sum.records(),
                sum.clusters(),
                sum.review(),
                (System.nanoTime() - began) / 1e9,
                peakMegabytes());
    }

    private static void learn(Path in, Path out) throws IOException {
        var weights = BulkMatch.learn(in, line -> System.err.println("match: " + line));
        try (var writer = Files.newBufferedWriter(out)) {
            weights.write(writer);
        }
    }

    /// The most memory this process has held, as the kernel counts it.
    private static long peakMegabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return Runtime.getRuntime().totalMemory() >> 20;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    >> 10;
        }
    }
}
