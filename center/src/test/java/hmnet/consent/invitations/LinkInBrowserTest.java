package hmnet.consent.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.ground.design.Axe;
import hmnet.ground.design.CameraFilm;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Profession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A resident scans the code on a facility's screen with their telephone, and the facility's screen says that it is
/// done.
@NeedsBrowser
class LinkInBrowserTest extends EmergencyWard {
    @TempDir
    private Path folder;

    @Test
    void aResidentScansTheFacilitysCodeAndTheFacilitysScreenSaysSo() throws IOException {
        var desk = member(hospital(), Profession.RECEPTION, false);
        var shown = leads(desk.browser().post("/invitations", Map.of()));
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        var resident = signedIn(card);
        var film = folder.resolve("camera.y4m");
        new CameraFilm()
                .nothing(1)
                .near(3, "https://elsewhere.example.jp/my/link?code=2ABC3DEF4GHJ")
                .near(6, at("/my/link?code=" + shown.substring(shown.lastIndexOf('/') + 1)))
                .write(film);
        try (var screen = TestBrowser.open();
                var telephone = TestBrowser.withCamera(film)) {
            var counter = screen.page();
            counter.context().addCookies(List.of(new Cookie("hmnet", desk.cookie()).setUrl(at("/"))));
            counter.navigate(at(shown));
            counter.getByText("スマートフォンのカメラで読み取ってもらってください").waitFor();
            var page = telephone.page();
            page.setViewportSize(390, 844);
            page.context().grantPermissions(List.of("camera"));
            page.context()
                    .addCookies(List.of(
                            new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow()).setUrl(at("/"))));
            page.navigate(at("/my/link"));
            clean(page);
            page.locator("button[data-camera]").click();
            page.getByText("この施設とつながる").waitFor();
            assertThat(page.url()).startsWith(at("/my/link?code="));
            clean(page);
            page.getByText("この施設とつながる").click();
            page.waitForURL(at("/my/facilities?done=linked"));
            counter.getByText("さんとつながりました").waitFor();
            assertThat(counter.textContent("main")).contains(card.holder().name());
            clean(counter);
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }
}
