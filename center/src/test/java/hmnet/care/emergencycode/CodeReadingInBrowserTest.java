package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import hmnet.ground.design.Axe;
import hmnet.ground.design.CameraFilm;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crew reads codes with a real browser: by camera where there is no network, and each that does not pass.
@NeedsBrowser
class CodeReadingInBrowserTest extends CodeWard {
    private static final String HOLDS = """
            async () => {
              const kept = [];
              for (const name of await caches.keys()) {
                for (const answer of await (await caches.open(name)).matchAll()) {
                  kept.push(await answer.text());
                }
              }
              return kept.join() + JSON.stringify(localStorage) + JSON.stringify(sessionStorage);
            }""";

    @TempDir
    Path folder;

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Test
    void aCrewReadsACodeByCameraWithTheNetworkCut() throws IOException {
        var code = made(card(), CodeSamples.words(), 90);
        var film = folder.resolve("camera.y4m");
        new CameraFilm().nothing(1).near(6, code.text()).write(film);
        try (var browser = TestBrowser.withCamera(film)) {
            var page = reading(browser);
            page.context().grantPermissions(List.of("camera"));
            page.getByText("通信がなくてもこのページを開けます").waitFor();
            clean(page);
            page.context().setOffline(true);
            page.onRequest(this::note);
            page.reload();
            page.getByText("失効の確認は").first().waitFor();
            page.locator("button[data-camera]").click();
            verdict(page, "genuine");
            assertThat(page.textContent("article[data-content]"))
                    .contains("架空 花子", "カクウ ハナコ", "女")
                    .containsSubsequence(
                            "血液型",
                            "アレルギー",
                            "【アナフィラキシー】",
                            "固まりにくくする薬",
                            "主な病気",
                            "心房細動",
                            "いまの薬",
                            "週1回 水曜",
                            "ほかに 7 件あります",
                            "透析",
                            "最近かかった医療機関");
            clean(page);
            picture(page, "emergency-code-read");
            assertThat(page.locator("[data-online]").isVisible()).isFalse();
            assertThat(page.evaluate(HOLDS)).asString().doesNotContain("架空 花子", "ワルファリン");
            assertThat(page.locator("[data-unchosen]").textContent())
                    .as("she chose all but two")
                    .contains("希望", "連絡先")
                    .doesNotContain("アレルギー", "いまの薬");
            page.getByText("消して次の方へ").click();
            assertThat(page.textContent("main")).doesNotContain("架空 花子", "ワルファリン");
            page.context().setOffline(false);
            assertThat(sent).as("nothing but the page, its parts and the keys").allMatch(this::isOfThePage);
        }
    }

    private void note(Request request) {
        sent.add(request.method() + " " + request.url());
    }

    private boolean isOfThePage(String request) {
        return request.equals("GET " + at("/emergency/code"))
                || request.startsWith("GET " + at("/emergency/code/"))
                || request.startsWith("GET " + at("/static/"));
    }

    @Test
    void whatIsAlteredForgedExpiredOrWithdrawnIsRefusedWithoutItsWords() {
        var good = made(card(), CodeSamples.words(), 90);
        var now = Instant.now();
        var ours = epochs.all().getFirst().number();
        var forged = text(
                UUID.randomUUID(),
                CodeSamples.words(),
                now,
                now.plus(9, ChronoUnit.DAYS),
                new SigningKey(new Keys(new byte[32]), "emergency code 1"));
        var expired = text(
                UUID.randomUUID(),
                CodeSamples.words(),
                now.minus(100, ChronoUnit.DAYS),
                now.minus(1, ChronoUnit.DAYS),
                epochs.signer(ours));
        var ended = made(card(), CodeSamples.words(), 90);
        transaction.executeWithoutResult(status -> rows.end(ended.id()));
        published.asked();
        try (var browser = TestBrowser.open()) {
            var page = reading(browser);
            read(page, good.text(), "genuine");
            assertThat(page.textContent("article[data-content]")).contains("架空 花子");
            refused(page, forged, "forged");
            picture(page, "emergency-code-forged");
            refused(page, expired, "expired");
            refused(page, ended.text(), "revoked");
            refused(page, altered(good.text()), "altered");
            refused(page, good.text().substring(0, good.text().length() - 30), "altered");
            refused(page, "HME1:", "altered");
            refused(page, "HM1.1234567890123.1.0123456789ab", "foreign");
            read(page, good.text().toLowerCase(Locale.ROOT), "genuine");
            clean(page);
        }
    }

    /// A reader types wherever the focus is: nobody stands before one person with another's words.
    @Test
    void theNextCodeTakesThePlaceOfTheLast() {
        var first = made(card(), CodeSamples.words(), 90);
        var nameless =
                new CodeWords(null, List.of(CodeSamples.words().sections().getFirst()));
        var second = made(card(), nameless, 90);
        try (var browser = TestBrowser.open()) {
            var page = reading(browser);
            read(page, first.text(), "genuine");
            page.keyboard().type(" あ1");
            assertThat(page.textContent("article[data-content]")).contains("架空 花子");
            page.keyboard().type(second.text());
            page.keyboard().press("Enter");
            page.getByText("だれのものか、この QR では分かりません").waitFor();
            assertThat(page.textContent("article[data-content]"))
                    .contains("本人が入れなかった項目", "、いまの薬、")
                    .doesNotContain("架空 花子", "ワルファリン");
            clean(page);
            page.locator("[data-next]").click();
            refused(page, altered(first.text()), "altered");
            page.keyboard().type(second.text());
            page.keyboard().press("Enter");
            verdict(page, "genuine");
        }
    }

