package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.MachineConnector;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A hospital that sends large files in pieces, and those who look at them (大きなファイルの送信と閲覧の下ごしらえ).
abstract class LargeFileWard extends Ward {
    @Autowired
    MachineConnector connector;

    @Autowired
    SignInAccounts accounts;

    @LocalServerPort
    int webPort;

    final String number = number();
    FacilityId hospital = new FacilityId(0);
    PersonId person = PersonId.fresh();

    @BeforeEach
    void somebodyIsKnownAtAHospital() {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    Machine machine() throws GeneralSecurityException {
        return Machine.of(hospital, facilities, facilityCa(), connector.port().orElseThrow());
    }

    String descriptor(String title) {
        return "{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}".formatted(number, title);
    }

    static HttpResponse<String> begun(Machine machine, long length, String metadata)
            throws IOException, InterruptedException {
        return machine.tus(
                "POST", "/inbox/uploads", new byte[0], "Upload-Length", length + "", "Upload-Metadata", metadata);
    }

    static HttpResponse<String> piece(Machine machine, String at, long offset, byte[] bytes)
            throws IOException, InterruptedException {
        return machine.tus(
                "PATCH", at, bytes, "Upload-Offset", offset + "", "Content-Type", "application/offset+octet-stream");
    }

    static long offset(HttpResponse<String> said) {
        return said.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    static String address(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    long sent(Machine machine, String name, String title, byte[] bytes) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        var at = address(begun(machine, bytes.length, Film.metadata(name, descriptor(title), digest)));
        var last = piece(machine, at, 0, bytes);
        assertThat(last.statusCode()).isEqualTo(204);
        return last.headers().firstValueAsLong("Hmnet-Inbox").orElseThrow();
    }

    /// Sends a part of a piece and breaks the connection.
    void cut(Machine machine, String at, long offset, long rest, byte[] part) throws IOException {
        try (var socket = machine.tls()
                .getSocketFactory()
                .createSocket("localhost", connector.port().orElseThrow())) {
            var out = socket.getOutputStream();
            out.write(("PATCH " + at + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: "
                            + offset + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: " + rest
                            + "\r\n\r\n")
                    .getBytes(US_ASCII));
            out.write(part);
            out.flush();
            await(() -> stands(machine, at) > offset);
        } catch (SSLException broken) {
            // the centre may see the cut first and answer it with one of its own
        }
    }

    static long stands(Machine machine, String at) {
        try {
            return offset(machine.tus("HEAD", at, new byte[0]));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void judged(long inbox) {
        await(() -> db.sql("""
                        select verdict is not null and not exists (select from inbox_waiting w where w.id = inbox)
                          from large_file where inbox = ?""").param(inbox).query(Boolean.class).single());
    }

    UUID record(String title) {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return shown(doctor, person).stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String address(UUID record) {
        return "/people/" + person + "/records/" + record + "/files/1";
    }

    Browser at(Profession profession) {
        var login = "large" + number + profession.word();
        var clinic = facility(FacilityKind.CLINIC);
        var id = staff.register(clinic, login, "見本 花子", "ミホン ハナコ", profession, false);
        relations.begin(staff.byLogin(login).orElseThrow(), person, RelationOrigin.CARD);
        return SignedIn.browser(webPort, accounts, id, login);
    }

    Path object(long inbox, String column) {
        var id = db.sql("select " + column + " from large_file where inbox = ?")
                .param(inbox)
                .query(UUID.class)
                .single()
                .toString();
        return data().resolve("files").resolve(id.substring(0, 2)).resolve(id);
    }

    /// The least of a few looks: what the centre is at beside the test comes and goes.
    static long held() throws InterruptedException {
        var least = Long.MAX_VALUE;
        for (var look = 0; look < 4; look++) {
            Thread.sleep(100L * look);
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
