package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.OneTimeCode;
import hmnet.bench.stage.OwnerDatabase;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Doctors who are signed in, and charts that they may open (診察): everybody who agreed is tied to every facility
/// that views.
///
/// @param charts those of about 500 resources first
record Practice(List<Doctor> doctors, List<Chart> charts) {
    private static final int LARGE = 60;

    /// One person's, by what it holds.
    public record Chart(String person, long rows, long resources) {
        public String tab(String tab) {
            return "/people/" + person + "/" + tab;
        }
    }

    public static Practice of(CentreProcess centre, HttpClient http) throws IOException {
        var charts = charts(centre);
        return new Practice(doctors(centre, http), charts);
    }

    public List<Chart> large() {
        return charts.stream().limit(LARGE).toList();
    }

    public Chart smallest() {
        return charts.stream().min(Comparator.comparingLong(Chart::resources)).orElseThrow();
    }

    /// The milliseconds of every time line opened by so many clients in so many seconds, sorted.
    public List<Double> open(List<Chart> which, int clients, int seconds) throws IOException {
        return Clients.run(
                n -> doctors.get(n % doctors.size()).connect(),
                (path, page) -> {},
                which.stream().map(chart -> chart.tab("timeline")).toList(),
                clients,
                seconds);
    }

    /// Ties everybody who agreed to every facility that views, since the day before yesterday, and lists their
    /// charts: first those of about 500 resources.
    private static List<Chart> charts(CentreProcess centre) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into relation (facility, person, since, until, how)
                    select distinct s.facility, c.person, now() - interval '2 days', now() + interval '1 year', 'card'
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
                    charts.add(new Chart(rows.getString(1), rows.getLong(2), rows.getLong(3)));
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
