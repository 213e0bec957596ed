package hmnet.consent.residents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How residents come in as themselves, and who does not.
class OwnSignInTest extends ResidentWard {
    @Autowired
    private Protections protections;

    @Autowired
    private SignInAccounts staffAccounts;

    @Test
    void aResidentComesInByLetterAndThenByPassword() {
        var card = card();
        var browser = browser();
        assertThat(leads(first(browser, card, BORN, letter(card.holder().id()))))
                .isEqualTo("/my/password");
        assertThat(leads(browser.get("/my"))).as("a password comes first").startsWith("/my/password");
        assertThat(choose(browser, "短い").statusCode()).isEqualTo(422);
        assertThat(leads(choose(browser, PASSWORD))).isEqualTo("/my");
        assertThat(browser.get("/my").body()).contains(card.holder().givenName());
        var other = browser();
        assertThat(leads(again(other, card, PASSWORD))).isEqualTo("/my");
        assertThat(other.get("/my").statusCode()).isEqualTo(200);
        var person = card.holder().id().toString();
        assertThat(logged("sign-in\"", person)).hasSize(2);
        assertThat(logged("letter-code-issued", person)).hasSize(1);
        assertThat(logged("own-password-chosen", person)).hasSize(1);
    }

    @Test
    void theQrOfTheCardIsTheCard() {
        var card = card();
        signedIn(card);
        var browser = browser();
        assertThat(leads(browser.post("/my/signin", Map.of("card", cards.qrOf(card.number()), "password", PASSWORD))))
                .isEqualTo("/my");
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsWrongToo() {
        var card = card();
        var code = letter(card.holder().id());
        for (var n = 0; n < ResidentAccounts.TRIES; n++) {
            db.sql("delete from signin_throttle").update();
            assertThat(first(browser(), card, BORN, "AAAAA-AAAAA").statusCode()).isEqualTo(422);
        }
        db.sql("delete from signin_throttle").update();
        assertThat(first(browser(), card, BORN, code).statusCode()).isEqualTo(422);
    }

    @Test
    void whoeverGuessesHasToWait() {
        var card = card();
        letter(card.holder().id());
        for (var n = 0; n < 5; n++) {
            first(browser(), card, "S25.3.1", "AAAAA-AAAAA");
        }
        assertThat(first(browser(), card, BORN, "AAAAA-AAAAA").statusCode()).isEqualTo(429);
    }

    @Test
    void aUsedAnEndedAndAnOldCodeAreWrong() {
        var card = card();
        var person = card.holder().id();
        var used = letter(person);
        assertThat(leads(first(browser(), card, BORN, used))).isEqualTo("/my/password");
        var ended = letter(person);
        var old = letter(person);
        db.sql("""
                        update resident_means set until = now() - interval '1 second'
                         where ended_at is null and account = (select id from resident_account where person = ?)""").param(person.value()).update();
        for (var code : List.of(used, ended, old)) {
            assertThat(first(browser(), card, BORN, code).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void anotherPersonsCardAndAnotherBirthDateAreWrong() {
        var card = card();
        var code = letter(card.holder().id());
        assertThat(first(browser(), card(), BORN, code).statusCode()).isEqualTo(422);
        assertThat(first(browser(), card, "S25.3.1", code).statusCode()).isEqualTo(422);
        assertThat(leads(first(browser(), card, BORN, code))).isEqualTo("/my/password");
    }

    @Test
    void everythingThatIsWrongHasOneAnswer() {
        var card = card();
        signedIn(card);
        var wrong = again(browser(), card, "違うパスワードの例です");
        var unknown = again(browser(), card(), "違うパスワードの例です");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body().replaceAll("value=\"[0-9]*\"", ""))
                .isEqualTo(unknown.body().replaceAll("value=\"[0-9]*\"", ""));
    }

    @Test
    void aLostCardEndsTheSessionThePasswordAndTheLetter() {
        var card = card();
        var browser = signedIn(card);
        var code = letter(card.holder().id());
        var next = cards.reissue(card.holder(), "lost", office());
        assertThat(leads(browser.get("/my"))).startsWith("/my/signin");
        for (var shown : List.of(card, next)) {
            assertThat(again(browser(), shown, PASSWORD).statusCode()).isEqualTo(422);
            assertThat(first(browser(), shown, BORN, code).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void aProtectedPersonHasNoAccountEvenWithANewCard() {
        var card = card();
        var person = card.holder().id();
        var browser = signedIn(card);
        protections.begin(person, new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(leads(browser.get("/my"))).startsWith("/my/signin");
        cards.reissue(card.holder(), "protected", office());
        assertThat(getsLetter(person)).isFalse();
    }

    @Test
    void whoeverIsTooYoungGetsNoLetter() {
        var young = cards.issueFor(
                new Person(
                        PersonId.fresh(),
                        "",
                        "架空",
                        "若葉" + number(),
                        "カクウ",
                        "ワカバ",
                        LocalDate.now(ZoneId.of("Asia/Tokyo")).minusYears(14),
                        "female",
                        "",
                        "広島県架空市九丁目",
                        "架空市",
                        ""),
                office());
        assertThat(getsLetter(young.holder().id())).isFalse();
    }

    @Test
    void anIndividualNumberIsRefusedBeforeAnythingElse() {
        var answer = browser().post("/my/signin", Map.of("card", "123456789018", "password", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("123456789018");
    }

    @Test
    void aSessionOfStaffIsNobodyOnTheResidentsPages() {
        var login = "asown" + number();
        var id = staff.register(facility(FacilityKind.CLINIC), login, "見本 花子", "ミホン ハナコ", Profession.DOCTOR, false);
        var browser = SignedIn.browser(port, staffAccounts, id, login);
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        for (var page : List.of("/my", "/my/log", "/my/consent", "/my/facilities")) {
            assertThat(leads(browser.get(page))).startsWith("/my/signin");
        }
    }

    @Test
    void aSessionOfAResidentIsNobodyElsewhere() {
        var card = card();
        var browser = signedIn(card);
        assertThat(leads(browser.get("/people/" + card.holder().id() + "/timeline")))
                .startsWith("/signin");
        assertThat(leads(browser.get("/"))).startsWith("/signin");
        assertThat(leads(browser.get("/office/letters"))).startsWith("/signin");
    }

    @Test
    void aResidentSignsOutHereOrEverywhere() {
        var card = card();
        var here = signedIn(card);
        var there = browser();
        again(there, card, PASSWORD);
        here.post("/my/signout", Map.of());
        assertThat(leads(here.get("/my"))).startsWith("/my/signin");
        assertThat(there.get("/my").statusCode()).isEqualTo(200);
        again(here, card, PASSWORD);
        here.post("/my/signout/everywhere", Map.of());
        assertThat(leads(there.get("/my"))).startsWith("/my/signin");
    }

    @Test
    void theOfficePrintsALetterThatSignsIn() {
        var card = card();
        var login = "letters" + number();
        var id = staff.register(facility(FacilityKind.OFFICE), login, "見本 花子", "ミホン ハナコ", Profession.OPERATOR, false);
        var office = SignedIn.browser(port, staffAccounts, id, login);
        var found = office.post(
                "/office/letters/search", Map.of("code", card.number().value()));
        assertThat(found.body()).contains(card.holder().givenName());
        var ticket = found.body().replaceAll("(?s).*name=\"card\" value=\"([^\"]*)\".*", "$1");
        var letter = office.post("/office/letters", Map.of("card", ticket));
        var code = letter.body().replaceAll("(?s).*<code>([^<]*)</code>.*", "$1");
        assertThat(leads(first(browser(), card, BORN, code))).isEqualTo("/my/password");
    }
}
