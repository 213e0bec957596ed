package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What a sub-system, or somebody who plays one, is refused (RFC 6749, RFC 7636, RFC 9700).
class RefusedSignOnsTest extends SignOnCentre {
    private static String error(TokenResponse answer) {
        return answer.indicatesSuccess()
                ? "success"
                : answer.toErrorResponse().getErrorObject().getCode();
    }

    private static String error(RelyingParty subSystem, String address) {
        return subSystem.response(address).toErrorResponse().getErrorObject().getCode();
    }

    private static String query(AuthenticationRequest asked) {
        return asked.toURI().getRawQuery();
    }

    @Test
    void aCodeCountsOnceAndWhoeverShowsItAgainEndsWhatItGave() {
        var subSystem = subSystem("二度");
        var doctor = signedIn(Profession.DOCTOR);
        var code = subSystem.code(doctor.browser());
        var first = subSystem.exchange(code);
        var token = first.toSuccessResponse().getTokens().getAccessToken();
        assertThat(subSystem.userInfo(token).getStatusCode()).isEqualTo(200);
        assertThat(error(subSystem.exchange(code))).isEqualTo("invalid_grant");
        assertThat(subSystem.userInfo(token).getStatusCode()).isEqualTo(401);
    }

    @Test
    void ofManyWhoShowACodeAtOnceOneAtMostIsAnswered() throws Exception {
        var subSystem = subSystem("同時");
        var code = subSystem.code(signedIn(Profession.DOCTOR).browser());
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<String> exchange = () -> error(subSystem.exchange(code));
            var answers = threads.invokeAll(List.of(exchange, exchange, exchange, exchange, exchange, exchange));
            var right = 0;
            for (var answer : answers) {
                right += answer.get().equals("success") ? 1 : 0;
            }
            assertThat(right).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aCodeIsTooOldAfterAMinute() {
        var subSystem = subSystem("古い");
        var doctor = signedIn(Profession.DOCTOR);
        var code = subSystem.code(doctor.browser());
        db.sql("update openid_sign_on set made_at = made_at - interval '61 seconds',"
                        + " code_until = code_until - interval '61 seconds' where staff = ?")
                .param(doctor.staff().value())
                .update();
        assertThat(error(subSystem.exchange(code))).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeCountsForItsSubSystemItsAddressAndItsVerifierAlone() {
        var subSystem = subSystem("本物");
        var other = subSystem("別物");
        var doctor = signedIn(Profession.DOCTOR);
        assertThat(error(other.exchange(subSystem.code(doctor.browser())))).isIn("invalid_grant", "invalid_client");
        var wrong = new AuthorizationCodeGrant(subSystem.code(doctor.browser()), RelyingParty.BACK, new CodeVerifier());
        assertThat(error(subSystem.exchange(wrong))).isEqualTo("invalid_grant");
        var none = new AuthorizationCodeGrant(subSystem.code(doctor.browser()), RelyingParty.BACK);
        assertThat(error(subSystem.exchange(none))).isEqualTo("invalid_grant");
        var elsewhere = new AuthorizationCodeGrant(
                subSystem.code(doctor.browser()), URI.create("https://sub.example/other"), subSystem.verifier());
        assertThat(error(subSystem.exchange(elsewhere))).isEqualTo("invalid_grant");
        assertThat(error(subSystem.exchange(new AuthorizationCode("guessed")))).isEqualTo("invalid_grant");
    }

    @Test
    void withoutTheSecretNothingIsExchanged() {
        var subSystem = subSystem("秘密");
        var code = subSystem.code(signedIn(Profession.DOCTOR).browser());
        var thief = new RelyingParty(port, subSystem.clientId(), "x".repeat(43));
        assertThat(error(thief.exchange(code))).isEqualTo("invalid_client");
        var bare = new Browser(port)
                .post(
                        Endpoints.TOKEN,
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code.getValue(),
                                "client_id", subSystem.clientId(),
                                "redirect_uri", RelyingParty.BACK.toString(),
                                "code_verifier", subSystem.verifier().getValue()));
        assertThat(bare.statusCode()).isIn(400, 401);
        assertThat(bare.body()).contains("invalid_client");
        assertThat(new Browser(port)
                        .post(Endpoints.TOKEN, Map.of("grant_type", "authorization_code"))
                        .statusCode())
                .isIn(400, 401);
        assertThat(new Browser(port)
                        .post(Endpoints.REVOCATION, Map.of("token", "abc"))
                        .body())
                .contains("invalid_client");
    }

    @Test
    void anAddressThatIsNotRegisteredLetterByLetterIsNeverLedTo() {
        var subSystem = subSystem("宛先");
        var browser = signedIn(Profession.DOCTOR).browser();
        var query = query(subSystem.asking().build());
        for (var address : List.of(
                "https://evil.example/back",
                "https://sub.example/back/",
                "https://sub.example/back?x=1",
                "https://sub.example/Back",
                "http://sub.example/back",
                "https://sub.example:444/back",
                "https://sub.example/back#x",
                "https://sub.example@evil.example/back")) {
            var asked = query.replaceFirst(
                    "redirect_uri=[^&]*", "redirect_uri=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
            assertThat(RelyingParty.led(browser, asked)).as(address).startsWith("400 ");
        }
        assertThat(RelyingParty.led(browser, query.replaceFirst("redirect_uri=[^&]*&?", "")))
                .as("none")
                .startsWith("400 ");
        assertThat(RelyingParty.led(browser, query + "&redirect_uri=https%3A%2F%2Fevil.example"))
                .as("two")
                .startsWith("400 ");
    }

    @Test
    void aSubSystemThatNobodyEnteredIsToldNothing() {
        var subSystem = subSystem("未知");
        var browser = signedIn(Profession.DOCTOR).browser();
        var query = query(subSystem.asking().build()).replace(subSystem.clientId(), "hmnet-0000000000000000");
        assertThat(RelyingParty.led(browser, query)).startsWith("400 ");
    }

    @Test
    void withoutAChallengeByS256NoCodeIsMade() {
        var subSystem = subSystem("検証");
        var browser = signedIn(Profession.DOCTOR).browser();
        var query = query(subSystem.asking().build());
        assertThat(error(
                        subSystem,
                        RelyingParty.led(
                                browser, query.replace("code_challenge_method=S256", "code_challenge_method=plain"))))
                .isEqualTo("invalid_request");
        assertThat(error(subSystem, RelyingParty.led(browser, query.replaceFirst("&?code_challenge=[^&]*", ""))))
                .isEqualTo("invalid_request");
    }

    @Test
    void noOtherWayAndNoOtherScopeIsOpen() {
        var subSystem = subSystem("範囲");
        var browser = signedIn(Profession.DOCTOR).browser();
        var query = query(subSystem.asking().build());
        assertThat(RelyingParty.led(browser, query.replace("response_type=code", "response_type=token")))
                .doesNotContain("access_token");
        assertThat(error(
                        subSystem,
                        RelyingParty.led(
                                browser,
                                subSystem
                                        .asking()
                                        .scope(new Scope("openid", "patient"))
                                        .build())))
                .isEqualTo("invalid_scope");
        assertThat(error(subSystem, RelyingParty.led(browser, query.replaceFirst("scope=[^&]*", "scope=profile"))))
                .isEqualTo("invalid_scope");
        var basic = new Browser(port)
                .post(Endpoints.TOKEN, Map.of("grant_type", "client_credentials", "client_id", subSystem.clientId()));
        assertThat(basic.statusCode()).isIn(400, 401);
    }

    /// Whatever stands in a state, it stays one word of the request that is kept.
    @Test
    void aStateChangesNothingElseOfItsRequest() {
        var subSystem = subSystem("区切り");
        var browser = signedIn(Profession.DOCTOR).browser();
        var query = query(subSystem.asking().build());
        var forged = query.replaceFirst("state=[^&]*", "state=s%1Fn%26%1Fchosen-by-another%1Fpatient");
        var led = RelyingParty.led(browser, forged);
        assertThat(led).contains("state=s%1Fn%26%1Fchosen-by-another%1Fpatient");
        var code = led.replaceFirst(".*[?&]code=([^&]*).*", "$1");
        assertThat(error(subSystem.exchange(new AuthorizationCode(code)))).isEqualTo("success");
    }

    @Test
    void aRequestThatWouldNotFindItsWayBackIsRefusedAtOnce() {
        var answer = new Browser(port).get(Endpoints.AUTHORIZE + "?state=" + "x".repeat(1_000));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request").doesNotContain("http-equiv=\"refresh\"");
        assertThat(new Browser(port).get(Endpoints.AUTHORIZE).statusCode()).isEqualTo(400);
    }

    @Test
    void oneScreenAsksForNoMoreThanThirtyCodesAMinute() {
        var subSystem = subSystem("連打");
        var doctor = signedIn(Profession.DOCTOR);
        db.sql("""
                        insert into openid_sign_on (id, client, staff, session, asked, code, code_until)
                        select gen_random_uuid(), ?, s.staff, s.mark, 'x'::bytea,
                               sha256(convert_to(s.mark || '|' || n, 'UTF8')), now()
                          from signin_session s, generate_series(1, 30) n where s.staff = ?""").params(number("連打"), doctor.staff().value()).update();
        assertThat(RelyingParty.led(doctor.browser(), subSystem.asking().build()))
                .contains("temporarily_unavailable");
    }
}
