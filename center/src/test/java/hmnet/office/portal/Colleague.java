package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import hmnet.ground.design.Axe;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import tools.jackson.databind.JsonNode;

/// Someone of the staff in front of a browser (画面の前の利用者), who does what the words on the page say.
final class Colleague implements AutoCloseable {
    /// Pixels wide and high: a desk, two laptops, a phone.
    private static final Map<Integer, Integer> WIDTHS = Map.of(1440, 900, 1366, 768, 1024, 768, 390, 844);
    private static final long STEP_SECONDS = 30;

    /// A code that is about to be too old when the page is sent is not used: the next one is.
    private static final long SLOW_PAGE_SECONDS = 10;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /// The time step of the last code each login has used: a code counts once.
    private static final Map<String, Long> USED = new HashMap<>();

    private final Page page;
    private final String address;
    private boolean stays;

    Colleague(Page page, String address) {
        this.page = page;
        this.address = address;
        page.setDefaultTimeout(10_000);
    }

    Page page() {
        return page;
    }

    Colleague signIn(JsonNode staff) {
        visit("/");
        write("利用者 ID", staff.get("login").asString());
        write("パスワード", staff.get("password").asString());
        press("次へ");
        write("確認コード", code(staff));
        press("サインイン");
        assertThat(heading()).isEqualTo("ホーム");
        return this;
    }

    private static synchronized String code(JsonNode staff) {
        var now = (Instant.now().getEpochSecond() + SLOW_PAGE_SECONDS) / STEP_SECONDS;
        var step = USED.merge(staff.get("login").asString(), now - 1, (last, usual) -> Math.max(last + 1, usual));
        var codes = new TimeBasedOneTimePasswordGenerator();
        try {
            var secret = Base32.decode(staff.get("totpSecret").asString());
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()), Instant.ofEpochSecond(step * STEP_SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void visit(String path) {
        page.navigate(address + path);
    }

    /// Reads a card with the field of the first page.
    void read(String qr) {
        visit("/");
        write("カードのQRコード", qr);
        press("読み込む");
    }

    /// Reads a card and opens the chart: at once where there is a tie, else with a new one.
    void link(String qr) {
        read(qr);
        if (button("この方と連携する").count() > 0) {
            press("この方と連携する");
        }
    }

    /// A card reader, wherever the focus is: all keys in one burst, faster than fingers, ended by Enter.
    void wedge(String qr) {
        page.evaluate("""
                card => [...card, 'Enter'].forEach(key =>
                    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true})))""", qr);
    }

    void write(String label, String text) {
        field(label).fill(text);
    }

    void choose(String label) {
        field(label).check();
    }

    /// One of the choices of a group, by the group's name: two groups may offer the same words.
    void choose(String group, String label) {
        page.getByRole(
                        AriaRole.GROUP,
                        new Page.GetByRoleOptions().setName(group).setExact(true))
                .getByLabel(labelled(label))
                .check();
    }

    private Locator field(String label) {
        return page.getByLabel(labelled(label));
    }

    private static Pattern labelled(String label) {
        return Pattern.compile("^\\s*" + label + "( *(必須|任意))?\\s*$");
    }

    void press(String button) {
        button(button).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Opens the heading it is folded under first.
    void follow(String link) {
        var found = page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(link).setExact(true).setIncludeHidden(true))
                .first();
        if (!found.isVisible()) {
            found.locator("xpath=ancestor::details[1]/summary").click();
        }
        found.click();
    }

    String heading() {
        return page.locator("h1").innerText().strip();
    }

    /// All that can be read once the page has come whole: a page that is still coming lacks its end.
    String reads() {
        page.waitForLoadState();
        return page.locator("body").innerText();
    }

    /// The kinds in the time line, as written there.
    List<String> kinds() {
        return page.locator(".item-kind").allInnerTexts().stream()
                .map(String::strip)
                .distinct()
                .sorted()
                .toList();
    }

    /// With `-Dhmnet.pictures=FOLDER`, leaves a picture of the page there, for the READMEs.
    void picture(String name) {
        var folder = System.getProperty("hmnet.pictures");
        if (folder != null) {
            page.setViewportSize(1280, 800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    /// The same at every width that screens are looked at, in a dark room and on paper.
    void pictures(String name) {
        var folder = System.getProperty("hmnet.pictures");
        if (folder == null) {
            return;
        }
        for (var view : WIDTHS.entrySet()) {
            page.setViewportSize(view.getKey(), view.getValue());
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-" + view.getKey() + ".png")));
        }
        page.setViewportSize(683, 384);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + "-twice.png"))
                .setFullPage(true));
        page.setViewportSize(1366, 768);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-dark.png")));
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.PRINT));
        page.setViewportSize(794, 1123);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + "-print.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(1280, 800);
    }

    /// Axe finds nothing at a desk and on a phone; nothing scrolls sideways on a phone, nor with all of it
    /// twice as large.
    void clean() {
        for (var width : List.of(1280, 640, 390)) {
            page.setViewportSize(width, 800);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d px", page.url(), width)
                    .isEqualTo(width);
            if (width != 640) {
                assertThat(Axe.violations(page, RULES))
                        .as("%s at %d px", page.url(), width)
                        .isEmpty();
            }
        }
        page.setViewportSize(1280, 800);
    }

    /// Stays in front of the browser when a test is over, until told to leave.
    Colleague staying() {
        stays = true;
        return this;
    }

    void leave() {
        page.context().close();
    }

    @Override
    public void close() {
        if (!stays) {
            leave();
        }
    }
}
