package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Doctor;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.OneTimeCode;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.gateway.Credentials;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everybody who asks in the drill, signed in, and what they may ask for (開示訓練の配役): doctors, a hospital's machine, a
/// resident, an emergency room. Ties are written at once; all else goes through the pages.
final class DisclosureStage {
    private static final int KEPT = 40;
    private static final int VIEWS = 3;
    private static final String CODE_DOMAIN = "urn:oid:1.2.392.100495.20.3.51.1";
    private static final List<String> TABS =
            List.of("summary", "timeline", "medicines", "laboratory", "diagnoses", "documents");

    private final CentreProcess centre;
    private final JsonNode credentials;
    private final HttpClient http;

    private DisclosureStage(CentreProcess centre, JsonNode credentials, HttpClient http) {
        this.centre = centre;
        this.credentials = credentials;
        this.http = http;
    }

    static Wishes of(CentreProcess centre, List<Hospital> hospitals, HttpClient http) throws IOException {
        var file = centre.data().resolve("demo").resolve("credentials.json");
        return new DisclosureStage(centre, JsonMapper.shared().readTree(file.toFile()), http).wishes(hospitals);
    }

    private Wishes wishes(List<Hospital> hospitals) throws IOException {
        var wishes = new Wishes();
        try (var database = OwnerDatabase.of(centre)) {
            tie(database);
            charts(wishes, doctor("doctor1"), database);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        for (var hospital : hospitals) {
            machine(wishes, hospital.code());
        }
        ownPages(wishes);
        emergencies(wishes);
        if (!wishes.missing().isEmpty()) {
            throw new IOException("The region has nothing to ask for of " + wishes.missing());
        }
        return wishes;
    }

    /// Every doctor's facility cares for everybody, whatever they agreed to: a closed chart says why.
    private static void tie(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    insert into relation (facility, person, since, until, how)
                    select distinct s.facility, c.person, now() - interval '2 days', now() + interval '1 year', 'card'
                      from staff s cross join consent c where s.profession = 'doctor' on conflict do nothing""");
        }
    }

    private Doctor doctor(String login) throws IOException {
        for (var staff : credentials.path("staff")) {
            if (staff.path("login").asString("").equals(login)) {
                return Doctor.signIn(
                        http,
                        centre.url(),
                        login,
                        staff.path("password").asString(""),
                        OneTimeCode.of(staff.path("totpSecret").asString(""), 0));
            }
        }
        throw new IOException("The region has no " + login);
    }

    private void charts(Wishes wishes, Doctor doctor, Connection database) throws IOException, SQLException {
        var open = rows(database, "select person::text from consent where state = 'given' order by person");
        var shut = rows(database, "select person::text from consent where state <> 'given' order by person");
        var records = rows(database, """
                select '/people/' || l.person || '/records/' || r.id
                  from record r join linkage l on l.patient = r.patient join consent c on c.person = l.person
                 where r.state = 1 and c.state = 'given' order by r.id limit 200""");
        wishes.keep(
                centre,
                open.stream()
                        .flatMap(person -> TABS.stream().map(tab -> "/people/" + person + "/" + tab))
                        .map(path -> Wish.page(DisclosureKind.CHART, path, doctor.cookie()))
                        .toList(),
                KEPT);
        wishes.keep(centre, pages(DisclosureKind.RECORD, records, "", doctor), KEPT);
        wishes.keep(centre, pages(DisclosureKind.ORIGINAL, records, "/original", doctor), KEPT);
        var closed = new ArrayList<>(shut);
        IntStream.range(0, VIEWS).forEach(n -> closed.add(new UUID(0x4000, Long.MIN_VALUE | n).toString()));
        wishes.keep(
                centre,
                pages(
                        DisclosureKind.REFUSED,
                        closed.stream().map(person -> "/people/" + person).toList(),
                        "/summary",
                        doctor),
                KEPT);
    }

    private static List<Wish> pages(DisclosureKind kind, List<String> paths, String below, Doctor doctor) {
        return paths.stream()
                .map(path -> Wish.page(kind, path + below, doctor.cookie()))
                .toList();
    }

    private static List<String> rows(Connection database, String sql) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /// A hospital's machine asks about those of its own patients who have a card.
    private void machine(Wishes wishes, String hospital) throws IOException {
        var tls = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"))
                .of(hospital)
                .map(context -> context.getSocketFactory())
                .orElseThrow(() -> new IOException("No certificate for " + hospital));
        var pdqm = new ArrayList<Wish>();
        var pixm = new ArrayList<Wish>();
        for (var resident : credentials.path("residents")) {
            for (var chart : resident.path("patients")) {
                if (chart.path("facility").asString("").equals(hospital) && pdqm.size() < KEPT) {
                    var number = URLEncoder.encode(
                            CODE_DOMAIN + hospital + "|" + chart.path("number").asString(""), StandardCharsets.UTF_8);
                    pdqm.add(Wish.ofMachine(DisclosureKind.PDQM, "/fhir/Patient?identifier=" + number, tls));
                    pixm.add(Wish.ofMachine(
                            DisclosureKind.PIXM, "/fhir/Patient/$ihe-pix?sourceIdentifier=" + number, tls));
                }
            }
        }
        wishes.keep(centre, pdqm, KEPT);
        wishes.keep(centre, pixm, KEPT);
    }

    /// Those of a resident that are logged: what was provided to whom, and everything of a child whom they represent.
    private void ownPages(Wishes wishes) throws IOException {
        var resident = ResidentCookies.signIn(http, centre.url(), credentials.path("residentAccount"));
        var pages = new ArrayList<Wish>();
        pages.add(Wish.page(DisclosureKind.OWN_PAGE, "/my/third-party", resident.own()));
        resident.ofChild()
                .ifPresent(cookie -> List.of("/my", "/my/log", "/my/facilities")
                        .forEach(path -> pages.add(Wish.page(DisclosureKind.OWN_PAGE, path, cookie))));
        wishes.keep(centre, pages, KEPT);
    }

    private void emergencies(Wishes wishes) throws IOException {
        var doctor = doctor("doctor2");
        var doorway = new EmergencyDoorway(doctor);
        var searches = new ArrayList<Wish>();
        var views = new ArrayList<Wish>();
        for (var resident : credentials.path("residents")) {
            var qr = resident.path("qr").asString("");
            if (!qr.isEmpty() && views.size() < VIEWS) {
                doorway.open(qr).ifPresent(view -> {
                    views.add(Wish.page(DisclosureKind.EMERGENCY, view, doctor.cookie()));
                    searches.add(new Wish(
                            DisclosureKind.FOUND,
                            "/emergency/search",
                            EmergencyDoorway.search(qr),
                            doctor.cookie(),
                            null));
                });
            }
        }
        wishes.keep(centre, searches, KEPT);
        wishes.keep(centre, views, KEPT);
    }
}
