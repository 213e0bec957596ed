package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks at every screen with a real browser, one after the other in the same page: another one would cost as much
/// again as all that is done in it. With `-Dhmnet.pictures=true` pictures of them are left in
/// `target/screens`.
@NeedsBrowser
class ScreensInBrowserTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static ScreenServer server;
    private static TestBrowser browser;
    private static Page page;
    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    static Stream<Screen> screens() {
        return Screens.distinct();
    }

    @BeforeAll
    static void open() throws IOException {
        browser = TestBrowser.open();
        server = new ScreenServer();
        page = browser.page();
        page.onConsoleMessage(message -> COMPLAINTS.add(message.text()));
        page.onPageError(COMPLAINTS::add);
    }

    @AfterAll
    static void close() {
        server.close();
        browser.close();
    }

    /// At a desk, in a dark room, on a phone, and on a laptop with everything enlarged twice.
    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingThePolicyIsObeyedAndNothingScrollsSideways(Screen screen) {
        COMPLAINTS.clear();
        page.setViewportSize(1280, 900);
        page.navigate(server.address(screen, Language.JAPANESE));
        picture(screen, "wide");
        assertThat(Axe.violations(page, List.of())).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(screen, "dark");
        assertThat(Axe.faint(page)).as("in a dark room").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(COMPLAINTS).isEmpty();
        for (var view : List.of(new View("phone", 390, 844), new View("zoomed", 640, 450))) {
            page.setViewportSize(view.width(), view.height());
            picture(screen, view.name());
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(view.name())
                    .isEqualTo(view.width());
        }
    }

    private record View(String name, int width, int height) {}

    private static void picture(Screen screen, String view) {
        if (!Boolean.getBoolean("hmnet.pictures")) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(screen.name() + "-" + view + ".png"))
                .setFullPage(true));
    }
}
