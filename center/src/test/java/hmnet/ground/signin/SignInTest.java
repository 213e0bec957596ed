package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Signing in, over real HTTP.
class SignInTest extends SignInCentre {
    @Test
    void bothFactorsLeadToThePageFirstAskedFor() {
        var person = doctor();
        var browser = browser();
        var asked = browser.get("/sample/me?a=1&b=2");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(asked)).isEqualTo("/signin?return=/sample/me?a%3D1%26b%3D2");
        var back = "/sample/me?a=1&b=2";
        var first =
                browser.post("/signin", Map.of("login", person.login(), "password", person.password(), "return", back));
        assertThat(location(first)).startsWith("/signin/code?return=");
        var second = browser.post("/signin/code", Map.of("code", person.code(0), "return", back));
        assertThat(location(second)).isEqualTo(back);
        assertThat(browser.get(back).body()).isEqualTo(person.login());
    }

    /// S002, A009.
    @Test
    void oneFactorReachesNothing() {
        var person = doctor();
        var browser = browser();
        showPassword(browser, person);
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
        browser.hold("hmnet", browser.cookie("hmnet-half").orElseThrow());
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
        assertThat(browser.post("/unlock", Map.of("secret", person.code(0))).statusCode())
                .isEqualTo(302);
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        var person = doctor();
        var wrong = browser().post("/signin", Map.of("login", person.login(), "password", "something else entirely"));
        var unknown = browser().post("/signin", Map.of("login", "nobody", "password", "something else entirely"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("role=\"alert\"").doesNotContain(person.login());
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    /// A009: a code counts once, and a step late at most.
    @Test
    void aCodeIsTakenOnceOnly() {
        var person = doctor();
        var code = person.code(0);
        var first = browser();
        showPassword(first, person);
        assertThat(location(showCode(first, code))).isEqualTo("/");
        var second = browser();
        showPassword(second, person);
        assertThat(showCode(second, code).statusCode()).isEqualTo(422);
        assertThat(showCode(second, person.code(-4)).statusCode()).isEqualTo(422);
        assertThat(showCode(second, person.code(4)).statusCode()).isEqualTo(422);
    }

    @Test
    void theCodeOfAnotherPersonIsRefused() {
        var person = doctor();
        var browser = browser();
        showPassword(browser, person);
        assertThat(showCode(browser, doctor().code(0)).statusCode()).isEqualTo(422);
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
    }

    @Test
    void fiveWrongCodesEndTheAttempt() {
        var person = doctor();
        var browser = browser();
        showPassword(browser, person);
        for (int i = 0; i < 4; i++) {
            assertThat(showCode(browser, "000000").statusCode()).isEqualTo(422);
        }
        assertThat(showCode(browser, "000000").body()).contains("最初から");
        db.sql("delete from signin_throttle").update();
        showCode(browser, person.code(0));
        assertThat(location(browser.get("/sample/me"))).startsWith("/signin");
    }

    /// Full-width digits and the gap many apps show are what people type.
    @Test
    void aCodeMayBeTypedAsItIsShown() {
        var person = doctor();
        var browser = browser();
        showPassword(browser, person);
        var code = person.code(0);
        var wide = code.substring(0, 3) + "　" + code.substring(3);
        wide = wide.chars()
                .mapToObj(c -> String.valueOf((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)))
                .reduce("", String::concat);
        assertThat(location(showCode(browser, wide))).isEqualTo("/");
    }

    /// S009.
    @Test
    void anInitialPasswordWorksOnceAndMustBeReplacedFirst() {
        var person = person(Profession.DOCTOR, true);
        var browser = browser();
        showPassword(browser, person);
        showCode(browser, person.code(0));
        assertThat(location(browser.get("/sample/me"))).startsWith("/password");
        assertThat(showPassword(browser(), person).statusCode()).isEqualTo(422);
        var own = "a long phrase of one's own";
        assertThat(browser.post("/password", Map.of("password", "too short", "again", "too short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.post("/password", Map.of("password", own, "again", own + "!"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(browser.post("/password", Map.of("password", own, "again", own))))
                .isEqualTo("/");
        assertThat(browser.get("/sample/me").body()).isEqualTo(person.login());
        assertThat(location(browser().post("/signin", Map.of("login", person.login(), "password", own))))
                .isEqualTo("/signin/code");
    }

    @Test
    void changingAPasswordTakesACodeAndEndsTheOtherSessions() {
        var person = doctor();
        var elsewhere = signedIn(person);
        var browser = browser();
        showPassword(browser, person);
        showCode(browser, person.code(0));
        var form = Map.of("password", "another long phrase", "again", "another long phrase", "code", "");
        assertThat(browser.post("/password", form).statusCode()).isEqualTo(422);
        assertThat(elsewhere.get("/sample/me").statusCode()).isEqualTo(200);
        var right = Map.of("password", "another long phrase", "again", "another long phrase", "code", person.code(1));
        assertThat(location(browser.post("/password", right))).isEqualTo("/");
        assertThat(elsewhere.get("/sample/me").statusCode()).isEqualTo(303);
        assertThat(browser.get("/sample/me").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyIsLedToAForeignSiteAfterwards() {
        for (var foreign : new String[] {
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nX: y",
            "/signout"
        }) {
            assertThat(ReturnPath.of(foreign)).as(foreign).isEqualTo(ReturnPath.HOME);
        }
        assertThat(ReturnPath.of("/people/1?x=%E3%81%82").value()).isEqualTo("/people/1?x=%E3%81%82");
    }

    @Test
    void theFormsWorkWithPasswordKeepersAndScreenReaders() {
        var first = browser().get("/signin").body();
        assertThat(first).contains("autocomplete=\"username\"", "autocomplete=\"current-password\"", "サインイン");
        var person = doctor();
        var browser = browser();
        showPassword(browser, person);
        assertThat(browser.get("/signin/code").body())
                .contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"");
    }
}
