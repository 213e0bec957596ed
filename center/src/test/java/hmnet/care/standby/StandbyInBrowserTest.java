package hmnet.care.standby;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy is opened from a disk, on a machine without any network.
@NeedsBrowser
class StandbyInBrowserTest extends StandbyWard {
    @TempDir
    private Path disk;

    @Test
    void aCopyOnADiskOpensWithItsCodeAndNoNetwork() throws IOException {
        var whom = carried(ConsentChoice.EVERYTHING);
        ordered(whom.hospital());
        var code = coded(whom.hospital());
        var copy = made(whom.hospital());
        var whole = file(copy);
        var good = Files.writeString(disk.resolve(copy.name()), whole);
        var forged = Files.writeString(disk.resolve("forged.html"), whole.replace("\nindex ", "\nindex 0"));
        try (var browser = TestBrowser.open()) {
            var page = browser.page();
            page.context().setOffline(true);
            page.setViewportSize(390, 844);
            page.navigate(good.toUri().toString());
            page.locator("#signature [data-state=good]:visible").waitFor();
            assertThat(page.textContent("#signature [data-state=good]")).contains(copies.keyId());
            clean(page);
            page.fill("#code", "ACDEF-ACDEF-ACDEF-ACDEF-ACDEF-ACDEF");
            page.getByText("開く").click();
            page.locator("#opening [data-state=bad]:visible").waitFor();
            page.fill("#code", code.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{5})", "$1 "));
            page.getByText("開く").click();
            page.fill("#find", "かくう はなこ");
            page.locator("#found button").click();
            page.locator("#person h2.who").waitFor();
            assertThat(page.textContent("#person")).contains("架空　花子", "架空ワルファリン錠", whom.number());
            clean(page);
            page.fill("#find", "19500301");
            assertThat(page.textContent("#count")).startsWith("0 人");
            page.fill("#find", "1950-02-28");
            assertThat(page.textContent("#count")).startsWith("1 人");

            page.navigate(forged.toUri().toString());
            page.locator("#signature [data-state=bad]:visible").waitFor();
            page.fill("#code", code);
            page.getByText("開く").click();
            page.locator("#opening [data-state=bad]:visible").waitFor();
        }
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).isEmpty();
    }
}
