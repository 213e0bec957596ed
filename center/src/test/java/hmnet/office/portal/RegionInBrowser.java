package hmnet.office.portal;

import com.microsoft.playwright.options.Cookie;
import hmnet.Centre;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.office.setup.SampleRegion;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A centre with a small region in it, and a browser in front (ブラウザ試験の土台). All classes of a process share the
/// browser and who is signed in: each code counts once, and new ones come every thirty seconds only.
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegionInBrowser extends Centre {
    @Autowired
    ApplicationContext centre;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private static final Map<String, List<Cookie>> SESSIONS = new HashMap<>();
    private static @Nullable TestBrowser shared;

    /// Who has a page open; another one would cost as much as a walk through three.
    private final Map<String, Colleague> present = new HashMap<>();

    TestBrowser browser;
    SampleRegion region;

    @BeforeAll
    void open() throws IOException {
        browser = browser();
        region = SampleRegion.of(centre, data());
        db.sql("delete from signin_throttle").update();
    }

    /// Nobody is in anybody's care yet, whichever test came before.
    @BeforeEach
    void noRelations() {
        db.sql("update relation set until = now() - interval '1 second' where until > now()")
                .update();
    }

    /// It ends with this process.
    private static TestBrowser browser() {
        var open = shared;
        if (open == null) {
            open = TestBrowser.open();
            shared = open;
        }
        return open;
    }

    @AfterAll
    void leave() {
        present.values().forEach(Colleague::leave);
    }

    Colleague anybody() {
        return new Colleague(browser.page(), "http://localhost:" + port);
    }

    /// On the first page, as if just signed in.
    Colleague signedIn(String login) {
        var colleague = present.computeIfAbsent(login, any -> anybody().staying());
        colleague.page().context().addCookies(SESSIONS.getOrDefault(login, List.of()));
        colleague.visit("/");
        if (!colleague.heading().equals("ホーム")) {
            colleague.signIn(region.staff(login));
            SESSIONS.put(login, colleague.page().context().cookies());
        }
        return colleague;
    }

    Colleague signedInWithoutScripts(String login) {
        return new Colleague(browser.pageWithoutScripts(), "http://localhost:" + port).signIn(region.staff(login));
    }
}
