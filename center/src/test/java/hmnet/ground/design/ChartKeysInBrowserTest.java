package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Single keys on a chart: they do what the sheet says, and nothing where somebody types.
@NeedsBrowser
class ChartKeysInBrowserTest {
    private static ScreenServer server;
    private static TestBrowser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = TestBrowser.open();
        server = new ScreenServer();
        page = browser.page();
    }

    @AfterAll
    static void close() {
        server.close();
        browser.close();
    }

    private static void at(String name) {
        var screen =
                Screens.all().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        page.navigate(server.address(screen, Language.JAPANESE));
    }

    /// Long enough for a key to have acted.
    private static String after(Runnable keys) {
        keys.run();
        page.waitForTimeout(600);
        return page.url();
    }

    private static void leads(String key, String end) {
        at("summary");
        page.keyboard().press(key);
        page.waitForURL(url -> url.endsWith(end));
    }

    @Test
    void aKeyAloneLeadsToItsPage() {
        leads(".", "/timeline");
        leads("Shift+Slash", "/shortcuts");
        leads("a", "#allergies");
    }

    @Test
    void aKeyInAFieldWithAModifierOrInABurstDoesNothing() {
        at("notes");
        var here = page.url();
        page.locator("#f-text").focus();
        assertThat(after(() -> page.keyboard().press("m"))).isEqualTo(here);
        assertThat(page.locator("#f-text").inputValue()).isEqualTo("m");
        page.locator("#f-kind").focus();
        assertThat(after(() -> page.keyboard().press("s"))).isEqualTo(here);
        page.locator("h1").click();
        assertThat(after(() -> page.keyboard().press("Alt+s"))).isEqualTo(here);
        assertThat(after(() -> page.keyboard().type("tfs")))
                .as("a card reader types")
                .isEqualTo(here);
    }

    @Test
    void whoeverTurnedKeysOffGetsAPageWithoutThem() {
        at("summary-team");
        assertThat(page.locator("[data-key]").count()).isZero();
        var here = page.url();
        assertThat(after(() -> page.keyboard().press("."))).isEqualTo(here);
    }
}
