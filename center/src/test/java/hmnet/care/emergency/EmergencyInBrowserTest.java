package hmnet.care.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.design.Axe;
import hmnet.ground.design.NeedsBrowser;
import hmnet.ground.design.TestBrowser;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.SignedIn.SignedInOwner;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From the crew's one tap to the reviewer's word, with a real browser.
@NeedsBrowser
class EmergencyInBrowserTest extends EmergencyWard {
    @Test
    void oneTapOpensAndTheOfficeReviews() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC, false);
        var reviewer = member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false);
        try (var browser = TestBrowser.open()) {
            var page = as(browser, crew);
            page.navigate(at("/emergency"));
            page.getByLabel("カード、カードの番号、またはカナ氏名").fill(cards.qrOf(whom.card().number()));
            page.getByText("探す", exactly()).click();
            page.getByText("心肺停止").click();
            assertThat(page.textContent("main")).contains("架空ワルファリン錠", "同意なし（命に関わる緊急）");
            clean(page);
            var opening = id(page.url().replaceFirst(".*/views/", ""));
            page.getByLabel("救急の閲覧を開いた理由").fill("呼びかけに応じない");
            page.getByText("理由を送る").click();
            assertThat(page.textContent("main")).contains("理由を受け付けました");
            var desk = as(browser, reviewer);
            desk.navigate(at("/office/emergency"));
            clean(desk);
            desk.getByText("救急の閲覧 " + opening, exactly()).click();
            clean(desk);
            desk.getByText("正当", exactly()).click();
            desk.getByLabel("確かめたこと").fill("出動の記録と合う");
            desk.getByText("登録する").click();
            assertThat(desk.textContent("main")).contains("「正当」として審査を終えました");
        }
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private Page as(TestBrowser browser, SignedInOwner owner) {
        var page = browser.page();
        page.context().addCookies(List.of(new Cookie("hmnet", owner.cookie()).setUrl(at("/"))));
        return page;
    }

    private static void clean(Page page) {
        assertThat(Axe.violations(page, List.of())).as(page.url()).isEmpty();
    }
}
