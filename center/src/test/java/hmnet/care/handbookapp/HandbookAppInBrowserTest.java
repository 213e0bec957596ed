package hmnet.care.handbookapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hmnet.consent.proxies.ProxyReading;
import hmnet.ground.design.NeedsBrowser;
import org.junit.jupiter.api.Test;

/// The handbook on a telephone: installed, opened in airplane mode, and gone when its resident goes.
@NeedsBrowser
class HandbookAppInBrowserTest extends HandbookOffline {
    /// From the end of the app to its next start.
    private static final int AWAY_MS = 1_000;

    private static final double FIRST_PAINT_MS = 3_000;

    @Test
    void aTelephoneMayInstallItAndPaintsItSoon() {
        page.navigate(at("/handbook"));
        page.locator("[data-keep]").waitFor();
        page.evaluate("() => navigator.serviceWorker.ready");
        clean(page);
        picture(page, "handbook-home");
        var session = page.context().newCDPSession(page);
        var errors = session.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
        assertThat(errors)
                .as("but for the private window that the test opens")
                .allMatch(error ->
                        error.getAsJsonObject().get("errorId").getAsString().equals("in-incognito"));
        assertThat(session.send("Page.getAppManifest").getAsJsonArray("errors")).isEmpty();
        var slow = new JsonObject();
        slow.addProperty("offline", false);
        slow.addProperty("latency", 40);
        slow.addProperty("downloadThroughput", 10_000_000 / 8);
        slow.addProperty("uploadThroughput", 10_000_000 / 8);
        var other = telephone();
        enter(other, resident);
        var throttled = other.context().newCDPSession(other);
        throttled.send("Network.enable", new JsonObject());
        throttled.send("Network.emulateNetworkConditions", slow);
        var processor = new JsonObject();
        processor.addProperty("rate", 4);
        throttled.send("Emulation.setCPUThrottlingRate", processor);
        other.navigate(at("/handbook"));
        var painted = ((Number)
                        other.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                .doubleValue();
        System.out.printf("handbook first-paint=%.0f ms at 10 Mbps, 40 ms, CPU/4%n", painted);
        assertThat(painted).isLessThan(FIRST_PAINT_MS);
    }

    @Test
    void medicinesAndTheEmergencyCodeOpenWithTheNetworkCut() {
        makeCode(resident, card);
        keep();
        assertThat(page.textContent("[data-told]")).contains("圏外でも開けます");
        clean(page);
        cut();
        assertThat(page.textContent("h1")).isEqualTo(card.holder().name() + " さんの健康手帳");
        assertThat(page.textContent("[data-at]")).contains("時点の控えです");
        clean(page);
        picture(page, "handbook-offline");
        kept("お薬").click();
        page.getByText("架空錠１ｍｇ").waitFor();
        assertThat(page.textContent("main")).contains("圏外です", "時点の控えです", "アレルギー未確認");
        assertThat(page.locator("[data-content] form, [data-content] a").count())
                .isZero();
        clean(page);
        picture(page, "handbook-offline-medicines");
        page.goBack();
        kept("救急QR").click();
        var code = page.locator("[data-content] svg.own-code-qr").first();
        code.waitFor();
        assertThat(code.boundingBox().width).isGreaterThan(200);
        clean(page);
        picture(page, "handbook-offline-code");
        page.setViewportSize(320, 450);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("enlarged")
                .isEqualTo(320);
    }

    @Test
    void whoseNetworkGoesInBetweenIsLedToTheCopy() {
        keep();
        page.context().setOffline(true);
        page.locator(".handbook-places a[href='/my/medicines']").click();
        page.locator("[data-content]").getByText("架空錠１ｍｇ").waitFor();
        page.context().setOffline(false);
        page.navigate(at("/my/visits"));
        page.context().setOffline(true);
        page.locator(".own-tabs a[href='/my/results']").click();
        page.getByText("圏外です").waitFor();
        assertThat(page.locator("[data-list]").isVisible())
                .as("results are not in the copy")
                .isTrue();
    }

    @Test
    void whatLiesOnTheTelephoneIsSealedUnderAKeyThatNobodyReads() {
        keep();
        assertThat(holds()).contains("key extractable=false");
        assertThat(holds())
                .noneMatch(row ->
                        row.contains("架空錠１ｍｇ") || row.contains(card.holder().name()));
    }

    @Test
    void withoutBeingAskedTheTelephoneKeepsNothing() {
        page.navigate(at("/handbook"));
        page.getByText("この端末に控えはありません").waitFor();
        page.evaluate("() => navigator.serviceWorker.ready");
        assertThat(holds()).noneMatch(row -> row.startsWith("sealed"));
        cut();
        page.locator("[data-none]").getByText("この端末に控えはありません").waitFor();
        assertThat(page.textContent("main")).doesNotContain(card.holder().name());
    }

    @Test
    void signingOutEmptiesTheTelephone() {
        keep();
        page.getByText("サインアウト", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL("**/my/signin");
        assertThat(holds()).noneMatch(row -> row.startsWith("sealed") || row.startsWith("key"));
        page.navigate(at("/handbook/kept"));
        page.locator("[data-none]").getByText("この端末に控えはありません").waitFor();
    }

    @Test
    void anotherResidentFindsNothingOnIt() {
        keep();
        var other = signedIn(card());
        enter(page, other);
        page.navigate(at("/my"));
        page.waitForFunction("() => localStorage.getItem('hmnet-handbook') === null");
        assertThat(holds()).noneMatch(row -> row.startsWith("sealed") || row.startsWith("key"));
    }

    @Test
    void anOpenCopyDisappearsWhenTheServerSaysSo() {
        keep();
        page.navigate(at("/handbook/kept#/my/medicines"));
        page.getByText("架空錠１ｍｇ").waitFor();
        db.sql("update card set state = 'dead' where number = ?")
                .param(card.number().value())
                .update();
        page.evaluate("dispatchEvent(new Event('online'))");
        page.getByText("この端末の控えは消えました").waitFor();
        assertThat(page.textContent("main"))
                .doesNotContain("架空錠１ｍｇ", card.holder().name());
    }

    @Test
    void aCopyOfAWrongLinkLosesItsPagesAndIsMadeAnew() {
        keep();
        page.navigate(at("/handbook/kept#/my/medicines"));
        page.getByText("架空錠１ｍｇ").waitFor();
        unlink();
        page.evaluate("dispatchEvent(new Event('online'))");
        page.getByText("記録のつながりが変わったため").waitFor();
        assertThat(page.textContent("main")).doesNotContain("架空錠１ｍｇ");
        page.navigate(at("/handbook"));
        page.getByText("時点の控えがあります").waitFor();
        cut();
        kept("お薬").click();
        page.locator("[data-content] h2").first().waitFor();
        assertThat(page.textContent("[data-content]")).doesNotContain("架空錠１ｍｇ");
    }

    @Test
    void aCopyEndsByItselfAlsoWithoutANetwork() {
        page.clock().install();
        keep();
        page.context().setOffline(true);
        page.clock().setFixedTime(System.currentTimeMillis() + 5 * 86_400_000L);
        page.navigate(at("/handbook"));
        page.getByText("この控えは 5 日前のものです").waitFor();
        clean(page);
        page.clock().setFixedTime(System.currentTimeMillis() + 15 * 86_400_000L);
        page.reload();
        page.locator("[data-none]").getByText("この端末に控えはありません").waitFor();
        assertThat(holds()).noneMatch(row -> row.startsWith("sealed") || row.startsWith("key"));
    }

    @Test
    void withoutScriptsItIsAPlainPage() {
        var plain = browser.pageWithoutScripts();
        enter(plain, resident);
        plain.navigate(at("/handbook"));
        assertThat(plain.textContent("h1")).contains(card.holder().name());
        assertThat(plain.locator("[data-handbook]").isVisible()).isFalse();
        plain.locator(".handbook-places a[href='/my/medicines']").click();
        assertThat(plain.textContent("main")).contains("架空錠１ｍｇ");
    }

    @Test
    void aNewVersionTakesOverAtTheNextStart() throws Exception {
        try (var centre = new ReleasingCentre(port)) {
            var context = page.context();
            page.navigate(centre.address("/handbook/kept"));
            page.evaluate("navigator.serviceWorker.register('/handbook/service.js', {scope: '/handbook'})"
                    + ".then(() => navigator.serviceWorker.ready).then(() => 1)");
            centre.release("二つめの版");
            page.navigate(centre.address("/handbook/kept"));
            assertThat(page.textContent("h1"))
                    .as("a page and its parts are of one release")
                    .doesNotContain("二つめの版");
            page.evaluate(
                    "() => navigator.serviceWorker.getRegistration('/handbook').then(one => one.update()).then(() => 1)");
            page.waitForFunction(
                    "() => navigator.serviceWorker.getRegistration('/handbook').then(one => !!one.waiting)");
            page.navigate("about:blank");
            page.waitForTimeout(AWAY_MS);
            page.navigate(centre.address("/handbook/kept"));
            assertThat(page.textContent("h1")).contains("二つめの版");
            context.setOffline(true);
            page.reload();
            assertThat(page.textContent("h1")).contains("二つめの版");
            page.waitForFunction("() => caches.keys().then(names => names.length === 1)");
        }
    }

    private Locator kept(String words) {
        return page.locator("[data-list] button")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    @Test
    void aMotherAndHerDaughterHaveTheirOwnCopiesOnOneTelephone() {
        var daughter = card();
        var hers = signedIn(daughter);
        enter(page, hers);
        keep();
        turned(hers, daughter, ProxyReading.ALL);
        keep();
        cut();
        kept(card.holder().name() + " さんの健康手帳").click();
        page.locator("h1", new Page.LocatorOptions().setHasText(card.holder().name()))
                .waitFor();
        kept("お薬").click();
        page.locator("[data-content]").getByText("代わりに開いています").first().waitFor();
        assertThat(page.textContent("[data-content]")).contains("架空錠１ｍｇ");
        page.context().setOffline(false);
        proxies.end(person, Long.parseLong(representation()), "error", office());
        page.evaluate("dispatchEvent(new Event('online'))");
        page.locator(
                        "h1",
                        new Page.LocatorOptions().setHasText(daughter.holder().name()))
                .waitFor();
        assertThat(page.textContent("main")).doesNotContain(card.holder().name());
    }
}
