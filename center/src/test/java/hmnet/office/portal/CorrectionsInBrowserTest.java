package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.office.setup.SampleRegion;
import hmnet.record.filing.Papers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A hospital takes a prescription back that a doctor elsewhere was shown; seen with a real browser.
class CorrectionsInBrowserTest extends RegionInBrowser {
    private static final String FIRST_HOSPITAL = "3419900011";

    @Test
    void whoWasShownItIsToldAndTheSendersDeskSeesWho() throws IOException {
        var resident = region.resident("corrected");
        var chart = resident.get("patients").get(0);
        var hospital = chart.get("facility").asString();
        try (var doctor = signedIn("doctor1");
                var sender = signedIn(hospital.equals(FIRST_HOSPITAL) ? "desk1" : "desk2");
                var elsewhere = signedIn(hospital.equals(FIRST_HOSPITAL) ? "desk2" : "desk1")) {
            doctor.link(region.qr(resident));
            var wrong = region.stored(hospital, chart.get("number").asString(), "OMP-01");
            region.keep(hospital, List.of(Papers.flagged(wrong, '0')));
            awaitNotice(doctor);
            assertThat(doctor.page().locator(".corrections").innerText())
                    .contains(SampleRegion.name(resident), region.facilityName(hospital), "取消", "処方", "1 件");
            doctor.clean();
            doctor.picture("corrections-home");
            doctor.page().locator(".corrections a").click();
            assertThat(doctor.page().url()).contains("/timeline?", "kind=PRESCRIPTION");
            confirmWithoutScripts(doctor);

            sender.follow("訂正・取消の表示先");
            var name = region.staff("doctor1").get("name").asString();
            assertThat(sender.reads()).contains(name, chart.get("number").asString(), "取消", "確認済み");
            sender.clean();
            sender.picture("corrections");
            elsewhere.follow("訂正・取消の表示先");
            assertThat(elsewhere.reads()).contains("該当する表示はありません").doesNotContain(name);
            elsewhere.clean();
            doctor.visit("/corrections");
            assertThat(doctor.heading()).isEqualTo("表示できるものがありません");
        }
    }

    private void confirmWithoutScripts(Colleague doctor) {
        try (var plain = new Colleague(browser.pageWithoutScripts(), "http://localhost:" + port)) {
            plain.page().context().addCookies(doctor.page().context().cookies());
            plain.visit("/");
            plain.page().locator(".corrections button").click();
            assertThat(plain.heading()).isEqualTo("ホーム");
            assertThat(plain.reads()).doesNotContain("訂正・取消のお知らせ");
        }
    }

    private static void awaitNotice(Colleague doctor) {
        var end = Instant.now().plusSeconds(20);
        do {
            assertThat(Instant.now()).as("waited too long for the notice").isBefore(end);
            doctor.visit("/");
        } while (doctor.page().locator(".corrections").count() == 0);
    }
}
