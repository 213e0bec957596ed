package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Profession;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Signing in, locking, unlocking and signing out with a real browser, its cookies and its `Sec-Fetch-Site`.
@NeedsBrowser
class SignInInBrowserTest extends SignInCentre {
    private final List<String> complaints = new ArrayList<>();

    @Test
    void theFormsLeadInBackAndOutAgain() {
        try (var browser = TestBrowser.open();
                var page = browser.page()) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            walk(page, person(Profession.DOCTOR, true));
            assertThat(complaints)
                    .as("of scripts, the content policy or password keepers")
                    .noneMatch(complaint -> !complaint.startsWith("Failed to load resource")
                            && !complaint.startsWith("Clear-Site-Data"));
        }
    }

    private void walk(Page page, SignedUp person) {
        db.sql("delete from signin_throttle").update();
        page.navigate("http://localhost:" + port + "/sample/me");
        clean(page);
        page.getByLabel("利用者 ID").fill(person.login());
        page.getByLabel("パスワード").fill(person.password());
        enter(page, "**/signin/code**");
        clean(page);
        awaitFreshCode();
        page.getByLabel("確認コード").fill(person.code(-1));
        enter(page, "**/password**");
        clean(page);
        for (var field : page.locator("input[type=password]").all()) {
            field.fill("a long phrase of one's own");
        }
        enter(page, "**/");
        page.navigate("http://localhost:" + port + "/sample/me");
        assertThat(page.textContent("body")).isEqualTo(person.login());
        db.sql("update signin_session set locked_at = now() where staff = ?")
                .param(person.staff().value())
                .update();
        page.reload();
        assertThat(page.textContent("body")).contains("見本 花子").doesNotContain(person.login());
        clean(page);
        page.getByLabel("パスワードまたは確認コード").fill(person.code(0));
        page.keyboard().press("Enter");
        page.getByText(person.login()).waitFor();
        assertThat(page.textContent("body")).isEqualTo(person.login());
        page.navigate("http://localhost:" + port + "/?from=lock");
        page.getByText("画面をロック").click();
        page.waitForURL("**/unlock**");
        page.goBack();
        assertThat(page.textContent("body")).as("back after the lock").contains("画面をロックしています");
        page.getByLabel("パスワードまたは確認コード").fill("a long phrase of one's own");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/\\?from=lock"));
        page.navigate("http://localhost:" + port + "/password");
        clean(page);
        page.getByText("サインアウト").click();
        page.waitForURL("**/signin");
        assertThat(page.url()).endsWith("/signin");
        page.goBack();
        assertThat(page.textContent("body")).contains("利用者 ID");
    }

    /// A code taken at the very end of its thirty seconds is an old one when it arrives.
    private static void awaitFreshCode() {
        var left = 30_000 - System.currentTimeMillis() % 30_000;
        if (left < 10_000) {
            try {
                Thread.sleep(left + 50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void enter(Page page, String leadsTo) {
        page.keyboard().press("Enter");
        page.waitForURL(leadsTo);
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }
}
