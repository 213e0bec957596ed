package hmnet.ground.gate;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
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
import java.awt.image.BufferedImage;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The shared centre with one of everybody who may knock (照会者のそろった試験環境): no one signed in, each profession, a
/// desk, a doctor of a hospital that only sends, and two machines. All of them have a tie to one person and none to the
/// other, of whom the same is known.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AskedCentre extends Ward {
    @Autowired
    private SignInAccounts accounts;

    @Autowired
    private MachineConnector connector;

    @Autowired
    private LetIn letIn;

    @LocalServerPort
    private int port;

    private FacilityId hospital = new FacilityId(0);
    private UUID record = UUID.randomUUID();

    PersonId tied = PersonId.fresh();
    PersonId untied = PersonId.fresh();

    List<Asker> people() throws IOException {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        var number = number();
        tied = resident(ConsentChoice.EVERYTHING, hospital, number);
        untied = resident(ConsentChoice.EVERYTHING, hospital, number());
        filed(hospital, photograph(number));
        var askers = new ArrayList<Asker>();
        askers.add(new Asker("nobody", new Browser(port)::ask, letIn));
        for (var profession : Profession.values()) {
            var kind = profession.rights().contains(Right.ISSUE) ? FacilityKind.OFFICE : FacilityKind.CLINIC;
            askers.add(signedIn(profession.word(), facility(kind), profession, false));
        }
        askers.add(signedIn("desk", facility(FacilityKind.CLINIC), Profession.RECEPTION, true));
        askers.add(signedIn("sender", facility(FacilityKind.HOSPITAL, Direction.SEND), Profession.DOCTOR, false));
        return askers;
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
            record = shown(requester, tied).getFirst().id();
        }
        return new Asker(name, SignedIn.browser(port, accounts, id, login)::ask, letIn);
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
        values.put("index", "x999/x999/999");
        values.put("id", route.idIsRandom() ? record.toString() : "999999999");
        values.put("code", "9999999999");
        values.put("fingerprint", "00");
        values.put("part", "999");
        if (route.reads() && route.path().startsWith("/office/facilities/")) {
            values.put("id", Long.toString(hospital.value()));
        }
        if (route.reads() && route.path().startsWith("/office/machines/")) {
            values.put("code", facilities.get(hospital).code());
        }
        return values;
    }

    /// A photograph with its descriptor.
    private static ReceivedFile photograph(String number) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        var descriptor = "{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"創部の写真\"}".formatted(number);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write(descriptor.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("photo.png"));
            zip.write(picture.toByteArray());
        }
        return new ReceivedFile(number + ".zip", bytes.toByteArray(), Door.FILES);
    }
}
