package hmnet.bench;

import hmnet.bench.Clients.Measurement;
import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// How long each tab of a chart takes, and how much of it travels (統合ビューワの性能): over real connections, each opening
/// with its decision and its committed audit event.
final class ViewerBench {
    private static final List<String> TABS = List.of("summary", "timeline", "medicines", "laboratory");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]* src=\"([^\"]+)\"");
    private static final Pattern STYLE = Pattern.compile("<link[^>]* rel=\"stylesheet\"[^>]* href=\"([^\"]+)\"");
    /// What is opened of a long chart; searched for are a word of many orders and one of none.
    private static final List<String> LONG = List.of(
            "summary",
            "timeline",
            "laboratory",
            "medicines",
            "documents",
            "diagnoses",
            "admissions",
            "search?q=%E3%83%98%E3%83%A2%E3%82%B0%E3%83%AD%E3%83%93%E3%83%B3",
            "search?q=%E3%81%AA%E3%81%84%E3%81%93%E3%81%A8%E3%81%B0");

    private static final int LONG_TIMES = 8;
    private static final int WARM_UP_SECONDS = 15;
    private static final int SECONDS = 15;

    private ViewerBench() {}

    /// @param residents how many more people stand in the store than those whose charts are opened
    /// @param items how many rows the longest chart has at the end; 0 leaves it as it is
    static Result run(Home home, int people, int seed, int clients, int residents, int items) throws IOException {
        try (var stage = Stage.of(home, people, seed);
                var centre = stage.centre();
                var http = HttpClient.newHttpClient()) {
            Load.send(centre, stage.hospitals());
            if (residents > 0) {
                Townsfolk.move(centre, stage.hospitals().getFirst().code(), residents);
            }
            var practice = Practice.of(centre, http);
            var charts = practice.large();
            var lines = new ArrayList<Result.Line>();
            for (var tab : TABS) {
                open(practice, charts, tab, clients, WARM_UP_SECONDS);
            }
            for (var tab : TABS) {
                for (var atOnce : List.of(1, clients)) {
                    lines.add(line(centre, practice, charts, tab, atOnce));
                }
            }
            for (var tab : TABS) {
                lines.add(weight(practice.doctors().getFirst(), charts.getFirst(), tab));
            }
            lines.addAll(painted(http, practice.doctors().getFirst(), charts.getFirst()));
            if (items > 0) {
                lines.addAll(longest(
                        centre,
                        practice.doctors().getFirst(),
                        LongChart.grown(centre, stage.hospitals(), practice.charts(), items)));
            }
            var rows = charts.stream().mapToLong(Practice.Chart::rows).sum() / charts.size();
            return new Result(
                    "viewer",
                    Map.of(
                            "people", people,
                            "seed", seed,
                            "residents", residents,
                            "charts", practice.charts().size(),
                            "opened", charts.size(),
                            "items", items,
                            "rowsPerChart", rows),
                    lines);
        }
    }

    private static List<Double> open(
            Practice practice, List<Practice.Chart> charts, String tab, int clients, int seconds) throws IOException {
        return Clients.run(
                n -> practice.doctors().get(n % practice.doctors().size()).connect(),
                (path, page) -> {},
                charts.stream().map(chart -> chart.tab(tab)).toList(),
                clients,
                seconds);
    }

    private static Result.Line line(
            CentreProcess centre, Practice practice, List<Practice.Chart> charts, String tab, int clients)
            throws IOException {
        var opened = Measurement.of(centre, () -> open(practice, charts, tab, clients, SECONDS));
        var openings = opened.millis().size();
        return Result.Line.of(
                "viewer",
                "tab",
                tab,
                "clients",
                clients,
                "n",
                openings,
                "p50_ms",
                opened.percentile(50),
                "p95_ms",
                opened.percentile(95),
                "cpu_ms",
                opened.cpuMillis(),
                "processors",
                Result.rounded(openings * opened.cpuMillis() / 1000 / SECONDS, 2));
    }

    /// Each view of one long chart, some times by one reader.
    private static List<Result.Line> longest(CentreProcess centre, Doctor doctor, Practice.Chart chart)
            throws IOException {
        var lines = new ArrayList<Result.Line>();
        try (var connection = doctor.connect()) {
            for (var tab : LONG) {
                var first = connection.open(chart.tab(tab)).millis();
                var opened = Measurement.of(centre, () -> again(connection, chart.tab(tab)));
                var seconds = opened.millis().stream().mapToDouble(one -> one).sum() / 1000;
                lines.add(Result.Line.of(
                        "long",
                        "tab",
                        tab,
                        "rows",
                        chart.rows(),
                        "first_ms",
                        Result.rounded(first, 1),
                        "p50_ms",
                        opened.percentile(50),
                        "max_ms",
                        Result.rounded(opened.millis().getLast(), 1),
                        "cpu_ms",
                        opened.cpuMillis(),
                        "processors",
                        Result.rounded(LONG_TIMES * opened.cpuMillis() / 1000 / seconds, 2)));
            }
        }
        return lines;
    }

    private static List<Double> again(Connection connection, String path) throws IOException {
        var millis = new ArrayList<Double>();
        for (var time = 0; time < LONG_TIMES; time++) {
            millis.add(connection.open(path).millis());
        }
        return millis.stream().sorted().toList();
    }

    private static List<Result.Line> painted(HttpClient http, Doctor doctor, Practice.Chart chart) throws IOException {
        var browser = PaintTimes.open(http);
        if (browser.isEmpty()) {
            return List.of(Result.Line.of("paint", "browser", "absent"));
        }
        try (var open = browser.get()) {
            return open.lines(doctor, chart.tab(TABS.getFirst()), TABS.getFirst());
        }
    }

    /// What a browser fetches before it can paint: the page, its styles and its scripts, as they travel.
    private static Result.Line weight(Doctor doctor, Practice.Chart chart, String tab) throws IOException {
        var page = sent(doctor, chart.tab(tab));
        var text = new String(plain(page), StandardCharsets.UTF_8);
        return Result.Line.of(
                "weight",
                "tab",
                tab,
                "page_kb",
                kilobytes(page.body().length),
                "styles_kb",
                kilobytes(linked(doctor, text, STYLE)),
                "scripts_kb",
                kilobytes(linked(doctor, text, SCRIPT)));
    }

    private static long linked(Doctor doctor, String page, Pattern kind) throws IOException {
        var bytes = 0L;
        for (var found : kind.matcher(page).results().toList()) {
            bytes += sent(doctor, found.group(1)).body().length;
        }
        return bytes;
    }

    private static HttpResponse<byte[]> sent(Doctor doctor, String path) throws IOException {
        var request = HttpRequest.newBuilder(doctor.url().resolve(URI.create(path)))
                .header("Cookie", doctor.cookie())
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            var answer = doctor.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answered " + answer.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            return answer.body();
        }
        try (var open = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return open.readAllBytes();
        }
    }

    private static double kilobytes(long bytes) {
        return Result.rounded(bytes / 1000.0, 1);
    }
}
