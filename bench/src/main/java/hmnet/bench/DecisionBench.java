package hmnet.bench;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How long it takes to decide who sees what, and what the answer costs the chart that it opens (判定の性能): a region is
/// loaded through the real doors; then the centre's own doors are called in a process on the same data folder.
final class DecisionBench {
    private static final Pattern LINE = Pattern.compile("(?m)^(decision|closed|chart): (.*)$");
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private DecisionBench() {}

    static Result run(Home home, int people, int seed, int cases) throws IOException {
        try (var stage = Stage.of(home, people, seed)) {
            return new Result(
                    "decision",
                    Map.of("people", people, "seed", seed, "cases", cases),
                    decided(home, loaded(stage), cases, seed));
        }
    }

    private static Path loaded(Stage stage) throws IOException {
        try (var centre = stage.centre()) {
            Load.send(centre, stage.hospitals());
            return centre.data();
        }
    }

    private static List<Result.Line> decided(Home home, Path data, int cases, int seed) throws IOException {
        var told = Command.told(home.deciding(data.toString(), Integer.toString(cases), Integer.toString(seed)));
        var lines = LINE.matcher(told.output())
                .results()
                .map(line -> new Result.Line(line.group(1), figures(line.group(2))))
                .toList();
        if (lines.isEmpty()) {
            throw new IOException("The bench did not say how it went: " + told.output() + told.errors());
        }
        return lines;
    }

    private static Map<String, Object> figures(String line) {
        var figures = new LinkedHashMap<String, Object>();
        FIGURE.matcher(line).results().forEach(figure -> figures.put(figure.group(1), figure(figure.group(2))));
        return figures;
    }

    private static Object figure(String said) {
        if (!NUMBER.matcher(said).matches()) {
            return said;
        }
        return said.contains(".") ? (Object) Double.valueOf(said) : (Object) Long.valueOf(said);
    }
}
