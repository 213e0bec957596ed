package hmnet.bench;

import hmnet.bench.drill.DrillSettings;
import hmnet.bench.drill.Drills;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/// The command of benches and drills (性能測定・障害訓練のコマンド).
final class Bench {
    private static final int USAGE = 64;
    private static final int MISSING = 69;
    private static final String HELP = """
            usage: bench ingest|chart|receive [--people 300] [--seed 11] [--clients 16]
                   bench viewer [--people 300] [--seed 11] [--clients 16] [--residents 1000000] [--items 131000]
                   bench turns --beside DIR [--times 10] [--people 60] [--clients 16]
                   bench decision [--people 300] [--seed 11] [--cases 20000]
                   bench readers
                   bench match [--records 1000000] [--seed 11] | --in CSV [--truth CSV]
                         | --regions 8 [--first 101] [--records 30000]
                   bench arrivals [--charts 1000000] [--arrivals 5000] [--seed 11]
                   pdq [--people 1000000] [--clients 16]
                   drill NAME [--times N | --seconds N] [--seed S] [--people N] [--shares A,B,C]
                         NAME:\s""" + Drills.names();

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        try {
            return run(arguments.length == 0 ? "" : arguments[0], arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println(HELP);
            return USAGE;
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    private static int run(String verb, String... arguments) throws IOException {
        return switch (verb) {
            case "ingest" ->
                bench(
                        arguments,
                        (home, options) ->
                                IngestBench.run(home, options.number("--people", 300), options.number("--seed", 11)));
            case "chart" ->
                bench(
                        arguments,
                        (home, options) -> ChartBench.run(
                                home,
                                options.number("--people", 300),
                                options.number("--seed", 11),
                                options.number("--clients", 16)));
            case "viewer" ->
                bench(
                        arguments,
                        (home, options) -> ViewerBench.run(
                                home,
                                options.number("--people", 300),
                                options.number("--seed", 11),
                                options.number("--clients", 16),
                                options.number("--residents", 1_000_000),
                                options.number("--items", 131_000)));
            case "receive" ->
                bench(
                        arguments,
                        (home, options) -> ReceiveBench.run(
                                home,
                                options.number("--people", 3000),
                                options.number("--seed", 11),
                                options.number("--clients", 16)));
            case "decision" ->
                bench(
                        arguments,
                        (home, options) -> DecisionBench.run(
                                home,
                                options.number("--people", 300),
                                options.number("--seed", 11),
                                options.number("--cases", 20_000)));
            case "turns" ->
                bench(
                        arguments,
                        (home, options) -> TurnsBench.run(
                                home,
                                options.beside(),
                                options.number("--people", 60),
                                options.number("--seed", 11),
                                options.number("--clients", 16),
                                Math.max(1, options.number("--times", 10))));
            case "readers" -> bench(arguments, (home, options) -> ReadersBench.run());
            case "match" -> bench(arguments, Bench::match);
            case "arrivals" ->
                bench(
                        arguments,
                        (home, options) -> ArrivalsBench.run(
                                home,
                                options.number("--charts", 1_000_000),
                                options.number("--arrivals", 5000),
                                options.number("--seed", 11)));
            case "pdq" ->
                bench(
                        arguments,
                        (home, options) -> PdqBench.run(
                                home, options.number("--people", 1_000_000), options.number("--clients", 16)));
            case "drill" -> drill(arguments);
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        };
    }

    private static Result match(Home home, BenchOptions options) throws IOException {
        var regions = options.number("--regions", 0);
        if (regions > 0) {
            return RegionsBench.run(home, regions, options.number("--first", 101), options.number("--records", 30_000));
        }
        var in = options.get("--in");
        return in == null
                ? MatchBench.run(home, options.number("--records", 1_000_000), options.number("--seed", 11))
                : MatchBench.run(home, Path.of(in), options.get("--truth"));
    }

    /// One bench, with its options.
    private interface BenchRun {
        Result run(Home home, BenchOptions options) throws IOException;
    }

    private static int bench(String[] arguments, BenchRun measuring) throws IOException {
        var options = BenchOptions.of(1, arguments);
        var home = Home.find();
        if (home.isEmpty()) {
            return missing();
        }
        var result = measuring.run(home.get(), options);
        result.lines().forEach(System.out::println);
        result.keep(home.get());
        return 0;
    }

    private static int missing() {
        System.err.println("bench: the centre is not built; run ./hmnet build");
        return MISSING;
    }

    private static int drill(String... arguments) throws IOException {
        var name = arguments.length > 1 ? arguments[1] : "";
        if (!Drills.has(name)) {
            throw new IllegalArgumentException("no such drill: " + name);
        }
        var options = BenchOptions.of(2, arguments);
        var times = options.number("--times", options.number("--seconds", 0));
        var seed = options.number("--seed", 1);
        var people = options.number("--people", 0);
        var shares = Objects.requireNonNullElse(options.get("--shares"), "");
        var home = Home.find();
        if (home.isEmpty()) {
            return missing();
        }
        if (Drills.needsStrace(name) && !onPath("strace")) {
            System.err.println("bench: the drill flush needs strace; install it with: apt-get install -y strace");
            return MISSING;
        }
        return Drills.run(name, home.get(), new DrillSettings(times, seed, people, shares)) ? 0 : 1;
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
