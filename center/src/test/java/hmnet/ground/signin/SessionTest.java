package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// How a session lives and ends.
class SessionTest extends SignInCentre {
    /// A012.
    @Test
    void theTokenIsNewAtEachStepAndKeptAsAHash() {
        var person = doctor();
        var browser = browser();
        browser.hold("hmnet", "chosen-by-an-attacker");
        showPassword(browser, person);
        var half = browser.cookie("hmnet-half").orElseThrow();
        var given = showCode(browser, person.code(0));
        var token = browser.cookie("hmnet").orElseThrow();
        assertThat(token).isNotEqualTo(half).isNotEqualTo("chosen-by-an-attacker");
        assertThat(given.headers().allValues("Set-Cookie").toString())
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(db.sql("select token from signin_session where staff = ?")
                        .param(person.staff().value())
                        .query((row, number) -> row.getBytes(1))
                        .single())
                .isEqualTo(new Token(token).hash());
    }

    @Test
    void aCookieCopiedBeforeSigningOutIsWorthNothingAfter() {
        var person = doctor();
        var browser = signedIn(person);
        var thief = browser();
        thief.hold("hmnet", browser.cookie("hmnet").orElseThrow());
        assertThat(thief.get("/sample/me").statusCode()).isEqualTo(200);
        var out = browser.post("/signout", Map.of());
        assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(browser.cookie("hmnet")).isEmpty();
        assertThat(thief.get("/sample/me").statusCode()).isEqualTo(303);
    }

    /// S010: at the next request, not at the next sign-in.
    @Test
    void whoLeavesIsOutAtTheNextRequest() {
        var person = doctor();
        var browser = signedIn(person);
        assertThat(browser.get("/sample/me").statusCode()).isEqualTo(200);
        db.sql("update staff set until = current_date - 1 where id = ?")
                .param(person.staff().value())
                .update();
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
        assertThat(showPassword(browser(), person).statusCode()).isEqualTo(422);
    }

