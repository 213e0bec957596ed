package hmnet.consent.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.residents.ResidentWard;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;

/// A facility shows a code once; the resident who scans it chooses, agrees, and ends it from where it led.
class InvitationsTest extends ResidentWard {
    private static final Frame FRAME = Preview.frame(Language.JAPANESE, Preview.DESK, "/invitations");

    @Autowired
    private Invitations invitations;

    @Autowired
    private Protections protections;

    @Autowired
    private InvitationPage page;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    private InvitationCode code(Requester by) {
        return invitations.make(by).orElseThrow();
    }

    private static HttpResponse<String> take(Browser browser, InvitationCode code, String position) {
        return browser.post(
                "/my/link", Map.of("code", code.printed(), "position", position, "version", ConsentNotice.FIRST));
    }

    private String shown(InvitationCode code, Requester to) {
        return String.valueOf(page.shown(code.value(), to, new MockHttpServletRequest(), FRAME)
                .getBody());
    }

    private boolean tied(Requester by, Card card) {
        return relations.holds(by.facility(), card.holder().id());
    }

    @Test
    void whoScansChoosesAndAgreesAndTheTieBegins() {
        var doctor = doctor();
        var code = code(doctor);
        assertThat(shown(code, doctor)).contains(code.printed(), "<svg class=\"invitation-code\"", "つながったか確かめる");
        var card = card();
        var browser = signedIn(card);
        assertThat(browser.get("/my/link?code=" + code.value()).body())
                .contains(doctor.facilityName(), "地域医療情報連携ネットワークのご説明", "全部見せる", "同意して、この施設とつながる")
                .doesNotContain("見せない</label>");
        assertThat(take(browser, code, "").statusCode())
                .as("nothing was chosen")
                .isEqualTo(422);
        assertThat(tied(doctor, card)).isFalse();
        assertThat(leads(take(browser, code, "everything"))).isEqualTo("/my/facilities?done=linked");
        var person = card.holder().id();
        assertThat(tied(doctor, card)).isTrue();
        assertThat(consents.position(person)).contains(ConsentChoice.EVERYTHING);
        assertThat(consents.under(person)).isEqualTo(ConsentNotice.FIRST);
        assertThat(browser.get("/my/facilities?done=linked").body())
                .contains("施設とつながりました", doctor.facilityName(), "施設の案内を読み取ったとき", "つながりを終える");
        assertThat(shown(code, doctor)).contains(card.holder().name() + " さんとつながりました", "/people/" + person);
        assertThat(audit.of(person.value(), 500).stream()
                        .filter(entry -> entry.action() == Action.LINKED
                                && entry.outcome().equals("app")))
                .hasSize(1);
    }

    @Test
    void whoAgreedBeforeOnlyTiesThemselves() {
        var doctor = doctor();
        var card = card();
        consents.record(
                card.holder().id(), ConsentChoice.MEDICINES_AND_EMERGENCY, "paper", ConsentNotice.FIRST, office());
        var browser = signedIn(card);
        var code = code(doctor);
        assertThat(browser.get("/my/link?code=" + code.value()).body())
                .contains("この施設とつながる")
                .doesNotContain("name=\"position\"");
        take(browser, code, "everything");
        assertThat(tied(doctor, card)).isTrue();
        assertThat(consents.position(card.holder().id()))
                .as("what was shown before stays")
                .contains(ConsentChoice.MEDICINES_AND_EMERGENCY);
    }

    @Test
    void aCodeIsGoodOnceAndForTenMinutes() {
        var doctor = doctor();
        var first = card();
        var code = code(doctor);
        take(signedIn(first), code, "everything");
        var second = card();
        var browser = signedIn(second);
        assertThat(browser.get("/my/link?code=" + code.value()).body())
                .contains("この番号は使えません")
                .doesNotContain(doctor.facilityName());
        assertThat(take(browser, code, "everything").statusCode()).isEqualTo(422);
        assertThat(tied(doctor, second)).isFalse();
        assertThat(consents.of(second.holder().id()).state()).isEqualTo(ConsentState.NONE);
        var late = code(doctor);
        db.sql("update invitation set ends_at = now() - interval '1 second' where taken_at is null")
                .update();
        assertThat(take(browser, late, "everything").statusCode()).isEqualTo(422);
        assertThat(take(browser, InvitationCode.fresh(), "everything").statusCode())
                .as("a guess")
                .isEqualTo(422);
    }

