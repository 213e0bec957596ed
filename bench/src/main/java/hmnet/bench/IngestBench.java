package hmnet.bench;

import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Holdings;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// How fast, how cheap and how small the centre files what hospitals send (取込性能). The first tenth of each
/// hospital's files warms it up; the clock runs from there until nothing waits.
final class IngestBench {
    private static final int WARM_UP = 10;

    private IngestBench() {}

    static Result run(Home home, int people, int seed) throws IOException {
        try (var stage = Stage.of(home, people, seed);
                var centre = stage.centre()) {
            Load.send(centre, part(stage, true));
            var measured = part(stage, false);
            var before = Holdings.of(centre);
            var cpuBefore = CpuTime.seconds(centre);
            var began = System.nanoTime();
            Load.send(centre, measured);
            var seconds = (System.nanoTime() - began) / 1e9;
            var cpuSeconds = CpuTime.seconds(centre) - cpuBefore;
            var after = Holdings.of(centre);
            double resources = after.resources() - before.resources();
            var bytes = Holdings.bytes(centre);
            var line = Result.Line.of(
                    "ingest",
                    "resources_per_s",
                    Math.round(resources / seconds),
                    "messages_per_s",
                    Math.round((after.messages() - before.messages()) / seconds),
                    "cpu_ms_per_resource",
                    Result.rounded(cpuSeconds * 1000 / resources, 3),
                    "bytes_per_resource",
                    Math.round((double) bytes / after.resources()));
            return new Result(
                    "ingest",
                    Map.of(
                            "people", people,
                            "seed", seed,
                            "senders", measured.size(),
                            "messages", after.messages(),
                            "resources", after.resources(),
                            "seconds", Result.rounded(seconds, 1),
                            "cpuSeconds", Result.rounded(cpuSeconds, 1),
                            "databaseBytes", bytes),
                    List.of(line));
        }
    }

    private static List<Hospital> part(Stage stage, boolean warmUp) {
        return stage.hospitals().stream()
                .map(hospital -> {
                    var files = hospital.files();
                    var cut = files.size() / WARM_UP;
                    return hospital.with(warmUp ? files.subList(0, cut) : files.subList(cut, files.size()));
                })
                .toList();
    }
}
