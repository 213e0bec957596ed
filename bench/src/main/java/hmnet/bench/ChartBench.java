package hmnet.bench;

import hmnet.bench.Clients.Measured;
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
            var small = List.of(practice.smallest());
            practice.open(large, clients, WARM_UP_SECONDS);
            var lines = new ArrayList<Result.Line>();
            for (var atOnce : List.of(1, clients)) {
                var opened = Measured.of(centre, () -> practice.open(large, atOnce, SECONDS));
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
            var opened = Measured.of(centre, () -> practice.open(small, clients, SECONDS));
            lines.add(Result.Line.of(
                    "disclosures",
                    "clients",
                    clients,
                    "per_s",
                    Math.round((double) opened.millis().size() / SECONDS),
                    "cpu_ms",
                    opened.cpuMillis()));
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
}
