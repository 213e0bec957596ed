package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.cardsignin.SessionSweep;
import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.Issued;
import hmnet.ground.personcertificates.PersonCas;
import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.personcertificates.PersonWish;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// A clinic whose people have cards and devices, and a browser that shows them over real TLS.
abstract class CertificateCentre extends SignInCentre {
    static final String TICKET = "hmnet-certificate";

    @Autowired
    PersonPort door;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void closeEarlierTickets() {
        db.sql("delete from certificate_ticket").update();
    }

    static Issued card(String role) {
        return personCas().hpki().issue(PersonWish.card(role));
    }

    static Issued device(String name) {
        return personCas().devices().issue(PersonWish.device(name));
    }

    static String fingerprint(Issued issued) {
        return HexFormat.of().formatHex(hmnet.ground.mtls.Machines.fingerprint(issued.certificate()));
    }

    URI doorAddress(String query) {
        return URI.create("https://localhost:" + door.port().orElseThrow() + "/signin/certificate/door" + query);
    }

    /// A handshake with the certificate, and the one request of that port.
    HttpResponse<String> handshake(Issued issued, String query) throws IOException {
        try (var client = issued.http(personCas().devices().certificate())) {
            return client.send(
                    HttpRequest.newBuilder(doorAddress(query)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The browser reads a certificate and is led on.
    ///
    /// @return where to
    String show(Browser browser, Issued issued, String query) {
        try {
            var answer = handshake(issued, query);
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.body()).isEmpty();
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(cookie -> cookie.startsWith(TICKET + "="))
                    .forEach(cookie -> browser.hold(TICKET, cookie.split("[=;]", 3)[1]));
            return location(answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the sign-in page says of a certificate.
    String told(Issued issued) {
        var browser = browser();
        return browser.get(show(browser, issued, "")).body();
    }

    HttpResponse<String> saysYes(Browser browser) {
        return browser.post("/signin/certificate", Map.of("return", "/sample/me"));
    }

    HttpResponse<String> addsPassword(Browser browser, SignedUp person, String password) {
        return browser.post(
                "/signin/certificate/password",
                Map.of("login", person.login(), "password", password, "return", "/sample/me"));
    }

    /// Who is signed in there.
    String whoIs(Browser browser) {
        var answer = browser.get("/sample/me");
        return answer.statusCode() == 200 ? answer.body() : "nobody";
    }

    /// Somebody who signed in otherwise and registered a card.
    SignedUp withCard(Profession profession, Issued card) {
        var person = person(profession, false);
        var browser = signedIn(person);
        assertThat(show(browser, card, "?to=own")).isEqualTo("/sign-in-certificates");
        var answer = browser.post("/sign-in-certificates", Map.of("code", person.code(0)));
        assertThat(location(answer)).isEqualTo("/sign-in-certificates?done=added");
        return person;
    }

    /// A clinic's desk that registered the device at which it sits.
    SignedUp withDevice(Issued device) {
        var desk = desk();
        var browser = signedIn(desk);
        assertThat(show(browser, device, "?to=device")).isEqualTo("/sign-in-certificates/facility");
        var answer = browser.post("/sign-in-certificates/facility", Map.of("label", "外来 2 診 PC", "code", desk.code(0)));
        assertThat(location(answer)).isEqualTo("/sign-in-certificates/facility?done=added");
        return desk;
    }

    /// Revoked by its CA, and read by the centre.
    void revoked(Issued issued) {
        personCas().hpki().revoke(issued);
        personCas().devices().revoke(issued);
        personCas().publish();
        PersonCas.follow(door);
    }

    void sweepSessions() {
        SessionSweep.run(context);
    }
}
