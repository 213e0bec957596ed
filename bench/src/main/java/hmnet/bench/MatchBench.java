package hmnet.bench;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How fast, how big and how right a whole file is matched (一括名寄せの性能と精度): a quarter of the charts
/// first, so that growth shows; or a file of one's own with its truth.
final class MatchBench {
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=([0-9.]+)");
    private static final Pattern PAIRS = Pattern.compile("([0-9]+) candidate pairs");
    private static final int QUARTER = 4;
    private static final String HEAP = "-Xmx3g";

    private MatchBench() {}

    /// Invented charts.
    static Result run(Home home, int records, int seed) throws IOException {
        var folder = Files.createTempDirectory("hmnet-match");
        try {
            var lines = new ArrayList<Result.Line>();
            for (var count : List.of(records / QUARTER, records)) {
                var in = folder.resolve("records.csv");
                var truth = folder.resolve("truth.csv");
                Charts.write(in, truth, count, seed);
                lines.addAll(matched(home, folder, in, truth));
            }
            return new Result("match", Map.of("records", records, "seed", seed), lines);
        } finally {
            Stage.delete(folder);
        }
    }

    /// Charts of somebody's own, with the person of each.
    static Result run(Home home, Path in, @Nullable String truth) throws IOException {
        var folder = Files.createTempDirectory("hmnet-match");
        try {
            var lines = matched(home, folder, in, truth == null ? null : Path.of(truth));
            return new Result("match", Map.of("file", String.valueOf(in.getFileName())), lines);
        } finally {
            Stage.delete(folder);
        }
    }

    private static List<Result.Line> matched(Home home, Path folder, Path in, @Nullable Path truth) throws IOException {
        var out = folder.resolve("clusters.csv");
        var review = folder.resolve("review.csv");
        var command = new ArrayList<>(
                home.center("match", "--in", in.toString(), "--out", out.toString(), "--review", review.toString()));
        command.add(1, HEAP);
        var said = Command.told(command);
        var figures = new HashMap<String, Double>();
        FIGURE.matcher(said.output().strip().lines().reduce((a, b) -> b).orElse(""))
                .results()
                .forEach(figure -> figures.put(figure.group(1), Double.valueOf(figure.group(2))));
        var records = figures.getOrDefault("records", 1.0);
        var pairs = PAIRS.matcher(said.errors());
        var lines = new ArrayList<Result.Line>();
        lines.add(Result.Line.of(
                "match",
                "records",
                records.longValue(),
                "seconds",
                figures.getOrDefault("seconds", 0.0),
                "peak_mb",
                figures.getOrDefault("peak_mb", 0.0),
                "pairs_per_record",
                pairs.find() ? Result.rounded(Long.parseLong(pairs.group(1)) / records, 2) : 0,
                "review_per_1000",
                Result.rounded(figures.getOrDefault("review", 0.0) * 1000 / records, 2)));
        if (truth != null) {
            lines.addAll(judged(new Accuracy(truth, out, review)));
        }
        return lines;
    }

    private static List<Result.Line> judged(Accuracy accuracy) {
        var lines = new ArrayList<Result.Line>();
        lines.add(Result.Line.of(
                "accuracy",
                "f1",
                Result.rounded(accuracy.f1(), 4),
                "precision",
                Result.rounded(accuracy.precision(), 5),
                "recall",
                Result.rounded(accuracy.recall(), 4),
                "wrong_merges_per_million",
                Math.round(accuracy.wrongMergesPerMillion()),
                "recall_after_review",
                Result.rounded(accuracy.recallAfter(), 4)));
        var slips = new ArrayList<Object>();
        accuracy.bySlip().forEach((slip, found) -> {
            slips.add(slip);
            slips.add(Result.rounded(found.joined(), 3));
        });
        lines.add(Result.Line.of("recall_by_slip", slips.toArray()));
        return lines;
    }
}
