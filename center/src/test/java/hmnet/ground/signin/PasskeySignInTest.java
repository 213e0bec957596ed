package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.TestDevice;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A passkey signs its holder in, and nobody else (A010).
class PasskeySignInTest extends SignInCentre {
    @Autowired
    Passkeys passkeys;

    @Autowired
    TransactionTemplate transaction;

    private TestDevice device() {
        return new TestDevice("http://localhost:" + port);
    }

    private static String question(Browser browser, String path) {
        var answer = browser.post(path + "/question", Map.of(), "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    private static HttpResponse<String> add(Browser browser, String credential, String code) {
        return browser.post("/passkeys", Map.of("label", "病棟の PC", "credential", credential, "code", code));
    }

    private static HttpResponse<String> prove(Browser browser, String credential) {
        return browser.post("/signin/passkey", Map.of("credential", credential, "return", "/sample/me"));
    }

    /// A device of somebody who signed in and added it.
    private TestDevice added(SignedUp person) {
        var browser = signedIn(person);
        var device = device();
        var answer = add(browser, device.adds(question(browser, "/passkeys")), person.code(0));
        assertThat(location(answer)).isEqualTo("/passkeys?done=added");
        return device;
    }

    private String entersAs(HttpResponse<String> answer, Browser browser) {
        return location(answer).equals("/sample/me") ? browser.get("/sample/me").body() : "nobody";
    }

    private long kept(SignedUp person) {
        return passkeys.of(PasskeyHolder.staff(person.staff().value())).size();
    }

    @Test
    void theHolderSignsInByTheDeviceAlone() {
        var person = doctor();
        var device = added(person);
        var browser = browser();
        var answer = prove(browser, device.signsIn(question(browser, "/signin/passkey")));
        assertThat(entersAs(answer, browser)).isEqualTo(person.login());
        assertThat(browser.get("/passkeys").body()).contains("病棟の PC").contains("最後に使った日時");
        assertThat(logged(
                        "sign-in\"",
                        "\"factor\":\"passkey\"",
                        "staff:" + person.staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void itTakesOverTheScreenOfWhoeverSatThere() {
        var nurse = person(Profession.NURSE, false);
        var doctor = doctor();
        var device = added(doctor);
        var screen = signedIn(nurse);
        var before = screen.cookie("hmnet").orElseThrow();
        screen.post("/lock", Map.of("return", "/sample/me"));
        assertThat(screen.get("/unlock?return=%2Fsample%2Fme").body()).contains("パスキーでサインイン");
        var answer = prove(screen, device.signsIn(question(screen, "/signin/passkey")));
        assertThat(entersAs(answer, screen)).as("on the page that was open").isEqualTo(doctor.login());
        var thief = browser();
        thief.hold("hmnet", before);
        assertThat(location(thief.get("/sample/me"))).startsWith("/signin");
    }

    @Test
    void noAnswerCountsTwiceOrInAnotherBrowser() {
        var device = added(doctor());
        var browser = browser();
        var answer = device.signsIn(question(browser, "/signin/passkey"));
        var other = browser();
        question(other, "/signin/passkey");
        assertThat(entersAs(prove(other, answer), other)).isEqualTo("nobody");
        assertThat(entersAs(prove(browser(), answer), browser))
                .as("no question there")
                .isEqualTo("nobody");
        assertThat(location(prove(browser, answer))).isEqualTo("/sample/me");
        assertThat(entersAs(prove(browser, answer), browser)).as("again").isEqualTo("nobody");
    }

    @Test
    void aQuestionIsOverAfterFiveMinutes() {
        var device = added(doctor());
        var browser = browser();
        var answer = device.signsIn(question(browser, "/signin/passkey"));
        db.sql("update passkey_question set ends_at = now() - interval '1 second'")
                .update();
        assertThat(entersAs(prove(browser, answer), browser)).isEqualTo("nobody");
    }

    @Test
    void anotherSiteGetsNothingThatCountsHere() {
        var device = added(doctor());
        var browser = browser();
        var answer = device.signsIn(question(browser, "/signin/passkey"), "https://hmnet.example.net");
        assertThat(entersAs(prove(browser, answer), browser)).isEqualTo("nobody");
    }

    @Test
    void aDeviceThatVerifiedNobodySignsNobodyIn() {
        var device = added(doctor()).verifies(false);
        var browser = browser();
        var answer = prove(browser, device.signsIn(question(browser, "/signin/passkey")));
        assertThat(entersAs(answer, browser)).isEqualTo("nobody");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("このパスキーではサインインできません");
    }

    @Test
    void aKeyThatSaysItIsSomebodyElsesIsRefused() {
        var mine = added(doctor());
        var other = added(doctor());
        var browser = browser();
        var answer = mine.saysItIs(other.handle()).signsIn(question(browser, "/signin/passkey"));
        assertThat(entersAs(prove(browser, answer), browser)).isEqualTo("nobody");
    }

    @Test
    void aCounterThatGoesBackEndsTheKey() {
        var person = doctor();
        var device = added(person).countsFrom(40);
        var browser = browser();
        assertThat(location(prove(browser, device.signsIn(question(browser, "/signin/passkey")))))
                .isEqualTo("/sample/me");
        var copy = browser();
        assertThat(entersAs(prove(copy, device.countsFrom(20).signsIn(question(copy, "/signin/passkey"))), copy))
                .isEqualTo("nobody");
        assertThat(kept(person))
                .as("it may be a copy that comes later, or the first")
                .isZero();
        assertThat(entersAs(prove(copy, device.countsFrom(90).signsIn(question(copy, "/signin/passkey"))), copy))
                .isEqualTo("nobody");
    }

    @Test
    void aKeyThatACloudCarriesIsNotTakenFromStaff() {
        var person = doctor();
        var browser = signedIn(person);
        var answer = add(browser, device().syncs().adds(question(browser, "/passkeys")), person.code(0));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("同期されるパスキーのため、登録できません");
        assertThat(kept(person)).isZero();
    }

    @Test
    void addingAsksForACodeAgainAndForTheRightOne() {
        var person = doctor();
        var browser = signedIn(person);
        var device = device();
        var answer = add(browser, device.adds(question(browser, "/passkeys")), "000000");
        assertThat(answer.body()).contains("確認コードが違うか、使用済みです");
        assertThat(kept(person)).isZero();
        assertThat(browser().post("/passkeys/question", Map.of()).statusCode())
                .as("who is not signed in")
                .isEqualTo(401);
    }

    @Test
    void anAnswerToAnotherHoldersQuestionAddsNothing() {
        var mine = signedIn(doctor());
        var other = doctor();
        var theirs = signedIn(other);
        var answer = device().adds(question(mine, "/passkeys"));
        question(theirs, "/passkeys");
        assertThat(add(theirs, answer, other.code(0)).statusCode()).isEqualTo(422);
        assertThat(kept(other)).isZero();
    }

    @Test
    void aSignInQuestionAddsNoKeyAndTheOtherWayRound() {
        var person = doctor();
        var device = added(person);
        var browser = browser();
        signedIn(person);
        var asked = question(browser, "/signin/passkey");
        assertThat(prove(browser, device.adds(asked.replace("\"rpId\"", "\"rp\"")))
                        .statusCode())
                .isEqualTo(422);
        for (var broken : new String[] {"", "{}", "null", "[", "{\"id\":1}", "x".repeat(30_000)}) {
            db.sql("delete from signin_throttle").update();
            question(browser, "/signin/passkey");
            assertThat(prove(browser, broken).statusCode()).as(broken).isEqualTo(422);
        }
    }

    @Test
    void whatTheHolderOrTheOfficeEndsSignsNobodyIn() {
        var person = doctor();
        var device = added(person);
        var mine = signedIn(person(Profession.NURSE, false));
        var id = passkeys.of(PasskeyHolder.staff(person.staff().value()))
                .getFirst()
                .id();
        assertThat(mine.post("/passkeys/end", Map.of("key", Long.toString(id))).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(kept(person)).isOne();
        transaction.executeWithoutResult(status -> accounts.end(person.staff()));
        var browser = browser();
        assertThat(entersAs(prove(browser, device.signsIn(question(browser, "/signin/passkey"))), browser))
                .isEqualTo("nobody");
    }

    @Test
    void whoLeftIsNotLetIn() {
        var person = doctor();
        var device = added(person);
        db.sql("update staff set left_at = now() where id = ?")
                .param(person.staff().value())
                .update();
        var browser = browser();
        assertThat(entersAs(prove(browser, device.signsIn(question(browser, "/signin/passkey"))), browser))
                .isEqualTo("nobody");
    }

    @Test
    void whoGuessesWaitsAndTheBrowserOfWhoSignedInBeforeDoesNot() {
        var device = added(doctor());
        var known = browser();
        prove(known, device.signsIn(question(known, "/signin/passkey")));
        var stranger = browser();
        for (int n = 0; n < 5; n++) {
            question(stranger, "/signin/passkey");
            assertThat(prove(stranger, "{}").statusCode()).isEqualTo(422);
        }
        question(stranger, "/signin/passkey");
        assertThat(prove(stranger, "{}").statusCode()).isEqualTo(429);
        var refusals = logged("sign-in-refused", "passkey-").size();
        prove(stranger, "{}");
        assertThat(logged("sign-in-refused", "passkey-"))
                .as("nothing more is written")
                .hasSize(refusals);
        known.post("/signout", Map.of());
        assertThat(location(prove(known, device.signsIn(question(known, "/signin/passkey")))))
                .as("at the browser where it worked before")
                .isEqualTo("/sample/me");
    }

    @Test
    void aNetworkThatFloodsShutsOutItselfAlone() {
        db.sql("""
                        insert into passkey_question (browser, challenge, kind, network, ends_at)
                        select sha256(convert_to('flood ' || n, 'UTF8')), sha256('x'), 'staff', '192.0.2.7',
                               now() + interval '5 minutes'
                          from generate_series(1, 1000) n""").update();
        try {
            question(browser(), "/signin/passkey");
            db.sql("update passkey_question set network = '127.0.0.1'").update();
            assertThat(browser().post("/signin/passkey/question", Map.of()).statusCode())
                    .isEqualTo(429);
        } finally {
            db.sql("delete from passkey_question").update();
        }
    }

    @Test
    void aFloodOfQuestionsFillsNoDisk() {
        db.sql("""
                        insert into passkey_question (browser, challenge, kind, ends_at)
                        select sha256(convert_to('flood ' || n, 'UTF8')), sha256('x'), 'staff', now() + interval '5 minutes'
                          from generate_series(1, 20000) n""").update();
        try {
            assertThat(browser().post("/signin/passkey/question", Map.of()).statusCode())
                    .isEqualTo(429);
            db.sql("update passkey_question set ends_at = now() - interval '1 second'")
                    .update();
            question(browser(), "/signin/passkey");
        } finally {
            db.sql("delete from passkey_question").update();
        }
    }
}