    @Test
    void theCodeOfSomebodyWhoLeftTiesNobody() {
        var doctor = doctor();
        var code = code(doctor);
        transaction.executeWithoutResult(status -> staff.leave(doctor.staff()));
        var card = card();
        assertThat(take(signedIn(card), code, "everything").statusCode()).isEqualTo(422);
        assertThat(tied(doctor, card)).isFalse();
    }

    @Test
    void underAnEarlierVersionNobodyAgrees() {
        var doctor = doctor();
        var code = code(doctor);
        var card = card();
        var answer = signedIn(card)
                .post("/my/link", Map.of("code", code.printed(), "position", "everything", "version", "2020-01"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("説明が新しくなりました", "同意して、この施設とつながる");
        assertThat(tied(doctor, card)).isFalse();
    }

    @Test
    void whoIsProtectedMeanwhileIsSignedOutAndTiedToNobody() {
        var doctor = doctor();
        var code = code(doctor);
        var card = card();
        var browser = signedIn(card);
        var there = doctor.facility();
        protections.begin(
                card.holder().id(), new ProtectionOrder("person", "photo", Set.of(there), Set.of()), office());
        assertThat(take(browser, code, "everything").statusCode()).isEqualTo(401);
        assertThat(tied(doctor, card)).isFalse();
    }

    @Test
    void nobodyElseSeesWhoTookACode() {
        var doctor = doctor();
        var code = code(doctor);
        var colleague = at(doctor.facility(), Profession.NURSE);
        assertThat(page.shown(code.value(), colleague, new MockHttpServletRequest(), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(page.shown("nothing", doctor, new MockHttpServletRequest(), FRAME)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aScreenLeftAloneMakesNoHeapOfCodes() {
        var nurse = at(facility(FacilityKind.CLINIC), Profession.NURSE);
        for (var n = 0; n < Invitations.OPEN_MOST; n++) {
            code(nurse);
        }
        assertThat(page.make(nurse, FRAME).getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void whoGuessesCodesHasToWaitAndNobodyElseDoes() {
        var guesser = signedIn(card());
        for (var n = 0; n < 5; n++) {
            assertThat(guesser.get("/my/link?code=" + InvitationCode.fresh().value())
                            .statusCode())
                    .isEqualTo(422);
        }
        var code = code(doctor());
        var held = guesser.get("/my/link?code=" + code.value());
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body()).contains("使えない番号が続きました");
        assertThat(take(guesser, code, "everything").statusCode()).isEqualTo(429);
        assertThat(signedIn(card()).get("/my/link?code=" + code.value()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFacilitysPageLooksByItselfUntilTheCodeIsTakenOrOver() {
        var doctor = doctor();
        var code = code(doctor);
        assertThat(shown(code, doctor)).contains("data-hx-trigger=\"load delay:3s\"");
        db.sql("update invitation set ends_at = now() - interval '1 second' where code = ?")
                .param(code.hash())
                .update();
        assertThat(shown(code, doctor)).contains("この番号の時間が過ぎました").doesNotContain("data-hx-get", "invitation-code");
    }

    @Test
    void whoHasToSignInFirstComesBackToTheCode() {
        var code = code(doctor());
        var card = card();
        signedIn(card);
        var browser = browser();
        var refused = browser.get("/my/link?code=" + code.value());
        assertThat(refused.statusCode()).isEqualTo(303);
        var back = URI.create(leads(refused)).getQuery().replaceFirst("^return=", "");
        var answer =
                browser.post("/my/signin", Map.of("card", card.number().value(), "password", PASSWORD, "return", back));
        assertThat(leads(answer)).endsWith("/my/link?code=" + code.value());
        assertThat(leads(browser()
                        .post(
                                "/my/signin",
                                Map.of(
                                        "card",
                                        card.number().value(),
                                        "password",
                                        PASSWORD,
                                        "return",
                                        "//hmnet.example.net/my/"))))
                .as("never to another site")
                .isEqualTo("/my");
    }
}