    @Test
    void aCodeThatIsNewerThanTheListIsNotCalledForged() {
        var later = Instant.now().plus(1, ChronoUnit.DAYS);
        var newer = text(
                UUID.randomUUID(),
                CodeSamples.words(),
                later,
                later.plus(9, ChronoUnit.DAYS),
                new SigningKey(new Keys(new byte[32]), "emergency code 2"));
        try (var browser = TestBrowser.open()) {
            refused(reading(browser), newer, "unknown-key");
        }
    }

    @Test
    void aDeviceThatLacksAPartDoesNotSayThatItWorksWithoutANetwork() {
        try (var browser = TestBrowser.open()) {
            var page = page(browser);
            page.context().route("**/*.wasm", route -> route.abort());
            page.navigate(at("/emergency/code"));
            page.getByText("この端末では、通信がないとこのページを開けません").waitFor();
            page.context().unroute("**/*.wasm");
            page.reload();
            page.getByText("通信がなくてもこのページを開けます").waitFor();
        }
    }

    /// Each of a code's letters stands for something: none can be another one.
    @Test
    void noLetterOfACodeCanBeChanged() {
        var good = made(card(), CodeSamples.words(), 90).text();
        try (var browser = TestBrowser.open()) {
            var page = reading(browser);
            for (var place = 5; place < good.length(); place += good.length() / 25) {
                var other = good.charAt(place) == '0' ? '1' : '0';
                refused(page, good.substring(0, place) + other + good.substring(place + 1), "altered");
            }
        }
    }

    @Test
    void whereTheBrowserHasNoEd25519AnAuditedLibraryChecks() {
        var good = made(card(), CodeSamples.words(), 90).text();
        try (var browser = TestBrowser.open()) {
            var page = page(browser);
            page.addInitScript("""
                    const own = crypto.subtle.importKey.bind(crypto.subtle);
                    crypto.subtle.importKey = async (form, key, name, ...more) => {
                      if (name === "Ed25519") throw new DOMException("", "NotSupportedError");
                      return own(form, key, name, ...more);
                    };""");
            page.navigate(at("/emergency/code"));
            read(page, good, "genuine");
            refused(page, altered(good), "altered");
        }
    }

    @Test
    void anOldListOfKeysIsSaidToBeOld() {
        var good = made(card(), CodeSamples.words(), 90).text();
        try (var browser = TestBrowser.open()) {
            var page = page(browser);
            page.clock().install();
            page.navigate(at("/emergency/code"));
            page.getByText("失効の確認は").first().waitFor();
            page.clock().setFixedTime(System.currentTimeMillis() + 26 * 3_600_000L);
            page.context().setOffline(true);
            page.evaluate("dispatchEvent(new Event('online'))");
            page.getByText("24 時間より古くなっています").waitFor();
            read(page, good, "genuine");
            clean(page);
        }
    }

    @Test
    void whoeverIsNoEmergencyStaffDoesNotGetThePage() {
        assertThat(browser().get("/emergency/code").statusCode()).isEqualTo(303);
        var nurse = member(hospital(), Profession.NURSE, false).browser();
        assertThat(nurse.get("/emergency/code").statusCode()).isEqualTo(404);
        assertThat(signedIn(card()).get("/emergency/code").statusCode())
                .as("a resident")
                .isEqualTo(303);
        assertThat(emergencyDoctor().browser().get("/emergency/code").statusCode())
                .isEqualTo(200);
    }

    private static String altered(String text) {
        var place = text.length() - 40;
        return text.substring(0, place) + (text.charAt(place) == 'A' ? 'B' : 'A') + text.substring(place + 1);
    }

    private Page reading(TestBrowser browser) {
        var page = page(browser);
        page.navigate(at("/emergency/code"));
        page.getByText("失効の確認は").first().waitFor();
        return page;
    }

    private Page page(TestBrowser browser) {
        var crew = member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC, false);
        var page = browser.page();
        page.context().addCookies(List.of(new Cookie("hmnet", crew.cookie()).setUrl(at("/"))));
        return page;
    }

    private static void read(Page page, String text, String verdict) {
        if (!page.locator("#code").isVisible()) {
            page.getByText("消して次の方へ").click();
        }
        page.locator("#code").fill(text);
        page.locator("#code").press("Enter");
        verdict(page, verdict);
    }

    private static void refused(Page page, String text, String verdict) {
        read(page, text, verdict);
        assertThat(page.locator("article[data-content]").isVisible()).isFalse();
        assertThat(page.textContent("main")).doesNotContain("架空 花子");
    }

    private static void verdict(Page page, String verdict) {
        page.locator("[data-verdict=" + verdict + "]").waitFor(new Locator.WaitForOptions());
        assertThat(page.locator("[data-verdict]:visible").count()).isEqualTo(1);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /// With `-Dhmnet.pictures=true`, on a telephone.
    private static void picture(Page page, String name) {
        if (Boolean.getBoolean("hmnet.pictures")) {
            page.setViewportSize(390, 844);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screens", name + ".png"))
                    .setFullPage(true));
        }
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }
}
