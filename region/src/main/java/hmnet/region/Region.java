package hmnet.region;

import hmnet.region.plan.Plan;
import hmnet.region.plan.PlanFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The command of the simulated region (模擬地域のコマンド): plans it, sends what its hospitals wrote, or
/// lays it out on disk.
public final class Region {
    private static final int USAGE = 64;
    private static final String HELP = """
            usage: region plan --out DIR --people N --seed S [--today YYYY-MM-DD]   DIR/plan.json and DIR/pki
                   region send --dir DIR --mtls URL [--mllp HOST:PORT]              what a plan's hospitals wrote, to the centre;
                                                                                    with its HL7 port also what they say today
                   region tree --out DIR --people N --seed S [--today YYYY-MM-DD]   the same as folders on disk
            """;

    private final PrintStream out;
    private final PrintStream err;

    public Region(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var finished = new AtomicBoolean();
        // Being stopped is the ordinary end of a demonstration, not a failure (exit 143).
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!finished.get()) {
                Runtime.getRuntime().halt(0);
            }
        }));
        var code = 1;
        try {
            code = new Region(System.out, System.err).run(args);
        } finally {
            finished.set(true); // a crash is a failure too
        }
        System.exit(code);
    }

    /// Runs one command line in this process.
    ///
    /// @return the exit code
    public int run(String... args) {
        try {
            return run(args.length == 0 ? "" : args[0], options(args));
        } catch (IllegalArgumentException e) {
            err.println("region: " + e.getMessage());
            err.print(HELP);
            return USAGE;
        } catch (IOException | UncheckedIOException e) {
            err.println("region: " + e.getMessage());
            return 1;
        }
    }

    private int run(String verb, Map<String, String> options) throws IOException {
        switch (verb) {
            case "plan" -> {
                var folder = Path.of(given(options, "--out"));
                PemFiles.privateFolder(folder);
                Pki.write(folder);
                PlanFile.write(plan(options), folder);
            }
            case "send" -> {
                var folder = Path.of(given(options, "--dir"));
                var mtls = URI.create(given(options, "--mtls"));
                new Delivery(folder, mtls, mllp(options), Patience.USUAL, out, err).run();
            }
            case "tree" -> Tree.write(plan(options), Path.of(given(options, "--out")), err);
            default -> throw new IllegalArgumentException("no such verb: " + verb);
        }
        return 0;
    }

    private static @Nullable String mllp(Map<String, String> options) {
        var address = options.get("--mllp");
        if (address != null && !address.matches("[^:]+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("--mllp takes HOST:PORT");
        }
        return address;
    }

    private static Plan plan(Map<String, String> options) {
        return new Plan(
                Integer.parseInt(options.getOrDefault("--people", "500")),
                Long.parseLong(options.getOrDefault("--seed", "1")),
                options.containsKey("--today") ? LocalDate.parse(given(options, "--today")) : Plan.USUAL_TODAY);
    }

    private static Map<String, String> options(String... args) {
        var options = new HashMap<String, String>();
        for (var i = 1; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("cannot read: " + args[i]);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private static String given(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
