package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A centre behind a proxy that it knows (逆プロキシの背後): who calls, by which name, over what. A007.
class BehindProxyTest extends SignInCentre {
    private static final String NAME = "hmnet.example";

    /// The address that `Centre` pins.
    private CallerFrom proxy() {
        return new CallerFrom(PROXY, port);
    }

    private CallerFrom stranger() {
        return new CallerFrom("127.0.0.1", port);
    }

    private static Map<String, String> wrong(String login) {
        return Map.of("login", login, "password", "something else entirely");
    }

    private long refusedFrom(String address) {
        return logged("sign-in-refused", "\"address\":\"" + address + "\"").size();
    }

    @Test
    void theAuditNamesTheClientBehindTheProxy() {
        proxy().post("/signin", NAME, wrong("a"), "X-Forwarded-For: 198.51.100.7");
        assertThat(refusedFrom("198.51.100.7")).isEqualTo(1);
    }

    @Test
    void whatAClientWritesIntoTheHeaderIsNotBelieved() {
        stranger().post("/signin", NAME, wrong("b"), "X-Forwarded-For: 198.51.100.8");
        assertThat(refusedFrom("198.51.100.8")).isZero();
        proxy().post("/signin", NAME, wrong("c"), "X-Forwarded-For: 198.51.100.9, 203.0.113.5");
        assertThat(refusedFrom("198.51.100.9")).isZero();
        assertThat(refusedFrom("203.0.113.5")).isEqualTo(1);
        proxy().post(
                        "/signin",
                        NAME,
                        wrong("d"),
                        "Forwarded: for=198.51.100.10;proto=https",
                        "X-Forwarded-For: 203.0.113.6");
        assertThat(refusedFrom("198.51.100.10"))
                .as("the header this proxy does not write")
                .isZero();
        assertThat(refusedFrom("203.0.113.6")).isEqualTo(1);
    }

    /// V4: five wrong passwords, and a hundred misses, from elsewhere.
    @Test
    void guessesFromElsewhereDoNotHoldTheDoctorBack() {
        var person = doctor();
        for (var n = 0; n < 8; n++) {
            proxy().post("/signin", NAME, wrong(person.login()), "X-Forwarded-For: 203.0.113.66");
        }
        for (var n = 0; n < 101; n++) {
            throttle.charge("guess" + n, "203.0.113.66");
        }
        assertThat(proxy().post("/signin", NAME, wrong(person.login()), "X-Forwarded-For: 203.0.113.66")
                        .status())
                .isEqualTo(429);
        var own = Map.of("login", person.login(), "password", person.password());
        assertThat(proxy().post("/signin", NAME, own, "X-Forwarded-For: 198.51.100.77")
                        .status())
                .isEqualTo(302);
    }

    /// A browser that signed in before does so again from wherever it is, while somebody guesses at its owner's name.
    @Test
    void aBrowserIsKnownAgainAtAnotherAddress() {
        var person = doctor();
        var own = Map.of("login", person.login(), "password", person.password());
        var half = proxy().post("/signin", NAME, own, "X-Forwarded-For: 198.51.100.31");
        var whole = proxy().post(
                        "/signin/code",
                        NAME,
                        Map.of("code", person.code(0)),
                        "X-Forwarded-For: 198.51.100.31",
                        "Cookie: " + half.header("Set-Cookie").split(";", 2)[0]);
        var mark = Stream.of(whole.header("Set-Cookie").split("\n"))
                .filter(cookie -> cookie.contains("hmnet-device="))
                .findFirst()
                .orElseThrow();
        assertThat(mark).contains("HttpOnly", "SameSite=Strict", "Max-Age=2592000");
        for (var n = 0; n < 60; n++) {
            throttle.charge(person.login(), "203.0.113." + n);
        }
        assertThat(proxy().post("/signin", NAME, own, "X-Forwarded-For: 198.51.100.32")
                        .status())
                .as("another browser at a new address")
                .isEqualTo(429);
        assertThat(proxy().post(
                                "/signin",
                                NAME,
                                own,
                                "X-Forwarded-For: 198.51.100.32",
                                "Cookie: " + mark.split(";", 2)[0])
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whatIsHttpsAtTheProxyIsHttpsForCookiesAndHeaders() {
        var person = doctor();
        var own = Map.of("login", person.login(), "password", person.password());
        var answer = proxy().post("/signin", NAME, own, "X-Forwarded-For: 198.51.100.11", "X-Forwarded-Proto: https");
        assertThat(answer.header("Set-Cookie")).contains("__Host-hmnet-half=", "; Secure");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=31536000");
        var forged = stranger().post("/signin", NAME, own, "X-Forwarded-Proto: https");
        assertThat(forged.header("Set-Cookie")).doesNotContain("__Host-", "Secure");
    }

    /// A018: a browser that does not send Sec-Fetch-Site, and a page that somebody on the way wrote under our name.
    @Test
    void aPageInTheClearUnderTheSameNameIsAnotherSite() {
        var https = new String[] {"X-Forwarded-For: 198.51.100.13", "X-Forwarded-Proto: https", ""};
        https[2] = "Origin: http://" + NAME;
        assertThat(proxy().post("/signin", NAME, wrong("e"), https).status()).isEqualTo(403);
        https[2] = "Origin: https://" + NAME;
        assertThat(proxy().post("/signin", NAME, wrong("e"), https).status()).isEqualTo(422);
    }

    /// V10.
    @Test
    void aRequestByAnotherNameIsRefused() {
        for (var host :
                new String[] {"evil.example", "evil.example:443", "localhost.evil.example", "10.1.2.3", "[::2]"}) {
            var answer = stranger().get("/people", host);
            assertThat(answer.status()).as(host).isEqualTo(421);
            assertThat(answer.text()).as(host).doesNotContain("evil.example");
        }
        assertThat(proxy().get("/signin", "evil.example", "X-Forwarded-For: 198.51.100.12", "X-Forwarded-Host: " + NAME)
                        .status())
                .isEqualTo(421);
        assertThat(proxy().get("/signin", NAME, "X-Forwarded-For: 198.51.100.12")
                        .status())
                .isEqualTo(200);
        assertThat(proxy().get("/signin", "localhost", "X-Forwarded-For: 198.51.100.12")
                        .status())
                .as("the name of this machine, from another one")
                .isEqualTo(421);
    }

    @Test
    void noAnswerLeadsToANameThatACallerChose() {
        for (var path : new String[] {"/sample/me", "/password"}) {
            var answer = stranger().get(path, NAME + ":1234", "X-Forwarded-Host: evil.example");
            assertThat(answer.status()).as(path).isBetween(302, 303);
            assertThat(answer.header("Location")).startsWith("/signin");
        }
    }
}
