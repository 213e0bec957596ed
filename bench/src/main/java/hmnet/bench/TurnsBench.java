package hmnet.bench;

import hmnet.bench.Clients.Measurement;
import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Two builds of the centre at once, disclosing in turns (交互測定): what a machine that is quicker one minute and
/// slower the next takes from both alike is no difference between them.
final class TurnsBench {
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 4;

    private TurnsBench() {}

    private record Turn(long perSecond, double cpuMillis) {}

    /// @param beside the folder of another checkout of this repository, built
    static Result run(Home home, Path beside, int people, int seed, int clients, int times) throws IOException {
        var other = Home.at(beside.toAbsolutePath())
                .orElseThrow(() -> new IllegalArgumentException(beside + " holds no centre that was built"));
        try (var stage = Stage.of(home, people, seed);
                var second = Stage.of(other, people, seed);
                var here = stage.centre();
                var there = second.centre();
                var http = HttpClient.newHttpClient()) {
            Load.send(here, stage.hospitals());
            Load.send(there, second.hospitals());
            var ours = Practice.of(here, http);
            var theirs = Practice.of(there, http);
            for (var warming = 0; warming < 2; warming++) {
                turn(here, ours, clients, WARM_UP_SECONDS);
                turn(there, theirs, clients, WARM_UP_SECONDS);
            }
            var own = new ArrayList<Turn>();
            var others = new ArrayList<Turn>();
            for (var time = 0; time < times; time++) {
                own.add(turn(here, ours, clients, SECONDS));
                others.add(turn(there, theirs, clients, SECONDS));
            }
            var ratios = new ArrayList<Double>();
            for (var time = 0; time < times; time++) {
                ratios.add(own.get(time).cpuMillis() / others.get(time).cpuMillis());
            }
            return new Result(
                    "turns",
                    Map.of(
                            "people", people,
                            "seed", seed,
                            "clients", clients,
                            "times", times,
                            "beside", Result.revision(other)),
                    List.of(
                            line("here", own),
                            line("beside", others),
                            Result.Line.of("turns", "cpu_ratio", Result.rounded(median(ratios, r -> r), 3))));
        }
    }

    private static Turn turn(CentreProcess centre, Practice practice, int clients, int seconds) throws IOException {
        var opened = Measurement.of(centre, () -> practice.open(List.of(practice.smallest()), clients, seconds));
        return new Turn(Math.round((double) opened.millis().size() / seconds), opened.cpuMillis());
    }

    private static Result.Line line(String which, List<Turn> turns) {
        return Result.Line.of(
                "disclosures",
                "of",
                which,
                "per_s",
                Math.round(median(turns, Turn::perSecond)),
                "cpu_ms",
                Result.rounded(median(turns, Turn::cpuMillis), 2));
    }

    /// The middle one; of an even number the upper of both.
    private static <T> double median(List<T> turns, ToDoubleFunction<T> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }
}
