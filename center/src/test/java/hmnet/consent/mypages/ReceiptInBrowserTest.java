package hmnet.consent.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Profession;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident reads who saw what on a phone, keeps a receipt, and verifies it where there is no network.
@NeedsBrowser
class ReceiptInBrowserTest extends ResidentWard {
    @Autowired
    private Audit audit;

    @TempDir
    private Path phone;

    @Test
    void aResidentVerifiesAReceiptWithoutANetwork() throws IOException {
        var card = card();
        var person = card.holder().id();
        var number = number();
        var hospital = hospital();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        relations.tie(at(hospital, Profession.RECEPTION), person, number);
        filed(hospital, Papers.of(number).visit());
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> opening);
        var event = audit.of(person.value(), 100).stream()
                .filter(entry -> entry.action() == Action.CHART_OPENED)
                .findFirst()
                .orElseThrow()
                .id();
        await(() -> audit.receipt(event).isPresent());
        var resident = signedIn(card);
        try (var browser = TestBrowser.open()) {
            var page = browser.page();
            page.setViewportSize(390, 844);
            page.context()
                    .addCookies(List.of(
                            new Cookie("hmnet-my", resident.cookie("hmnet-my").orElseThrow()).setUrl(address(""))));
            page.navigate(address("/my/log"));
            var line = page.locator("li.panel", new Page.LocatorOptions().setHasText(doctor.facilityName()))
                    .first();
            var download =
                    page.waitForDownload(() -> line.getByText("受領証を保存").first().click());
            var receipt = phone.resolve("receipt.txt");
            download.saveAs(receipt);
            page.getByText("受領証を確かめる").click();
            assertThat(Axe.violations(page, List.of())).isEmpty();
            page.context().setOffline(true);
            page.setInputFiles("#receipt-file", receipt);
            page.getByText("本物の受領証です").waitFor();
            assertThat(page.textContent("[data-receipt=words]")).contains(doctor.facilityName() + " 医師");
            assertThat(Axe.violations(page, List.of())).isEmpty();
            var forged = phone.resolve("forged.txt");
            Files.writeString(forged, Files.readString(receipt).replace("医師", "薬剤師"));
            page.setInputFiles("#receipt-file", forged);
            page.getByText("内容が書きかえられたか").waitFor();
            assertThat(page.textContent("[data-receipt=words]")).isEmpty();
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
