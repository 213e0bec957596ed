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
        var complaints = new ArrayList<String>();
        try (var page = browser.newPage()) {
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.setViewportSize(1280, 900);
            page.navigate(server.address(screen, Language.JAPANESE));
            picture(page, screen, "wide");
            assertThat(violations(page)).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    /// A phone, and a laptop with everything enlarged twice.
    @ParameterizedTest
    @MethodSource("screens")
    void noScreenScrollsSidewaysWhenNarrow(Screen screen) {
        try (var page = browser.newPage()) {
            for (var view : List.of(new View("phone", 390, 844), new View("zoomed", 640, 450))) {
                page.setViewportSize(view.width(), view.height());
                page.navigate(server.address(screen, Language.JAPANESE));
                picture(page, screen, view.name());
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(view.name())
                        .isEqualTo(view.width());
            }
        }
    }

    private record View(String name, int width, int height) {}

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getFailureSummary()))
                        .toList();
    }

    private static void picture(Page page, Screen screen, String view) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(screen.name() + "-" + view + ".png"))
                .setFullPage(true));
    }
}
