package hmnet.bench;

import hmnet.bench.Clients.Measured;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

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
            var charts = charts(centre);
            var doctors = doctors(centre, http);
            var large = charts.stream().map(Chart::path).limit(60).toList();
            var smallest = charts.stream()
                    .min(Comparator.comparingLong(Chart::resources))
                    .orElseThrow();
            var small = List.of(smallest.path());
            open(doctors, large, clients, WARM_UP_SECONDS);
            var lines = new ArrayList<Result.Line>();
            for (var atOnce : List.of(1, clients)) {
                var opened = Measured.of(centre, () -> open(doctors, large, atOnce, SECONDS));
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
            var opened = Measured.of(centre, () -> open(doctors, small, clients, SECONDS));
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
                            doctors.size(),
                            "charts",
                            large.size(),
                            "rowsPerChart",
                            charts.stream().limit(60).mapToLong(Chart::rows).sum() / large.size(),
                            "resourcesPerChart",
                            charts.stream()
                                            .limit(60)
                                            .mapToLong(Chart::resources)
                                            .sum()
                                    / large.size(),
                            "resourcesOfSmallest",
                            smallest.resources()),
                    lines);
        }
    }

    private static List<Double> open(List<Doctor> doctors, List<String> paths, int clients, int seconds)
            throws IOException {
        return Clients.run(n -> doctors.get(n % doctors.size()).connect(), (path, page) -> {}, paths, clients, seconds);
    }

    private record Chart(String path, long rows, long resources) {}

    /// Ties everybody who agreed to every facility that views, and lists their charts: first those of about 500
    /// resources.
    private static List<Chart> charts(CentreProcess centre) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into relation (facility, person, until, how)
                    select distinct s.facility, c.person, now() + interval '1 year', 'card'
                      from staff s cross join consent c where c.state = 'given' and s.profession = 'doctor'
                        on conflict do nothing""");
            statement.execute("analyze");
            var charts = new ArrayList<Chart>();
            try (var rows = statement.executeQuery("""
                    select l.person, count(*), sum(r.resources)
                      from record r join linkage l on l.patient = r.patient join consent c on c.person = l.person
                     where r.state = 1 and c.state = 'given'
                     group by l.person order by abs(sum(r.resources) - 500), l.person""")) {
                while (rows.next()) {
                    charts.add(
                            new Chart("/people/" + rows.getString(1) + "/timeline", rows.getLong(2), rows.getLong(3)));
                }
            }
            return charts;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// Three sessions of each doctor: a code opens one, and those of the steps before and after now count too.
    private static List<Doctor> doctors(CentreProcess centre, HttpClient http) throws IOException {
        var credentials = JsonMapper.shared()
                .readTree(centre.data()
                        .resolve("demo")
                        .resolve("credentials.json")
                        .toFile());
        var doctors = new ArrayList<Doctor>();
        for (var staff : credentials.path("staff")) {
            if (staff.path("profession").asString("").equals("doctor")) {
                for (var step = -1; step <= 1; step++) {
                    doctors.add(Doctor.signIn(
                            http,
                            centre.url(),
                            staff.path("login").asString(""),
                            staff.path("password").asString(""),
                            OneTimeCode.of(staff.path("totpSecret").asString(""), step)));
                }
            }
        }
        return doctors;
    }
}
