package hmnet.bench;

import hmnet.bench.mixes.MixedRegion;
import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How right an unseen region is matched (未知の地域の名寄せ精度): several made-up regions, each with its own shares of
/// moves, marriages, foreigners, babies, twins, namesakes and errors, and between what and what the figures lie.
final class RegionsBench {
    private final Map<String, List<Double>> figures = new TreeMap<>();

    private RegionsBench() {}

    /// @param first the number of the first region; weights and rules were chosen on the regions below a hundred
    static Result run(Home home, int regions, int first, int records) throws IOException {
        var bench = new RegionsBench();
        var lines = new ArrayList<Result.Line>();
        var folder = Files.createTempDirectory("hmnet-regions");
        try {
            var in = folder.resolve("records.csv");
            var truth = folder.resolve("truth.csv");
            var out = folder.resolve("clusters.csv");
            var review = folder.resolve("review.csv");
            for (var region = first; region < first + regions; region++) {
                MixedRegion.write(in, truth, records, region);
                Command.told(home.center(
                        "match", "--in", in.toString(), "--out", out.toString(), "--review", review.toString()));
                lines.add(bench.judged(region, new Accuracy(truth, out, review), records));
            }
        } finally {
            Stage.delete(folder);
        }
        bench.figures.forEach((name, values) -> lines.add(spread(name, values)));
        return new Result("regions", Map.of("records", records, "first", first, "regions", regions), lines);
    }

    private Result.Line judged(int region, Accuracy accuracy, int records) {
        var asked = accuracy.asked() * 1000.0 / records;
        note("all f1", accuracy.f1());
        note("all recall_after_review", accuracy.recallAfter());
        note("all wrong_merges_per_million", accuracy.wrongMergesPerMillion());
        note("all review_per_1000", asked);
        accuracy.bySlip().forEach((slip, found) -> {
            note(slip + " recall", found.joined());
            note(slip + " recall_after_review", found.joinedAfter());
        });
        return Result.Line.of(
                "region",
                "number",
                region,
                "f1",
                Result.rounded(accuracy.f1(), 4),
                "wrong_merges_per_million",
                Math.round(accuracy.wrongMergesPerMillion()),
                "review_per_1000",
                Result.rounded(asked, 2),
                "recall_after_review",
                Result.rounded(accuracy.recallAfter(), 4));
    }

    private void note(String name, double value) {
        figures.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static Result.Line spread(String name, List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return Result.Line.of(
                name,
                "min",
                Result.rounded(Collections.min(sorted), 4),
                "median",
                Result.rounded(median, 4),
                "max",
                Result.rounded(Collections.max(sorted), 4));
    }
}
