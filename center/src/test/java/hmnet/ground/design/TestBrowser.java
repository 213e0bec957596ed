package hmnet.ground.design;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Chromium that tests open (試験用ブラウザ): the one that `hmnet.browser` names, as `./hmnet test` does, else the
/// first on the path.
public final class TestBrowser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// None where the property says `absent`. One that is named and not there is a mistake, never a reason to skip.
    static Optional<Path> found() {
        var named = System.getProperty("hmnet.browser");
        if (named == null) {
            return onThePath();
        }
        if (named.equals("absent")) {
            return Optional.empty();
        }
        var browser = Path.of(named);
        if (!Files.isExecutable(browser)) {
            throw new IllegalStateException("hmnet.browser names " + named + ", which is not there");
        }
        return Optional.of(browser);
    }

    private static Optional<Path> onThePath() {
        var folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1);
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static TestBrowser open() {
        return open(List.of());
    }

    /// With one camera, which sees what stands in the file whenever a page starts it. Pages may use it after
    /// `grantPermissions` only.
    public static TestBrowser withCamera(Path film) {
        return open(List.of(
                "--use-fake-device-for-media-stream=device-count=1", "--use-file-for-fake-video-capture=" + film));
    }

    private static TestBrowser open(List<String> more) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(found().orElseThrow())
                .setArgs(Stream.concat(QUIET.stream(), more.stream()).toList());
        return new TestBrowser(playwright, playwright.chromium().launch(options));
    }

    /// A fresh page with no cookies of another.
    public Page page() {
        return browser.newPage(japanese());
    }

    /// A fresh page whose scripts are switched off, as some hospitals do.
    public Page pageWithoutScripts() {
        return browser.newPage(japanese().setJavaScriptEnabled(false));
    }

    private static Browser.NewPageOptions japanese() {
        return new Browser.NewPageOptions().setLocale("ja-JP");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
