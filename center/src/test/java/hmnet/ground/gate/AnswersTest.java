package hmnet.ground.gate;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.database.Accounts;
import hmnet.ground.database.FailingTable;
import hmnet.ground.design.Assets;
import hmnet.ground.signin.Browser;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What every answer carries, and what no answer gives away.
@ExtendWith(OutputCaptureExtension.class)
class AnswersTest extends Centre {
    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Assets assets;

    @Test
    void everyAnswerCarriesItsProtections() {
        for (var path : new String[] {"/signin", "/sample/public", "/no/such/place"}) {
            var headers = browser().get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(headers.firstValue("Server")).isEmpty();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
        }
    }

    /// A worker answers to the policy of its own file.
    @Test
    void webAssemblyIsAllowedInTheWorkerThatReadsCardsAndNowhereElse() {
        for (var path : new String[] {"/signin", "/sample/public", "/no/such/place", assets.script(), assets.icons()}) {
            assertThat(policy(path)).contains("script-src 'self';").doesNotContain("wasm", "eval", "worker");
        }
        assertThat(policy(assets.cardWorker()))
                .isEqualTo("default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'; "
                        + "frame-ancestors 'none'; base-uri 'none'");
        assertThat(policy(assets.cardWorker() + "?x")).isEqualTo(policy(assets.cardWorker()));
        assertThat(policy(assets.cardWorker() + ";x")).doesNotContain("wasm");
    }

    private String policy(String path) {
        return String.join("|", browser().get(path).headers().allValues("Content-Security-Policy"));
    }

    @Test
    void aRouteWithoutARuleIsAnUnknownAddress() {
        var unknown = browser().get("/no/such/place");
        for (var path : new String[] {"/sample/forgotten", "/sample/facility", "/error"}) {
            assertSame(browser().get(path), unknown, path);
        }
        assertSame(browser().post("/sample/facility", Map.of()), browser().post("/no/such/place", Map.of()), "POST");
    }

    @Test
    void withoutSigningInAPageLeadsToTheFormAndACallGets401() {
        assertThat(browser().get("/sample/me").statusCode()).isEqualTo(303);
        assertThat(browser().get("/sample/me", "Accept", "application/json").statusCode())
                .isEqualTo(401);
        assertThat(browser().post("/sample/me", Map.of()).statusCode()).isEqualTo(401);
    }

    /// A password typed with a lone percent sign by a client that does not encode it, a message called a form.
    @Test
    void aFormThatCannotBeTakenApartIs400AndNothingOfItReachesTheLog(CapturedOutput log) throws IOException {
        var body = "login=somebody&password=%ZZhimitsu-no-kotoba";
        var request = "POST /signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body;
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(log.getAll()).doesNotContain("himitsu");
    }

    /// What a broken reader types.
    @Test
    void aCharacterThatNoTextHasIsA400InWords(CapturedOutput log) {
        var answer = browser().post("/signin", Map.of("login", "himitsu\0", "password", "himitsu"));
        assertThat(answer.statusCode()).isIn(400, 422);
        var look = browser().get("/sample/looked-up?word=himitsu%00");
        assertThat(look.statusCode()).isEqualTo(400);
        assertThat(look.body()).contains("入力を読み取れませんでした");
        assertThat(log.getAll()).doesNotContain("himitsu");
    }

    /// V5.
    @Test
    void anIndividualNumberInAnAddressReachesNoLog(CapturedOutput log) {
        for (var number : new String[] {"123456789018", "1234-5678-9018", "1234%205678%209018"}) {
            assertThat(browser().get("/sample/numbered/" + number).statusCode()).isEqualTo(400);
            browser().get("/no/such/" + number);
        }
        assertThat(log.getAll()).doesNotContain("5678");
    }

    @Test
    void whatWasTypedWhereItDoesNotBelongReachesNoLog(CapturedOutput log) {
        for (var typed : new String[] {"HM1.3890233267462.1.05f1b7effd39", "YAMADA%20HANAKO", "%E8%8A%B1%E5%AD%90"}) {
            assertThat(browser().get("/sample/numbered/" + typed).statusCode()).isEqualTo(400);
        }
        assertThat(log.getAll()).doesNotContain("3890233267462", "HANAKO", "花子");
    }

