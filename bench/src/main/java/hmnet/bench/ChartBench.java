package hmnet.bench;

import hmnet.bench.Clients.Measurement;
import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How long a doctor waits for a chart, and how many the centre discloses in a second (開示性能): the time
/// line over real connections, each with its decision and its committed audit event.
final class ChartBench {
    private static final int WARM_UP_SECONDS = 60;
    private static final int SECONDS = 15;

    private ChartBench() {}

    static Result run(Home home, int people, int seed, int clients) throws IOException {
        try (var stage = Stage.of(home, people, seed);
                var centre = stage.centre();
                var http = HttpClient.newHttpClient()) {
            Load.send(centre, stage.hospitals());
            var practice = Practice.of(centre, http);
            var large = practice.large();
            practice.open(large, clients, WARM_UP_SECONDS);
            var lines = new ArrayList<Result.Line>();
            for (var atOnce : List.of(1, clients)) {
                var opened = Measurement.of(centre, () -> practice.open(large, atOnce, SECONDS));
                lines.add(Result.Line.of(
                        "chart",
                        "clients",
                        atOnce,
                        "n",
                        opened.millis().size(),
                        "p50_ms",
                        opened.percentile(50),
                        "p95_ms",
                        opened.percentile(95),
                        "cpu_ms",
                        opened.cpuMillis()));
            }
            lines.add(disclosures(centre, practice, clients));
            return new Result(
                    "chart",
                    Map.of(
                            "people",
                            people,
                            "seed",
                            seed,
                            "sessions",
                            practice.doctors().size(),
                            "charts",
                            large.size(),
                            "rowsPerChart",
                            large.stream().mapToLong(Practice.Chart::rows).sum() / large.size(),
                            "resourcesPerChart",
                            large.stream().mapToLong(Practice.Chart::resources).sum() / large.size(),
                            "resourcesOfSmallest",
                            practice.smallest().resources()),
                    lines);
        }
    }

    /// The processors are busy and nobody waits for a lock: then they are the limit, and not one that all share.
    private static Result.Line disclosures(CentreProcess centre, Practice practice, int clients) throws IOException {
        try (var waits = Waits.of(centre)) {
            var opened = Measurement.of(centre, () -> practice.open(List.of(practice.smallest()), clients, SECONDS));
            var openings = opened.millis().size();
            return Result.Line.of(
                    "disclosures",
                    "clients",
                    clients,
                    "per_s",
                    Math.round((double) openings / SECONDS),
                    "cpu_ms",
                    opened.cpuMillis(),
                    "processors",
                    Result.rounded(openings * opened.cpuMillis() / 1000 / SECONDS, 2),
                    "of",
                    Runtime.getRuntime().availableProcessors(),
                    "waiting_for_locks",
                    Result.rounded(waits.mean(), 3));
        }
    }
}