    /// S003: the lock hides and keeps the place.
    @Test
    void anIdleScreenLocksAndOpensAgainWhereItWas() {
        var person = doctor();
        var browser = signedIn(person);
        idle(person, "11 minutes");
        var asked = browser.get("/sample/me?page=3");
        assertThat(location(asked)).isEqualTo("/unlock?return=/sample/me?page%3D3");
        assertThat(browser.get("/unlock").body()).contains("見本 花子");
        var before = browser.cookie("hmnet").orElseThrow();
        assertThat(browser.post("/unlock", Map.of("secret", "not the password at all"))
                        .statusCode())
                .isEqualTo(422);
        var opened = browser.post("/unlock", Map.of("secret", person.password(), "return", "/sample/me?page=3"));
        assertThat(location(opened)).isEqualTo("/sample/me?page=3");
        assertThat(browser.cookie("hmnet").orElseThrow()).isNotEqualTo(before);
        assertThat(browser.get("/sample/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeUnlocksTooAndALockCanBeAskedFor() {
        var person = doctor();
        var browser = signedIn(person);
        browser.post("/lock", Map.of());
        assertThat(location(browser.get("/sample/me"))).startsWith("/unlock");
        assertThat(location(browser.post("/unlock", Map.of("secret", person.code(0)))))
                .isEqualTo("/");
        assertThat(browser.get("/sample/me").statusCode()).isEqualTo(200);
    }

    /// As the frame's button sends it, without JavaScript.
    @Test
    void theLockButtonHidesAndKeepsThePlace() {
        var person = doctor();
        var browser = signedIn(person);
        var page = browser.get("/password?page=3&lang=ja").body();
        assertThat(page).contains("action=\"/lock\"", "name=\"return\" value=\"/password?page=3\"");
        var locked = browser.post("/lock", Map.of("return", "/password?page=3"));
        assertThat(location(locked)).isEqualTo("/unlock?return=/password?page%3D3");
        assertThat(location(browser.get("/sample/me"))).startsWith("/unlock");
        var back = browser.post("/unlock", Map.of("secret", person.password(), "return", "/password?page=3"));
        assertThat(location(back)).isEqualTo("/password?page=3");
        assertThat(location(browser.post("/lock", Map.of("return", "//elsewhere.example"))))
                .isEqualTo("/unlock");
    }

    @Test
    void fiveWrongAnswersAtTheLockEndTheSession() {
        var person = doctor();
        var browser = signedIn(person);
        browser.post("/lock", Map.of());
        for (int i = 0; i < 5; i++) {
            db.sql("delete from signin_throttle").update();
            browser.post("/unlock", Map.of("secret", "not the password at all"));
        }
        assertThat(location(browser.post("/unlock", Map.of("secret", person.password()))))
                .startsWith("/signin");
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
    }

    @Test
    void aFormSentAtALockedScreenIsNotSentOn() {
        var person = doctor();
        var browser = signedIn(person);
        browser.post("/lock", Map.of());
        assertThat(browser.post("/sample/me", Map.of()).statusCode()).isEqualTo(401);
        var part = browser.get("/sample/me", "HX-Request", "true", "HX-Current-URL", "http://localhost/people/7");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/unlock?return=/people/7");
    }

    /// A nurse is called away in the middle of a form: nothing is typed twice, and nothing is sent by itself.
    @Test
    void whatWasTypedIntoALockedScreenCanBeSentOnceItIsOpen() {
        var browser = signedIn(doctor());
        browser.post("/lock", Map.of());
        var typed = Map.of("note", "朝は歩けた \"痛み\" <なし>", "secret", "not to be shown", "number", "1234 5678 9018");
        var answer = browser.post("/sample/me", typed);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body())
                .contains("action=\"/sample/me\"", "まだ何も登録されていません", "href=\"/unlock\"")
                .contains("name=\"note\" value=\"朝は歩けた &#34;痛み&#34; &lt;なし")
                .doesNotContain("not to be shown", "5678");
        var ended = browser().post("/sample/me", typed);
        assertThat(ended.body()).contains("href=\"/signin\"", "name=\"note\"");
        assertThat(browser()
                        .post("/sample/me", typed, "Sec-Fetch-Site", "cross-site")
                        .body())
                .as("another site's form is kept for nobody")
                .doesNotContain("note");
        assertThat(browser()
                        .post("/sample/me", typed, "Accept", "application/json")
                        .body())
                .isEqualTo("Sign in first: /signin\n");
    }

    @Test
    void twelveHoursEndASessionHoweverBusy() {
        var person = doctor();
        var browser = signedIn(person);
        db.sql("update signin_session set ends_at = now() where staff = ?")
                .param(person.staff().value())
                .update();
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
        var hours = db.sql("select extract(epoch from ends_at - created_at) / 3600 from signin_session where staff = ?")
                .param(other().staff().value())
                .query(Double.class)
                .single();
        assertThat(hours).isEqualTo(12.0);
    }

    @Test
    void readingWritesAtMostOnceAMinute() {
        var person = doctor();
        var browser = signedIn(person);
        idle(person, "30 seconds");
        var before = lastSeen(person);
        browser.get("/sample/me");
        assertThat(lastSeen(person)).isEqualTo(before);
        idle(person, "2 minutes");
        browser.get("/sample/me");
        assertThat(lastSeen(person)).isGreaterThan(before);
    }

    /// Without JavaScript, too, a chart left open does not stay on the screen.
    @Test
    void anOpenPageGoesToTheLockByItself() {
        var answer = signedIn(doctor()).get("/sample/me?page=3");
        assertThat(answer.headers().firstValue("Refresh")).contains("605; url=/unlock?return=/sample/me?page%3D3");
    }

    private SignedUp other() {
        var person = doctor();
        signedIn(person);
        return person;
    }

    private void idle(SignedUp person, String since) {
        db.sql("update signin_session set last_seen = now() - ?::interval where staff = ?")
                .params(since, person.staff().value())
                .update();
    }

    private String lastSeen(SignedUp person) {
        return db.sql("select last_seen::text from signin_session where staff = ?")
                .param(person.staff().value())
                .query(String.class)
                .single();
    }
}
