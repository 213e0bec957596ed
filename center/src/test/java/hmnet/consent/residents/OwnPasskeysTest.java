package hmnet.consent.residents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.passkeys.TestDevice;
import hmnet.ground.signin.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A resident's passkeys, and a password changed without a letter.
class OwnPasskeysTest extends ResidentWard {
    private static final String NEW = "めだかの学校は川の中";

    @Autowired
    private Protections protections;

    private TestDevice device() {
        return new TestDevice("http://localhost:" + port);
    }

    private static String question(Browser browser, String path) {
        return browser.post(path + "/question", Map.of(), "Accept", "application/json")
                .body();
    }

    private static HttpResponse<String> add(Browser browser, TestDevice device, String password) {
        return browser.post(
                "/my/passkeys",
                Map.of(
                        "label",
                        "わたしの電話",
                        "password",
                        password,
                        "credential",
                        device.adds(question(browser, "/my/passkeys"))));
    }

    private static HttpResponse<String> enter(Browser browser, TestDevice device) {
        return browser.post(
                "/my/signin/passkey", Map.of("credential", device.signsIn(question(browser, "/my/signin/passkey"))));
    }

    private TestDevice added(Card card) {
        var device = device().syncs();
        assertThat(leads(add(signedIn(card), device, PASSWORD)))
                .as("also one that the maker of the phone carries to the next")
                .isEqualTo("/my/passkeys?done=added");
        return device;
    }

    @Test
    void aResidentComesInByTheirPhoneWithoutTypingAnything() {
        var device = added(card());
        var browser = browser();
        assertThat(leads(enter(browser, device))).isEqualTo("/my");
        assertThat(browser.get("/my").body()).contains("わたしの");
        assertThat(browser.get("/my/passkeys").body()).contains("わたしの電話");
    }

    @Test
    void thePasskeyEndsWithTheCardItStandsOn() {
        var card = card();
        var device = added(card);
        cards.reissue(card.holder(), "lost", office());
        var answer = enter(browser(), device);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("このパスキーでは入れません");
    }

    @Test
    void aCopyOfAKeyThatWasTriedStandsInTheLogOfWhoseItIs() {
        var card = card();
        var device = added(card).countsFrom(40);
        assertThat(leads(enter(browser(), device))).isEqualTo("/my");
        assertThat(enter(browser(), device.countsFrom(20)).statusCode()).isEqualTo(422);
        assertThat(logged(
                        "\"sign-in-refused\"",
                        "resident-passkey-copied",
                        card.holder().id().toString()))
                .hasSize(1);
        assertThat(enter(browser(), device.countsFrom(90)).statusCode())
                .as("the key has ended")
                .isEqualTo(422);
    }

    @Test
    void whoIsProtectedIsNotLetInByAPasskeyThatSomebodyElseMayHold() {
        var card = card();
        var device = added(card);
        protections.begin(card.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(enter(browser(), device).statusCode()).isEqualTo(422);
    }

    @Test
    void addingAsksForThePasswordAgain() {
        var browser = signedIn(card());
        assertThat(add(browser, device(), "wrong" + PASSWORD).body()).contains("パスワードが違います");
        assertThat(browser.get("/my/passkeys").body()).contains("登録したパスキーはありません");
    }

    @Test
    void aKeyOfStaffOpensNoResidentsPageAndTheOtherWayRound() {
        var device = added(card());
        var browser = browser();
        var answer = browser.post(
                "/signin/passkey", Map.of("credential", device.signsIn(question(browser, "/signin/passkey"))));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(browser().get("/my/passkeys").headers().firstValue("Location"))
                .as("without a session")
                .hasValueSatisfying(where -> assertThat(where).contains("/my/signin"));
    }

    @Test
    void aResidentChangesThePasswordWithTheOneBeforeAndOtherScreensClose() {
        var card = card();
        var elsewhere = signedIn(card);
        var here = browser();
        again(here, card, PASSWORD);
        var wrong = here.post("/my/password", Map.of("current", "something else", "password", NEW, "again", NEW));
        assertThat(wrong.body()).contains("今のパスワードが違います");
        assertThat(leads(here.post("/my/password", Map.of("current", PASSWORD, "password", NEW, "again", NEW))))
                .isEqualTo("/my");
        assertThat(here.get("/my").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/my").statusCode()).isEqualTo(303);
        assertThat(again(browser(), card, PASSWORD).statusCode()).isEqualTo(422);
        assertThat(leads(again(browser(), card, NEW))).isEqualTo("/my");
    }
}
