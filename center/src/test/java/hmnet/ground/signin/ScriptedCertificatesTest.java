package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.ScriptedPki;
import hmnet.ground.personcertificates.PersonCas;
import hmnet.ground.personcertificates.PersonWish;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The certificates of `testpki.sh`: what each is worth at the sign-in of people (A002 to A006). Its servers are
/// called in `ScriptedServersTest`.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class ScriptedCertificatesTest extends CertificateCentre {
    private static ScriptedPki pki;

    @BeforeAll
    static void build(@TempDir Path folder) {
        pki = ScriptedPki.build(folder.resolve("pki"), PersonWish.HPKI_AUTHENTICATION);
    }

    @BeforeEach
    void trustItsAuthorities() {
        personCas()
                .publishWith(
                        ScriptedPki.text(pki.caFile("hpki")),
                        ScriptedPki.text(pki.listFile("hpki")),
                        ScriptedPki.text(pki.caFile("facility")),
                        ScriptedPki.text(pki.listFile("facility")));
        PersonCas.follow(door);
    }

    @AfterEach
    void trustThemNoMore() {
        personCas().publish();
        PersonCas.follow(door);
    }

    private void noConnection(String name) {
        assertThatThrownBy(() -> handshake(pki.issued(name), "")).as(name).isInstanceOf(IOException.class);
    }

    /// Neither as a card nor with a right password.
    private void nobodyIsIn(String name, String words) {
        var issued = pki.issued(name);
        assertThat(told(issued)).as(name).contains(words);
        var browser = browser();
        show(browser, issued, "");
        assertThat(saysYes(browser).statusCode()).as(name).isEqualTo(422);
        show(browser, issued, "");
        var doctor = doctor();
        assertThat(addsPassword(browser, doctor, doctor.password()).statusCode())
                .as(name)
                .isEqualTo(422);
        assertThat(whoIs(browser)).as(name).isEqualTo("nobody");
    }

    @Test
    void nineSignNobodyIn() {
        noConnection("doctor-otherca");
        noConnection("doctor-selfsigned");
        noConnection("facility-weak");
        nobodyIsIn("doctor-revoked", "失効した証明書です");
        nobodyIsIn("doctor-expired", "証明書の有効期限が切れています");
        nobodyIsIn("doctor-future", "まだ有効期間が始まっていない");
        nobodyIsIn("facility-revoked", "失効した証明書です");
        nobodyIsIn("facility-expired", "証明書の有効期限が切れています");
        nobodyIsIn("facility-serveronly", "サインインに使う証明書ではありません");
        await(() -> !logged("certificate-refused", fingerprint(pki.issued("facility-weak")), "SHA1")
                .isEmpty());
    }

    @Test
    void sixDoctorsOfABadRoleHaveNone() {
        noConnection("doctor-huge-role");
        nobodyIsIn("doctor-foreign-scheme", "資格は、このネットワークのサインインに使えません");
        nobodyIsIn("doctor-trailing-space", "資格は、このネットワークのサインインに使えません");
        nobodyIsIn("doctor-lower-case", "資格は、このネットワークのサインインに使えません");
        nobodyIsIn("doctor-broken-role", "証明書から資格を読み取れません");
        nobodyIsIn("doctor-no-role", "証明書から資格を読み取れません");
        for (var name : new String[] {"doctor-trailing-space", "doctor-no-role"}) {
            var doctor = doctor();
            var browser = signedIn(doctor);
            show(browser, pki.issued(name), "?to=own");
            assertThat(browser.post("/sign-in-certificates", Map.of("code", doctor.code(0)))
                            .statusCode())
                    .as("no account of a doctor can register it: " + name)
                    .isEqualTo(422);
        }
    }

    /// The name asks for another facility, or the role for a doctor's rights: the device is of the desk that registered
    /// it.
    @Test
    void theTwoFacilitiesThatAskForMoreHaveADevicesRights() {
        for (var name : new String[] {"facility-escalate", "facility-inject"}) {
            var device = pki.issued(name);
            var desk = withDevice(device);
            var browser = browser();
            var page = browser.get(show(browser, device, "")).body();
            assertThat(page).contains("の端末です").doesNotContain("<script>alert");
            assertThat(saysYes(browser).statusCode())
                    .as("a device alone is nobody")
                    .isEqualTo(422);
            show(browser, device, "");
            addsPassword(browser, desk, desk.password());
            assertThat(whoIs(browser)).isEqualTo(desk.login());
            assertThat(staff.byLogin(desk.login()).orElseThrow().profession()).isEqualTo(Profession.RECEPTION);
            var list = browser.get("/sign-in-certificates/facility").body();
            assertThat(list).doesNotContain("<script>alert").contains("clinic-b");
            assertThat(list.contains("&lt;script\\&gt;")).isEqualTo(name.equals("facility-inject"));
        }
    }

    @Test
    void goodCardsSignInWhoRegisteredThem() {
        signsIn(Profession.DOCTOR, "doctor");
        signsIn(Profession.NURSE, "nurse");
        withDevice(pki.issued("facility-utf8"));
        assertThat(told(pki.issued("facility-utf8"))).contains("ひろしま診療所 受付端末");
    }

    private void signsIn(Profession profession, String name) {
        var person = withCard(profession, pki.issued(name));
        var browser = browser();
        show(browser, pki.issued(name), "");
        saysYes(browser);
        assertThat(whoIs(browser)).as(name).isEqualTo(person.login());
    }

    @Test
    void aSignatureATwofoldRoleAndAResidentAreNoCardOfAProfessional() {
        nobodyIsIn("doctor-sign", "署名用の証明書です");
        nobodyIsIn("director", "資格が 2 つ以上ある証明書です");
        noConnection("resident");
    }

    /// A006: a connection whose handshake is over, and a TLS session that its client would resume.
    @Test
    void revokedMeanwhileNeitherAKeptConnectionNorAResumedSessionCounts() throws Exception {
        var card = pki.issued("pharmacist");
        withCard(Profession.PHARMACIST, card);
        var tls = card.tls(personCas().devices().certificate());
        try (var kept = connected(tls)) {
            kept.startHandshake();
            answer(tls);
            pki.revoke("pharmacist");
            trustItsAuthorities();
            assertThat(page(kept)).contains("失効した証明書です");
        }
        try (var again = connected(tls)) {
            again.startHandshake();
            assertThat(page(again)).contains("失効した証明書です");
        }
        assertThat(logged("sign-in-refused", "certificate-revoked", fingerprint(card)))
                .hasSize(2);
    }

    private SSLSocket connected(SSLContext tls) throws IOException {
        var socket = (SSLSocket)
                tls.getSocketFactory().createSocket("localhost", door.port().orElseThrow());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /// A whole visit, so that the client holds what it may resume.
    private void answer(SSLContext tls) throws IOException {
        try (var socket = connected(tls)) {
            assertThat(page(socket)).contains("としてサインインします");
        }
    }

    /// What the page says to a browser that asked over this connection.
    private String page(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /signin/certificate/door HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        var browser = browser();
        browser.hold(TICKET, answer.split(TICKET + "=", 2)[1].split(";", 2)[0]);
        return browser.get("/signin/certificate").body();
    }
}
