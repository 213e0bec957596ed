package hmnet.office.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A person is protected at the counter, with the keyboard alone; to those shut out there is nobody from then
/// on.
class ProtectionInBrowserTest extends RegionInBrowser {
    private static final String BORN = "1991-03-14";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Requester office() {
        return centre.getBean(Staff.class).byLogin("operator1").orElseThrow();
    }

    private Cards cards() {
        return centre.getBean(Cards.class);
    }

    /// Somebody of this test alone, who has agreed to everything.
    private Cards.Card newcomer() {
        var applicant = new Person(
                PersonId.fresh(),
                "",
                "架空",
                "保護" + RANDOM.nextInt(1_000_000),
                "カクウ",
                "ホゴ",
                LocalDate.parse(BORN),
                "female",
                "",
                "広島県架空市三丁目4-5",
                "架空市",
                "");
        var card = cards().issueFor(applicant, office());
        centre.getBean(Consents.class)
                .record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        return card;
    }

    @Test
    void toWhoeverIsShutOutAProtectedPersonIsNobody() {
        var card = newcomer();
        var person = card.holder().id();
        try (var operator = signedIn("operator1");
                var shutOut = signedIn("doctor3")) {
            shutOut.link(cards().qrOf(card.number()));
            var seen = shutOut.page().url();
            assertThat(seen).endsWith("/people/" + person + "/summary");
            var stale = shutOut.page().request();
            protect(operator, card.number(), shutOut);

            var fresh = cards().reissue(card.holder(), "protected", office());
            var base = seen.replaceFirst("/people/.*", "");
            for (var path : new String[] {"", "/summary", "/timeline", "/medicines"}) {
                var closed = answer(stale.get(base + "/people/" + person + path), person.toString());
                var unknown = UUID.randomUUID().toString();
                assertThat(closed).isEqualTo(answer(stale.get(base + "/people/" + unknown + path), unknown));
            }
            assertThat(read(shutOut, base, cards().qrOf(fresh.number())))
                    .startsWith("303")
                    .isEqualTo(read(shutOut, base, cards().qrOf(card.number())))
                    .isEqualTo(read(shutOut, base, "HM1.1.1.000000000000"));
            var nobodys = CardNumber.random(RANDOM);
            assertThat(typed(shutOut, base, fresh.number()))
                    .startsWith("422")
                    .isEqualTo(typed(shutOut, base, nobodys))
                    .isEqualTo(typed(shutOut, base, card.number()));
            shutOut.visit("/");
            assertThat(shutOut.reads()).doesNotContain(card.holder().name());
            shutOut.read(cards().qrOf(fresh.number()));
            assertThat(shutOut.reads()).contains("このカードは使えません");
            shutOut.clean();
        }
    }

    /// Tab, space and Enter only.
    private static void protect(Colleague operator, CardNumber number, Colleague shutOut) {
        var facility = shutOut.page().locator(".site-who small").innerText().replaceFirst(".* · ", "");
        operator.visit("/protection");
        operator.clean();
        var keys = operator.page().keyboard();
        operator.page().locator("#f-who").focus();
        keys.insertText(number.printed());
        keys.press("Tab");
        keys.insertText("H3.3.14");
        keys.press("Enter");
        operator.page().locator("#f-facilities").waitFor();
        operator.clean();
        operator.page().locator("input[name=ticket]").focus();
        keys.press("Tab");
        keys.press("Space");
        keys.press("Tab");
        keys.press("Space");
        keys.press("Tab");
        keys.insertText(facility);
        keys.press("Tab");
        keys.press("Tab");
        keys.press("Enter");
        operator.page().locator("form.sure").waitFor(attached());
        operator.clean();
        operator.picture("protection-look");
        operator.page().locator("main button[type=submit]").focus();
        keys.press("Enter");
        operator.page().locator(".notice.good").waitFor();
        assertThat(operator.reads()).contains("保護しました。いまから有効です");
        operator.clean();
        operator.picture("protection");
    }

    private static String read(Colleague colleague, String base, String qr) {
        return answer(post(colleague, base + "/cards/reading", FormData.create().set("code", qr)), qr);
    }

    /// All but the number itself and the count of misses, which goes down whatever was typed.
    private static String typed(Colleague colleague, String base, CardNumber number) {
        var form = FormData.create().set("number", number.value()).set("birth", BORN);
        return answer(post(colleague, base + "/cards/typed", form), number.value())
                .replaceAll("あと \\d+ 回", "あと N 回");
    }

    private static APIResponse post(Colleague colleague, String path, FormData form) {
        return colleague
                .page()
                .request()
                .post(path, RequestOptions.create().setForm(form).setMaxRedirects(0));
    }

    private static String answer(APIResponse answer, String asked) {
        var headers = answer.headers().entrySet().stream()
                .filter(header -> !header.getKey().matches("date|content-length"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return (answer.status() + " " + new java.util.TreeMap<>(headers) + answer.text()).replace(asked, "ASKED");
    }

    @Test
    void theOfficeReissuesALostCard() {
        var card = newcomer();
        var qr = cards().qrOf(card.number());
        try (var operator = signedIn("operator1");
                var doctor = signedIn("doctor3")) {
            operator.visit("/office/people");
            operator.write("カードのQR・番号、または診察券番号", "かくう　ほご");
            operator.write("生年月日", "平成3年3月14日");
            operator.press("探す");
            var panel = operator.page()
                    .locator("section.panel")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions()
                            .setHasText(card.holder().name()));
            panel.getByLabel("紛失").check();
            operator.clean();
            operator.picture("reissue");
            panel.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                    .first()
                    .click();
            assertThat(operator.reads()).contains("元には戻せません", card.holder().name());
            operator.clean();
            operator.press("再発行する");
            assertThat(operator.reads()).contains("のカードを発行しました");
            doctor.read(qr);
            assertThat(doctor.reads()).contains("このカードは使えません", "停止・再発行された古いカード");
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions attached() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }
}
