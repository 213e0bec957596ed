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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A centre with a small region in it, and a browser in front (ブラウザ試験の土台).
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegionInBrowser extends Centre {
    @Autowired
    ApplicationContext centre;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private final Map<String, List<Cookie>> sessions = new HashMap<>();

    TestBrowser browser;
    SampleRegion region;

    @BeforeAll
    void open() throws IOException {
        browser = TestBrowser.open();
        region = SampleRegion.of(centre, data());
        db.sql("delete from signin_throttle").update();
    }

    /// Nobody is in anybody's care yet, whichever test came before.
    @BeforeEach
    void noRelations() {
        db.sql("update relation set until = now() - interval '1 second' where until > now()")
                .update();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    Colleague anybody() {
        return new Colleague(browser.page(), "http://localhost:" + port);
    }

    /// Signed in once for all tests of a class: each code counts once, and new ones come every thirty seconds
    /// only.
    Colleague signedIn(String login) {
        var colleague = anybody();
        var held = sessions.get(login);
        if (held == null) {
            colleague.signIn(region.staff(login));
            sessions.put(login, colleague.page().context().cookies());
        } else {
            colleague.page().context().addCookies(held);
            colleague.visit("/");
        }
        return colleague;
    }

    Colleague signedInWithoutScripts(String login) {
        return new Colleague(browser.pageWithoutScripts(), "http://localhost:" + port).signIn(region.staff(login));
    }
}