    /// No text of the database holds the character, and none of ours asks for it.
    @Test
    void aNulAnywhereIs400WhoeverAsks() {
        assertThat(browser().get("/signin?return=%00").statusCode()).isEqualTo(400);
        assertThat(browser().get("/plain-words?x%00=1", "Accept", "text/html").statusCode())
                .isEqualTo(400);
        assertThat(browser()
                        .post("/signin", Map.of("login", "a\0b", "password", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    /// A form by another method than POST: no filter takes it apart before the gate.
    @Test
    void aFormByAnotherMethodIsNoFailureOfOurs() throws IOException {
        var body = "a=%ZZ";
        try (var socket = new Socket("localhost", port)) {
            var request = "PUT /signin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfThePage() throws Exception {
        for (var state : new String[] {"53100 507 60 保存する場所が足りません", "57P03 503 10 ただいま応答できません"}) {
            var told = state.split(" ", -1);
            try (var _ = new FailingTable(accounts, "signin_throttle", told[0])) {
                var answer = browser()
                        .post("/signin", Map.of("login", "x" + told[0], "password", "y"), "Accept", "text/html");
                assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(told[1]));
                assertThat(answer.headers().firstValue("Retry-After")).hasValue(told[2]);
                assertThat(answer.body()).contains(told[3]);
            }
        }
    }

    /// A018.
    @Test
    void whatAnotherSiteSendsIsRefused() {
        var form = Map.of("login", "a", "password", "b");
        assertThat(browser()
                        .post("/signin", form, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .post("/signin", form, "Sec-Fetch-Site", "same-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .post("/signin", form, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser().post("/signin", form, "Origin", "null").statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .post("/signin", form, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser()
                        .post("/signin", form, "Origin", "http://localhost:" + port)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whoeverIsSentByAnotherSiteReadsSoInWords() {
        var answer = browser().post("/signin", Map.of(), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.body()).contains("何も記録していません", "href=\"/\"").doesNotContain("name=\"password\"");
    }

    @Test
    void noOtherOriginIsEverAllowedToRead() {
        var answer = browser().get("/sample/public", "Origin", "null");
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void aFailureTellsNothingOfTheInside() {
        var answer = browser().get("/sample/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret detail", "hmnet.gate", "Exception", "Tomcat");
    }

    /// A017: no upgrade to HTTP/2 in clear text, no TRACE, no guessing where a body ends.
    @Test
    void oddRequestsAreTurnedDown() throws IOException {
        assertThat(raw(
                        "GET /signin HTTP/1.1",
                        "Connection: Upgrade, HTTP2-Settings, close",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAAP__"))
                .startsWith("HTTP/1.1 200");
        assertThat(raw("TRACE /signin HTTP/1.1", "Connection: close", "X-Secret: 42"))
                .doesNotStartWith("HTTP/1.1 200")
                .doesNotContain("X-Secret");
        assertThat(raw("POST /signin HTTP/1.1", "Content-Length: 4", "Transfer-Encoding: chunked, identity"))
                .doesNotContain("HTTP/1.1 200", "Tomcat");
        assertThat(raw("GET /\u0001 HTTP/1.1")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        assertThat(raw("GET /signin HTTP/1.1", "X: " + "a".repeat(20_000))).startsWith("HTTP/1.1 4");
    }

    private static void assertSame(HttpResponse<String> answer, HttpResponse<String> unknown, String what) {
        assertThat(answer.statusCode()).as(what).isEqualTo(404);
        assertThat(answer.body().replaceAll("href=\"[^\"]*(lang|theme)=[^\"]*\"", ""))
                .as(what)
                .isEqualTo(unknown.body().replaceAll("href=\"[^\"]*(lang|theme)=[^\"]*\"", ""));
        assertThat(answer.headers().map().keySet())
                .as(what)
                .isEqualTo(unknown.headers().map().keySet());
    }

    private String raw(String... lines) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            var request = String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Browser browser() {
        return new Browser(port);
    }
}
