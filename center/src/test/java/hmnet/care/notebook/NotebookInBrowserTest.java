package hmnet.care.notebook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.residents.ResidentWard;
import hmnet.formats.base.Unreadable;
import hmnet.formats.jahis.tc.TcFile;
import hmnet.ground.design.Axe;
import hmnet.ground.design.CameraFilm;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.FacilityKind;
import hmnet.record.ownrecords.HandbookCharts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident holds the codes of a pharmacy before the camera of their telephone, one after the other.
@NeedsBrowser
class NotebookInBrowserTest extends ResidentWard {
    @TempDir
    private Path folder;

    @Autowired
    private HandbookCharts handbook;

    @Test
    void thePartsOfANotebookAreGatheredInAnyOrder() throws IOException, Unreadable {
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        var resident = signedIn(card);
        var today = LocalDate.now(JapaneseDates.JAPAN);
        var whole = Notebooks.of(card.holder(), Notebooks.dispensing(today, "試験薬局", "架空アムロジピン錠5mg"));
        var file = TcFile.read(whole.getBytes(Notebooks.MS932));
        var parts = file.split("20261126000001", 120);
        assertThat(parts).hasSize(4);
        var other = file.split("20261126000002", 120);
        var film = folder.resolve("camera.y4m");
        new CameraFilm()
                .nothing(1)
                .near(3, latin(parts.get(1)))
                .near(3, latin(other.get(0)))
                .near(3, latin(parts.get(0)))
                .near(3, latin(parts.get(3)))
                .near(3, latin(parts.get(2)))
                .write(film);
        try (var telephone = TestBrowser.withCamera(film)) {
            var page = telephone.page();
            page.setViewportSize(390, 844);
            page.context().grantPermissions(List.of("camera"));
            page.context()
                    .addCookies(List.of(
                            new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow()).setUrl(at("/"))));
            page.navigate(at("/my/medicines/notebook"));
            clean(page);
            page.locator("button[data-camera]").click();
            page.getByText("4 つのうち 1 つ読みました。残りは 1・3・4 です。").first().waitFor();
            page.getByText("別のお薬手帳のコードです").first().waitFor();
            page.getByText("調剤 1 件（新しいもの 1 件）").waitFor();
            assertThat(page.textContent("main")).contains("架空アムロジピン錠5mg", "試験薬局");
            clean(page);
            page.getByText("1 件を加える").click();
            page.waitForURL(at("/my/medicines/notebook?told=kept"));
        }
    }

    private static String latin(byte[] part) {
        return new String(part, ISO_8859_1);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }
}
