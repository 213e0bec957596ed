package hmnet.ground.design;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The Chromium of this machine (試験用ブラウザ). Where there is none, or `hmnet.browser=absent`, the test
/// that opens it is skipped.
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
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

    public static TestBrowser open() {
        assumeTrue(!"absent".equals(System.getProperty("hmnet.browser")) && Files.isExecutable(CHROMIUM));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(QUIET);
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
