package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.Issued;
import hmnet.ground.personcertificates.PersonCas;
import hmnet.ground.personcertificates.PersonPki;
import hmnet.ground.personcertificates.PersonWish;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/// An HPKI card signs its holder in, and nobody else (S002, S011, S012, A002, A004, A006).
class CertificateSignInTest extends CertificateCentre {
    @Test
    void theHolderSignsInByTheCardAlone() {
        var card = card("Medical Doctor");
        var doctor = withCard(Profession.DOCTOR, card);
        var browser = browser();
        assertThat(browser.get("/signin").body()).contains("カード・証明書でサインイン");
        assertThat(show(browser, card, "?return=/sample/me")).isEqualTo("/signin/certificate?return=/sample/me");
        assertThat(browser.get("/signin/certificate").body())
                .contains("見本 花子 さん")
                .contains("HIROSHIMA TARO");
        assertThat(whoIs(browser)).as("before the yes").isEqualTo("nobody");
        assertThat(location(saysYes(browser))).isEqualTo("/sample/me");
        assertThat(whoIs(browser)).isEqualTo(doctor.login());
        assertThat(logged("sign-in\"", "\"factor\":\"hpki\"", fingerprint(card)))
                .hasSize(1);
        assertThat(browser.get("/sign-in-certificates").body()).contains("最後に使った日時");
    }

    @Test
    void aCardThatNobodyRegisteredIsToldSo() {
        var card = card("Medical Doctor");
        assertThat(told(card)).contains("登録されていない証明書です");
        assertThat(logged("sign-in-refused", "certificate-not-registered", fingerprint(card)))
                .hasSize(1);
    }

    /// S012.
    @Test
    void aSignatureCertificateNeverSignsIn() {
        var signs = personCas()
                .hpki()
                .issue(PersonWish.card("Medical Doctor")
                        .usage(KeyUsage.nonRepudiation)
                        .extended());
        assertThat(told(signs)).contains("署名用の証明書です。認証用の証明書を選んでください。");
        var both = personCas()
                .hpki()
                .issue(PersonWish.card("Medical Doctor").usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        assertThat(told(both)).contains("署名用の証明書です");
    }

    @Test
    void whatIsWrongWithACardIsToldInWordsToActOn() {
        var now = Instant.now();
        var hpki = personCas().hpki();
        var doctor = PersonWish.card("Medical Doctor");
        assertThat(told(hpki.issue(doctor.between(now.minusSeconds(90), now.minusSeconds(30)))))
                .contains("証明書の有効期限が切れています");
        assertThat(told(hpki.issue(doctor.between(now.plusSeconds(600), now.plusSeconds(900)))))
                .contains("まだ有効期間が始まっていない");
        assertThat(told(hpki.issue(doctor.policy("1.2.392.100495.1.5.1.1.0.1"))))
                .as("the policy of test cards")
                .contains("HPKI の認証用（個人）の証明書ではありません");
        assertThat(told(hpki.issue(doctor.policy("")))).contains("HPKI の認証用（個人）の証明書ではありません");
        assertThat(told(hpki.issue(doctor.extended(KeyPurposeId.id_kp_serverAuth))))
                .contains("サインインに使う証明書ではありません");
        assertThat(told(hpki.issue(doctor.role(null)))).contains("証明書から資格を読み取れません");
        assertThat(told(hpki.issue(PersonWish.card("Medical Doctor ")))).contains("資格は、このネットワークのサインインに使えません");
        assertThat(told(hpki.issue(PersonWish.card("Radiological Technologist"))))
                .contains("資格は、このネットワークのサインインに使えません");
    }

    @Test
    void aRevokedCardIsRefusedAndSaysWhatToDo() {
        var card = card("Medical Doctor");
        withCard(Profession.DOCTOR, card);
        revoked(card);
        assertThat(told(card)).contains("失効した証明書です");
        assertThat(logged("sign-in-refused", "certificate-revoked", fingerprint(card)))
                .hasSize(1);
    }

    @Test
    void whoHasNoCertificateIsLedBackWithoutAnything() throws Exception {
        var tls = Issued.tlsWithoutCertificate(personCas().devices().certificate());
        try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
            var answer =
                    client.send(HttpRequest.newBuilder(doorAddress("")).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(location(answer)).isEqualTo("/signin/certificate?told=none");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.body()).isEmpty();
        }
        assertThat(browser().get("/signin/certificate?told=none").body()).contains("証明書が選ばれませんでした");
    }

