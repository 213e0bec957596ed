package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.SignedIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// From a sub-system's page on another site through the centre and back, in a real browser: with its cookies, which it
/// sends to our own pages alone, and under the content policy of our forms.
@NeedsBrowser
class OpenIdInBrowserTest extends SignOnCentre {
    @Test
    void aBrowserSignsInOnceAndIsLedStraightThroughAfterwards() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var page = "<!doctype html><title>sub</title><a href='" + start(site) + "'>enter</a>";
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        try (var browser = TestBrowser.open();
                var page = browser.page()) {
            var home = "http://127.0.0.1:" + site.getAddress().getPort();
            ask(operator(), "別サイト", home + "/back");
            secondOperator().post("/office/openid/" + number("別サイト") + "/agreement", Map.of());
            var doctor = registered(Profession.DOCTOR);
            var codes = SignedIn.withCodes(port, accounts, doctor.staff(), doctor.login())
                    .codes();
            page.navigate(home + "/");
            page.getByText("enter").click();
            page.waitForURL("**/signin**");
            page.getByLabel("利用者 ID").fill(doctor.login());
            page.getByLabel("パスワード").fill("correct horse battery " + doctor.login());
            page.keyboard().press("Enter");
            page.waitForURL("**/signin/code**");
            page.getByLabel("確認コード").fill(codes.apply(0));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(Pattern.quote(home) + "/back\\?code=.*state=one.*"));
            page.navigate(home + "/");
            page.getByText("enter").click();
            page.waitForURL(Pattern.compile(Pattern.quote(home) + "/back\\?code=.*"));
            assertThat(page.title()).isEqualTo("sub");
        } finally {
            site.stop(0);
        }
    }

    private String start(HttpServer site) {
        var client = db.sql("select client_id from openid_client where id = ?")
                .param(number("別サイト"))
                .query(String.class)
                .single();
        return "http://localhost:" + port + Endpoints.AUTHORIZE + "?response_type=code&scope=openid&client_id=" + client
                + "&state=one&nonce=two&code_challenge_method=S256&code_challenge=" + "a".repeat(43)
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A" + site.getAddress().getPort() + "%2Fback";
    }
}
