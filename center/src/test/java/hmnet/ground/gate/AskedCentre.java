package hmnet.ground.gate;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentAccounts;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.mtls.Machines;
import hmnet.ground.mtls.Wish;
import hmnet.ground.routes.Right;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.intake.Film;
import hmnet.record.previews.DrawableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The shared centre with one of everybody who may knock (照会者のそろった試験環境): no one signed in, each profession, a
/// desk, a doctor of a hospital that only sends, and two machines. All of them have a tie to one person and none to the
/// other, of whom the same is known.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AskedCentre extends Ward {
    private static final String FAX = "届いたファクス";
    private static final String FILM = "歩行の動画";
    private static final String SHEET = "問診票";

    @Autowired
    private SignInAccounts accounts;

    @Autowired
    private ResidentAccounts residentAccounts;

    @Autowired
    private MachineConnector connector;

    @Autowired
    private LetIn letIn;

    @LocalServerPort
    private int port;

    private FacilityId hospital = new FacilityId(0);
    private UUID record = UUID.randomUUID();
    private UUID film = UUID.randomUUID();
    private UUID sheet = UUID.randomUUID();

    PersonId tied = PersonId.fresh();
    PersonId untied = PersonId.fresh();

    List<Asker> people() throws IOException {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        var number = number();
        tied = resident(ConsentChoice.EVERYTHING, hospital, number);
        untied = resident(ConsentChoice.EVERYTHING, hospital, number());
        filed(hospital, file(number, FAX, "fax.tif", DrawableFiles.tiff(1)));
        filed(hospital, file(number, FILM, "film.mp4", new Film(1_000, 1).piece(0, 1_000)));
        filed(hospital, ReceivedFile.named("sheet.json", response(number)));
        var askers = new ArrayList<Asker>();
        askers.add(new Asker("nobody", new Browser(port)::ask, letIn));
        for (var profession : Profession.values()) {
            var kind = profession.rights().contains(Right.ISSUE) ? FacilityKind.OFFICE : FacilityKind.CLINIC;
            askers.add(signedIn(profession.word(), facility(kind), profession, false));
        }
        askers.add(signedIn("desk", facility(FacilityKind.CLINIC), Profession.RECEPTION, true));
        askers.add(signedIn("sender", facility(FacilityKind.HOSPITAL, Direction.SEND), Profession.DOCTOR, false));
        askers.add(new Asker("resident", resident()::ask, letIn));
        return askers;
    }

    /// Somebody signed in to their own pages, who is neither of the two persons.
    private Browser resident() {
        var card = card();
        var code = residentAccounts
                .issueLetter(card.holder().id(), office())
                .orElseThrow()
                .code()
                .printed();
        var browser = new Browser(port);
        browser.post("/my/first", Map.of("card", card.number().value(), "birth", "1950-02-28", "code", code));
        var password = "correct horse battery";
        browser.post("/my/password", Map.of("password", password, "again", password));
        return browser;
    }

    List<Asker> machines() {
        return List.of(machine("machine", true), machine("unenrolled", false));
    }

    private Asker signedIn(String name, FacilityId facility, Profession profession, boolean desk) {
        var login = "asks" + number();
        var id = staff.register(facility, login, "見本 花子", "ミホン ハナコ", profession, desk);
        var requester = staff.byLogin(login).orElseThrow();
        relations.begin(requester, tied, RelationOrigin.CARD);
        if (profession == Profession.DOCTOR && requester.direction().views()) {
            record = record(requester, FAX);
            film = record(requester, FILM);
            sheet = record(requester, SHEET);
        }
        return new Asker(name, SignedIn.browser(port, accounts, id, login)::ask, letIn);
    }

    private UUID record(Requester requester, String title) {
        return shown(requester, tied).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Asker machine(String name, boolean enrolled) {
        var issued = facilityCa().issue(Wish.client(name));
        if (enrolled) {
            facilities.registerCertificate(
                    hospital,
                    Machines.fingerprint(issued.certificate()),
                    issued.certificate().getSerialNumber().toString(16),
                    Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        }
        var http = issued.http(facilityCa().certificate());
        return new Asker(name, (method, address, headers) -> overTls(http, method, address, headers), letIn);
    }

    private HttpResponse<String> overTls(HttpClient http, String method, String address, String... headers) {
        var request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + connector.port().orElseThrow() + address))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .headers(headers);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + address, e);
        }
    }

    /// What stands for the variables of an address. What is only read exists, and what would be changed does not.
    Map<String, String> values(AskedRoute route, PersonId person) {
        var values = new LinkedHashMap<>(Map.of(
                "person", person.toString(),
                "other", UUID.randomUUID().toString(),
                "file", "1",
                "page", "1",
                "patient", "999999999",
                "decision", "999999999",
                "errand", "pix",
                "since", "2026-04-01",
                "prefix", "9999",
                "word", "nothing"));
        values.put("level", "0");
        values.put("way", "nothing");
        values.put("index", "x999/x999/999");
        values.put("id", route.idIsRandom() ? record.toString() : "999999999");
        values.put("code", "9999999999");
        values.put("fingerprint", "00");
        values.put("part", "999");
        values.put("carried", "nothing");
        if (route.path().endsWith("/film")) {
            values.put("id", film.toString());
        }
        if (route.reads() && route.path().startsWith("/people/{person}/forms/{id}")) {
            values.put("id", sheet.toString());
        }
        if (route.reads() && route.path().startsWith("/office/facilities/")) {
            values.put("id", Long.toString(hospital.value()));
        }
        if (route.reads() && route.path().startsWith("/office/machines/")) {
            values.put("code", facilities.get(hospital).code());
        }
        return values;
    }

    /// What somebody answered on a sheet.
    private static byte[] response(String number) {
        return """
                {"resourceType":"QuestionnaireResponse","status":"completed","authored":"2026-11-18T10:00:00+09:00",
                "questionnaire":"urn:example:sheet|1","_questionnaire":{"extension":[
                {"url":"http://hl7.org/fhir/StructureDefinition/display","valueString":"%s"}]},
                "subject":{"identifier":{"value":"%s"}},
                "item":[{"linkId":"1","text":"たばこ","answer":[{"valueBoolean":false}]}]}""".formatted(SHEET, number).getBytes(StandardCharsets.UTF_8);
    }

    /// A file with its descriptor.
    private static ReceivedFile file(String number, String title, String name, byte[] content) throws IOException {
        var descriptor = "{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}".formatted(number, title);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write(descriptor.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return new ReceivedFile(number + name + ".zip", bytes.toByteArray(), Door.FILES);
    }
}