    @Test
    void strangersGetNoConnectionAndAreInTheAuditLog() {
        var hostile = new PersonPki("hpki persons").issue(PersonWish.card("Medical Doctor"));
        assertThatThrownBy(() -> handshake(hostile, "")).isInstanceOf(IOException.class);
        var weak = personCas().hpki().issue(PersonWish.card("Medical Doctor").key("RSA", 1024));
        assertThatThrownBy(() -> handshake(weak, "")).isInstanceOf(IOException.class);
        var huge = personCas().hpki().issue(PersonWish.card("A".repeat(200_000)));
        assertThatThrownBy(() -> handshake(huge, "")).isInstanceOf(IOException.class);
        await(() -> !logged("certificate-refused", fingerprint(hostile)).isEmpty()
                && !logged("certificate-refused", fingerprint(weak), "1024").isEmpty());
    }

    /// A machine's certificate is of other CAs: no machine is a person.
    @Test
    void aMachinesCertificateOpensNothingHere() {
        var machine = facilityCa().issue(hmnet.ground.mtls.Wish.client("gateway"));
        assertThatThrownBy(() -> handshake(machine, "")).isInstanceOf(IOException.class);
    }

    @Test
    void theQualificationMustBeThatOfTheAccount() {
        var card = card("Pharmacist");
        var doctor = doctor();
        var browser = signedIn(doctor);
        show(browser, card, "?to=own");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", doctor.code(0)))
                        .body())
                .contains("証明書の資格が、登録されている職種と違います");
        var nurse = card("General Nurse");
        var person = withCard(Profession.NURSE, nurse);
        var screen = browser();
        show(screen, nurse, "");
        saysYes(screen);
        assertThat(whoIs(screen)).isEqualTo(person.login());
        db.sql("update staff set profession = 'reception' where id = ?")
                .param(person.staff().value())
                .update();
        sweepSessions();
        assertThat(whoIs(screen)).as("another profession since").isEqualTo("nobody");
        assertThat(told(nurse)).contains("証明書の資格が、登録されている職種と違います");
    }

    @Test
    void aTicketCountsOnceAndInItsBrowserAlone() {
        var card = card("Medical Doctor");
        withCard(Profession.DOCTOR, card);
        var browser = browser();
        show(browser, card, "");
        assertThat(saysYes(browser()).body()).contains("時間が過ぎました");
        var copy = browser.cookie(TICKET).orElseThrow();
        saysYes(browser);
        var thief = browser();
        thief.hold(TICKET, copy);
        assertThat(saysYes(thief).statusCode()).isEqualTo(422);
        assertThat(whoIs(thief)).isEqualTo("nobody");
        show(browser, card, "");
        db.sql("update certificate_ticket set ends_at = now() - interval '1 second'")
                .update();
        assertThat(saysYes(browser).statusCode()).isEqualTo(422);
    }

    /// A007, A018.
    @Test
    void noHeaderAndNoOtherSiteSignsAnybodyIn() {
        var card = card("Medical Doctor");
        withCard(Profession.DOCTOR, card);
        var pem = URLEncoder.encode(pem(card), StandardCharsets.US_ASCII);
        for (var header :
                new String[] {"X-SSL-Client-Cert", "X-Client-Cert", "Client-Cert", "X-Forwarded-Client-Cert"}) {
            var browser = browser();
            browser.get("/signin/certificate", header, pem);
            browser.post("/signin/certificate", Map.of(), header, pem);
            assertThat(whoIs(browser)).as(header).isEqualTo("nobody");
        }
        var browser = browser();
        show(browser, card, "");
        assertThat(browser.post("/signin/certificate", Map.of(), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(whoIs(browser)).isEqualTo("nobody");
    }

    private static String pem(Issued issued) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(issued.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachPortHasItsOwnRoutes() throws Exception {
        assertThat(browser().get("/signin/certificate/door").statusCode()).isEqualTo(404);
        var card = card("Medical Doctor");
        try (var client = card.http(personCas().devices().certificate())) {
            for (var path : new String[] {"/signin", "/sample/me", "/sample/public", "/static/x", "/sample/facility"}) {
                var address = URI.create("https://localhost:" + door.port().orElseThrow() + path);
                var answer =
                        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    /// A006: at its port, on the way, and while somebody is signed in.
    @Test
    void aCardRevokedMeanwhileIsRefusedOnKeptConnections() throws Exception {
        var card = card("Medical Doctor");
        var doctor = withCard(Profession.DOCTOR, card);
        var signedIn = browser();
        show(signedIn, card, "");
        saysYes(signedIn);
        assertThat(whoIs(signedIn)).isEqualTo(doctor.login());
        var onTheWay = browser();
        show(onTheWay, card, "");
        assertThat(onTheWay.get("/signin/certificate").body()).contains("見本 花子 さん");
        revoked(card);
        assertThat(saysYes(onTheWay).body())
                .as("the same connection to the pages")
                .contains("失効した証明書です");
        assertThat(whoIs(onTheWay)).isEqualTo("nobody");
        var since = Instant.now();
        await(() -> whoIs(signedIn).equals("nobody"));
        assertThat(Duration.between(since, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(logged("certificate-refused", "ended", fingerprint(card), "revoked"))
                .hasSize(1);
    }

    /// Each connection to the port serves one request, so a card that was taken out cannot be asked through it.
    @Test
    void theConnectionEndsWithItsAnswer() throws Exception {
        var card = card("Medical Doctor");
        var tls = card.tls(personCas().devices().certificate());
        try (var socket = (SSLSocket)
                tls.getSocketFactory().createSocket("localhost", door.port().orElseThrow())) {
            socket.setSoTimeout(10_000);
            var request = "GET /signin/certificate/door HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write((request + request).getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers.split("HTTP/1.1 303", -1)).as(answers).hasSize(2);
        }
        for (var first :
                new String[] {"/x HTTP/1.1\r\nHost: localhost", "/signin HTTP/1.1\r\nHost: elsewhere.example"}) {
            try (var socket = (SSLSocket)
                    tls.getSocketFactory().createSocket("localhost", door.port().orElseThrow())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write(("GET " + first
                                        + "\r\n\r\nGET /signin/certificate/door HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertThat(answers)
                        .as("also with an answer of another kind")
                        .startsWith("HTTP/1.1 4")
                        .doesNotContain("HTTP/1.1 303", "Set-Cookie");
            }
        }
    }

    @Test
    void aTicketIsGoodForWhatTheCardWasShownForAlone() {
        var card = card("Medical Doctor");
        var other = doctor();
        var browser = signedIn(other);
        show(browser, card, "");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", other.code(0)))
                        .body())
                .as("shown to sign in, left, and registered by another one")
                .contains("時間が過ぎました");
        assertThat(db.sql("select count(*) from person_card where staff = ?")
                        .param(other.staff().value())
                        .query(Long.class)
                        .single())
                .isZero();
        var screen = browser();
        withCard(Profession.DOCTOR, card);
        show(screen, card, "?to=own");
        assertThat(saysYes(screen).statusCode()).isEqualTo(422);
        assertThat(whoIs(screen)).isEqualTo("nobody");
    }

    /// A CA that stands for qualifications and for devices stands for neither.
    @Test
    void aCaInBothSetsIsBelievedForNothing() {
        var devices = personCas().devices();
        personCas().publishWith(devices.caPem(), devices.listPem(Duration.ofDays(1)), "", "");
        PersonCas.follow(door);
        try {
            assertThat(told(devices.issue(PersonWish.card("Medical Doctor")))).doesNotContain("さん", "登録されていない証明書です");
            assertThat(told(device("外来 PC"))).doesNotContain("登録されていない証明書です");
        } finally {
            personCas().publish();
            PersonCas.follow(door);
        }
        assertThat(told(device("外来 PC"))).as("in one set again").contains("登録されていない");
    }

    @Test
    void noTlsSessionIsResumedPastTheTrustManager() throws Exception {
        var card = card("Medical Doctor");
        withCard(Profession.DOCTOR, card);
        var tls = card.tls(personCas().devices().certificate());
        for (var protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            var first = ask(tls, protocol);
            Thread.sleep(20);
            var second = ask(tls, protocol);
            assertThat(second).as(protocol).isGreaterThan(first);
        }
        revoked(card);
        var browser = browser();
        assertThat(browser.get(show(browser, card, "")).body()).contains("失効した証明書です");
    }

    /// @return when the TLS session was made
    private long ask(javax.net.ssl.SSLContext tls, String protocol) throws IOException {
        try (var socket = (SSLSocket)
                tls.getSocketFactory().createSocket("localhost", door.port().orElseThrow())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /signin/certificate/door HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 303");
            return socket.getSession().getCreationTime();
        }
    }

    @Test
    void aCardThatIsShownInVainAgainAndAgainHasToWait() {
        var card = card("Medical Doctor");
        var browser = browser();
        for (var n = 0; n < 6; n++) {
            show(browser, card, "");
        }
        assertThat(show(browser, card, "")).isEqualTo("/signin/certificate?told=held");
        assertThat(show(browser, card("Medical Doctor"), "")).as("another card").isEqualTo("/signin/certificate");
    }
}
