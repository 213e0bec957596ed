package hmnet.care.handbookapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.cards.Cards.Card;
import hmnet.ground.design.Axe;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.signin.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// A telephone with the handbook open (健康手帳を開いた端末).
abstract class HandbookOffline extends HandbookWard {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;

    /// All that a device holds, as a thief would copy it who has its files.
    private static final String HOLDS = """
            async () => {
              const found = [];
              for (const { name } of await indexedDB.databases()) {
                const base = await new Promise((done) => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result); });
                for (const store of base.objectStoreNames) {
                  const rows = await new Promise((done) => { const asked = base.transaction(store).objectStore(store).getAll(); asked.onsuccess = () => done(asked.result); });
                  for (const row of rows) {
                    found.push(row instanceof CryptoKey ? `key extractable=${row.extractable}` : `sealed ${new TextDecoder().decode(row.sealed)}`);
                  }
                }
                base.close();
              }
              for (const name of await caches.keys()) {
                for (const answer of await (await caches.open(name)).matchAll()) {
                  found.push("cached " + await answer.text());
                }
              }
              return found;
            }""";

    protected static TestBrowser browser;
    protected Page page;
    protected Browser resident;

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void aTelephone() {
        page = telephone();
        resident = signedIn(card);
        enter(page, resident);
    }

    @AfterEach
    void theTelephoneIsPutAway() {
        page.context().close();
    }

    protected Page telephone() {
        var opened = browser.page();
        opened.setViewportSize(WIDTH, HEIGHT);
        opened.onDialog(dialog -> dialog.accept());
        return opened;
    }

    protected String at(String path) {
        return "http://localhost:" + port + path;
    }

    protected void enter(Page page, Browser resident) {
        page.context()
                .addCookies(List.of(
                        new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow()).setUrl(at("/"))));
    }

    /// The resident asks for a copy on this device.
    protected void keep() {
        page.navigate(at("/handbook"));
        page.locator("[data-keep]").click();
        page.getByText("時点の控えがあります").waitFor();
    }

    protected void cut() {
        page.context().setOffline(true);
        page.navigate(at("/handbook"));
        page.getByText("圏外です").waitFor();
    }

    protected void write(Map<String, String> fields) {
        fields.forEach((name, value) -> page.locator("#" + name).fill(value));
        page.locator("[data-entry-form] button[type=submit]").click();
        page.locator("[data-told]").getByText("この端末に残しました").waitFor();
    }

    protected List<String> holds() {
        return ((List<?>) page.evaluate(HOLDS)).stream().map(String::valueOf).toList();
    }

    /// An emergency code, made as on the page.
    protected void makeCode(Browser resident, Card card) {
        var draft = leads(resident.post("/my/emergency-code", Map.of("part", "name", "months", "3")));
        assertThat(leads(resident.post(draft, Map.of()))).startsWith("/my/emergency-code/");
        assertThat(resident.get(draft).body()).contains(card.holder().name());
    }

    protected static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }

    /// With `-Dhmnet.pictures=true`.
    protected static void picture(Page page, String name) {
        if (Boolean.getBoolean("hmnet.pictures")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screens", name + ".png"))
                    .setFullPage(true));
        }
    }
}
