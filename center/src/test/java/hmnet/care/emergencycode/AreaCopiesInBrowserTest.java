package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.cards.Cards.Card;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.SignedIn.SignedInOwner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A crew without a network finds somebody among the copies on its device, with a real browser; after the shift it does
/// not.
@NeedsBrowser
class AreaCopiesInBrowserTest extends CodeWard {
    private static final long HOUR_MS = 3_600_000;

    /// Everything that lies in the databases of the browser, as text.
    private static final String HELD = """
            async () => {
              const open = indexedDB.open("hmnet-area");
              const base = await new Promise((done) => (open.onsuccess = () => done(open.result)));
              const all = [];
              for (const name of base.objectStoreNames) {
                const store = base.transaction(name).objectStore(name);
                for (const ask of [store.getAllKeys(), store.getAll()]) {
                  all.push(...(await new Promise((done) => (ask.onsuccess = () => done(ask.result)))));
                }
              }
              base.close();
              const text = (value) => value instanceof ArrayBuffer ? new TextDecoder("latin1").decode(value) : value;
              return JSON.stringify(all, (_, value) => text(value));
            }""";

    private FacilityId service;
    private SignedInOwner crew;
    private Card card;
    private TestBrowser browser;
    private Page page;

    @BeforeEach
    void aCrewFetchesItsCopies() throws InterruptedException {
        service = facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY);
        crew = member(service, Profession.PARAMEDIC, false);
        AreaShift.begin(db, service, 12);
        card = card();
        emergencyConsents.record(card.holder().id(), true, "paper", office());
        made(card, CodeSamples.words(), 90);
        signedIn(card).post("/my/area-copies", Map.of("service", Long.toString(service.value())));
        browser = TestBrowser.open();
        page = browser.page();
        page.context().addCookies(List.of(new Cookie("hmnet", crew.cookie()).setUrl(at("/"))));
        page.clock().install();
        page.navigate(at("/emergency/code"));
        page.getByText("通信がなくてもこのページを開けます").waitFor();
        page.locator("[data-area] summary").click();
        page.locator("[data-area-none]").waitFor();
        page.locator("[data-area-fetch]").click();
        page.getByText("1 人分の控えがあります").waitFor();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private void cut() {
        page.context().setOffline(true);
        page.reload();
        page.getByText("失効の確認は").first().waitFor();
    }

    private void find(String who, String birth) {
        var open = page.locator("[data-area][open]").count() > 0;
        if (!open) {
            page.locator("[data-area] summary").click();
        }
        page.locator("#area-who").fill(who);
        page.locator("#area-birth").fill(birth);
        page.locator("[data-area-form] button").click();
    }

    private void opens() {
        page.locator("[data-verdict=genuine]").waitFor();
        assertThat(page.locator("[data-area-age]").innerText()).contains("今日作られた内容です");
        assertThat(page.locator("[data-area-found]").isVisible()).isTrue();
        assertThat(page.textContent("article[data-content]")).contains("架空 花子", "アレルギー");
    }

    @Test
    void withTheNetworkCutItOpensByNameByNumberAndByTheQrAndTheLookIsSentOnce() {
        assertThat(page.evaluate(HELD))
                .asString()
                .doesNotContain("HME1", "カクウ", "1950-02-28", card.number().value());
        cut();
        find("かくう　はなこ", "19500228");
        opens();
        assertThat(Axe.violations(page, List.of())).isEmpty();
        picture("area-copy");
        page.getByText("消して次の方へ").click();
        assertThat(page.locator("[data-area-age]").isVisible()).isFalse();
        find(card.number().printed(), "19500228");
        opens();
        page.getByText("消して次の方へ").click();
        find(cards.qrOf(card.number()), "");
        opens();
        page.getByText("消して次の方へ").click();
        find(card.number().value(), "19500301");
        page.getByText("控えに該当する方はいません").waitFor();
        find("カクウ タロウ", "19500228");
        page.getByText("控えに該当する方はいません").waitFor();
        find("カクウ ハナコ", "");
        page.getByText("生年月日を 8 桁で").waitFor();
        assertThat(page.locator("[data-area-looks]").innerText()).contains("3 件");
        assertThat(entries(card.holder().id(), Action.AREA_COPY_LOOKED)).isEmpty();
        page.context().setOffline(false);
        page.reload();
        page.waitForCondition(
                () -> entries(card.holder().id(), Action.AREA_COPY_LOOKED).size() == 3);
        page.reload();
        page.getByText("失効の確認は").first().waitFor();
        assertThat(entries(card.holder().id(), Action.AREA_COPY_LOOKED)).hasSize(3);
    }

    @Test
    void afterTheShiftItDoesNotOpenAndNothingIsLeft() {
        page.clock().setFixedTime(System.currentTimeMillis() + 12 * HOUR_MS + 60_000);
        cut();
        find("カクウ ハナコ", "19500228");
        page.getByText("控えの時間が終わったので、消しました").waitFor();
        assertThat(page.locator("[data-result]").isVisible()).isFalse();
        assertThat(page.evaluate(HELD)).isEqualTo("[]");
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepThem() {
        page.clock().setFixedTime(System.currentTimeMillis() - HOUR_MS);
        cut();
        find("カクウ ハナコ", "19500228");
        page.getByText("控えの時間が終わったので、消しました").waitFor();
        assertThat(page.evaluate(HELD)).isEqualTo("[]");
    }

    @Test
    void whoeverEndsItIsDroppedAndASignOutTakesAll() {
        signedIn(card).post("/my/area-copies/end", Map.of());
        page.reload();
        page.locator("[data-area] summary").click();
        page.getByText("0 人分の控えがあります").waitFor();
        find("カクウ ハナコ", "19500228");
        page.getByText("控えに該当する方はいません").waitFor();
        page.navigate(at("/emergency"));
        page.locator("button[formaction='/signout']").click();
        page.waitForURL("**/signin**");
        assertThat(page.evaluate(HELD)).isEqualTo("[]");
    }

    /// With `-Dhmnet.pictures=true`, on a telephone.
    private void picture(String name) {
        if (Boolean.getBoolean("hmnet.pictures")) {
            page.setViewportSize(390, 844);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screens", name + ".png"))
                    .setFullPage(true));
        }
    }
}
