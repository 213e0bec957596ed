package hmnet.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks at every screen with a real browser. Pictures of them are left under `target/screens`.
class ScreensInBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "screens");
    private static Playwright playwright;
    private static Browser browser;
    private static ScreenServer server;

    static Stream<Screen> screens() {
        return Screens.all();
    }

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(!"absent".equals(System.getProperty("hmnet.browser")) && Files.isExecutable(CHROMIUM));
        server = new ScreenServer();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void close() {
        if (server != null) {
            browser.close();
            playwright.close();
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAndThePolicyIsObeyed(Screen screen) {
        try (var page = page(1280, 900)) {
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(server.address(screen, Language.JAPANESE));
            picture(page, screen, "wide");
            var violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations.stream()
                            .flatMap(rule -> rule.getNodes().stream()
                                    .map(node ->
                                            rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary())))
                    .isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noScreenScrollsSidewaysOnAPhoneOrEnlargedTwice(Screen screen) {
        for (var width : new int[] {390, 640}) {
            try (var page = page(width, width == 390 ? 844 : 450)) {
                page.navigate(server.address(screen, Language.JAPANESE));
                picture(page, screen, width == 390 ? "phone" : "zoomed");
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width " + width)
                        .isEqualTo(width);
            }
        }
    }

    private static Page page(int width, int height) {
        return browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    }

    private static void picture(Page page, Screen screen, String view) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(screen.name() + "-" + view + ".png"))
                .setFullPage(true));
    }
}
