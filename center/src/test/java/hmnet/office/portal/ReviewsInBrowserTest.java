package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.people.arrivals.AskedPairs;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The office decides pairs with the keyboard alone; those without the right are turned away.
class ReviewsInBrowserTest extends RegionInBrowser {
    private FacilityId facility(String code) {
        return centre.getBean(Facilities.class)
                .register(
                        new Facility(
                                new FacilityId(0),
                                code,
                                FacilityKind.HOSPITAL,
                                "名寄せ例示病院 " + code,
                                "",
                                "000-000-0000",
                                "",
                                Direction.DISCLOSE_AND_VIEW,
                                "HM",
                                false,
                                null),
                        "見本会");
    }

    @Test
    void theOfficeDecidesPairAfterPairWithTheKeyboardAndTakesOneBack() {
        var here = facility("3498800001");
        var there = facility("3498800002");
        for (var number : new String[] {"0000011", "0000012", "0000013"}) {
            AskedPairs.likely(centre, here, there, number);
        }
        try (var office = signedIn("operator1")) {
            office.follow("名寄せ確認");
            office.visit("/reviews?facility=" + here.value());
            assertThat(office.reads()).contains("3 件", "名寄せ例示病院").doesNotContain("要子");
            office.clean();
            office.picture("reviews");
            office.page().getByText("上から確認を始める").focus();
            press(office, "Enter", "/reviews/\\d+\\?.*");
            assertThat(office.reads()).contains("要子", "葉子", "ちがう");
            office.clean();
            office.picture("review-pair");
            var first = office.page().url();
            press(office, "o", ".*told=same.*");
            assertThat(office.page().url()).doesNotStartWith(first);
            assertThat(office.reads()).contains("「同じ人」と記録しました");
            press(office, "t", ".*told=undone.*");
            assertThat(office.page().url().replaceFirst("&told.*", "")).isEqualTo(first);
            press(office, "b", ".*told=different.*");
            assertThat(office.reads()).contains("いまの判断を取り消す");
            office.page().keyboard().type("ob", new com.microsoft.playwright.Keyboard.TypeOptions().setDelay(5));
            office.page().waitForTimeout(400);
            assertThat(office.page().url())
                    .as("a burst of keys decides nothing")
                    .contains("told=different");
            putOffWithoutScripts(office);
            office.visit("/reviews/figures");
            assertThat(office.reads()).contains("日ごとの判断");
            office.visit("/patients");
            assertThat(office.heading()).isEqualTo("表示できるものがありません");
        }
    }

    private static void press(Colleague office, String key, String address) {
        office.page().keyboard().press(key);
        office.page().waitForURL(Pattern.compile(address));
    }

    private void putOffWithoutScripts(Colleague office) {
        try (var plain = new Colleague(browser.pageWithoutScripts(), "http://localhost:" + port)) {
            plain.page().context().addCookies(office.page().context().cookies());
            plain.page().navigate(office.page().url());
            plain.page().locator("button[value=LATER]").click();
            plain.page().getByText("列の最後に回しました").first().waitFor();
        }
    }

    @Test
    void reviewsLinksAndIncidentsAreTheOfficesAlone() {
        try (var doctor = signedIn("doctor1");
                var desk = signedIn("desk1")) {
            for (var path :
                    new String[] {"/reviews", "/reviews/1", "/reviews/figures", "/office/links", "/incidents"}) {
                doctor.visit(path);
                assertThat(doctor.heading()).as(path).isEqualTo("表示できるものがありません");
                desk.visit(path);
                assertThat(desk.heading()).as(path).isEqualTo("表示できるものがありません");
            }
            doctor.visit("/patients");
            assertThat(doctor.heading()).isEqualTo("表示できるものがありません");
            desk.follow("患者一覧");
            assertThat(desk.heading()).isEqualTo("患者一覧");
            desk.clean();
            desk.picture("patients");
        }
    }
}
