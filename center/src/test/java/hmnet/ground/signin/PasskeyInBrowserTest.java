package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Profession;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A passkey in a real browser, whose authenticator is Chromium's own for tests.
@NeedsBrowser
class PasskeyInBrowserTest extends SignInCentre {
    private static final Pattern OWN_PAGE = Pattern.compile("http://[^?]*/passkeys(\\?.*)?");

    @Test
    void aNurseAddsThisDeviceAndSignsInWithOneTouch() {
        try (var browser = TestBrowser.open();
                var page = browser.page()) {
            authenticator(page);
            var nurse = person(Profession.NURSE, false);
            page.navigate(at("/passkeys"));
            page.getByLabel("利用者 ID").fill(nurse.login());
            page.getByLabel("パスワード").fill(nurse.password());
            page.keyboard().press("Enter");
            page.waitForURL("**/signin/code**");
            page.getByLabel("確認コード").fill(nurse.code(-1));
            page.keyboard().press("Enter");
            page.waitForURL(OWN_PAGE);
            assertThat(Axe.violations(page, List.of())).isEmpty();
            page.getByLabel("端末の呼び名").fill("3 階病棟の PC");
            page.getByLabel("確認コード").fill(nurse.code(0));
            page.getByText("登録する", new Page.GetByTextOptions().setExact(true)).click();
            page.getByText("パスキーを登録しました").waitFor();
            assertThat(page.textContent("main")).contains("3 階病棟の PC");
            assertThat(Axe.violations(page, List.of())).isEmpty();
            page.getByText("画面をロック").click();
            page.waitForURL("**/unlock**");
            assertThat(Axe.violations(page, List.of())).isEmpty();
            var began = System.nanoTime();
            page.getByText("パスキーでサインイン").click();
            page.waitForURL(OWN_PAGE);
            assertThat(System.nanoTime() - began)
                    .as("a screen changes hands in three seconds")
                    .isLessThan(3_000_000_000L);
            assertThat(page.textContent("main")).contains("最後に使った日時");
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void authenticator(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable", new JsonObject());
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", asked);
    }
}
