package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever is signed in with both factors enters a sub-system by it, and nothing of it outlives that sign-in (S002,
/// S010).
class ProviderTest extends SignOnCentre {
    @Autowired
    SigningKeys keys;

    @Autowired
    TransactionTemplate transaction;

    private static String sub(RelyingParty subSystem, OIDCTokenResponse tokens) {
        return subSystem.checked(tokens).getSubject().getValue();
    }

    @Test
    void aDoctorEntersASubSystemByTheSignInOfTheCentre() {
        var subSystem = subSystem("病理支援");
        var doctor = signedIn(Profession.DOCTOR);
        var tokens = subSystem.tokens(doctor.browser());
        var told = subSystem.checked(tokens);
        assertThat(told.getStringClaim("name")).isEqualTo("見本 医子");
        assertThat(told.getStringClaim("profession")).isEqualTo("doctor");
        assertThat(told.getStringClaim("facility_code")).isEqualTo(doctor.facility());
        assertThat(told.getAMR()).extracting(Object::toString).containsExactly("pwd", "otp", "mfa");
        assertThat(told.getAuthenticationTime().toInstant()).isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
        assertThat(Duration.between(
                        told.getIssueTime().toInstant(),
                        told.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(told.toJSONObject().keySet()).doesNotContain("purpose", "login", "sid");
        assertThat(tokens.getOIDCTokens().getRefreshToken()).isNull();
        assertThat(logged(
                        "openid-sign-on",
                        "\"done\"",
                        subSystem.clientId(),
                        "staff:" + doctor.staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void whatItMayAskAgainIsTheSameAndStandsInTheLog() {
        var subSystem = subSystem("在宅支援");
        var nurse = signedIn(Profession.NURSE);
        var tokens = subSystem.tokens(nurse.browser());
        var info = subSystem.userInfo(tokens.getOIDCTokens().getAccessToken());
        assertThat(info.getStatusCode()).isEqualTo(200);
        assertThat(info.getBody()).contains("見本 医子", "\"nurse\"", sub(subSystem, tokens));
        assertThat(logged(
                        "openid-sign-on",
                        "\"told\"",
                        subSystem.clientId(),
                        "staff:" + nurse.staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void twoSubSystemsKnowOnePersonByTwoNamesThatNeverChange() {
        var one = subSystem("検査");
        var other = subSystem("画像");
        var doctor = signedIn(Profession.DOCTOR);
        var first = sub(one, one.tokens(doctor.browser()));
        assertThat(first).hasSize(43).isEqualTo(sub(one, one.tokens(doctor.browser())));
        assertThat(sub(other, other.tokens(doctor.browser()))).isNotEqualTo(first);
        assertThat(sub(one, one.tokens(signedIn(Profession.DOCTOR).browser()))).isNotEqualTo(first);
    }

    @Test
    void withoutTheScopeForItNobodysNameIsTold() {
        var subSystem = subSystem("名無し");
        var asked = subSystem.asking().scope(new Scope("openid")).build();
        var code = subSystem
                .response(RelyingParty.led(signedIn(Profession.DOCTOR).browser(), asked))
                .toSuccessResponse()
                .getAuthorizationCode();
        var tokens = (OIDCTokenResponse) subSystem.exchange(code).toSuccessResponse();
        assertThat(subSystem.checked(tokens).toJSONObject().keySet())
                .contains("sub", "auth_time", "amr")
                .doesNotContain("name", "profession", "facility_code");
    }

    @Test
    void whoIsNotSignedInComesBackAfterSigningIn() {
        var subSystem = subSystem("後から");
        var answer = RelyingParty.led(new Browser(port), subSystem.asking().build());
        assertThat(answer).startsWith("303 ").contains("/signin?return=/openid/sign-on");
    }

    @Test
    void oneFactorOpensNothing() {
        var subSystem = subSystem("片方");
        var doctor = registered(Profession.DOCTOR);
        accounts.give(doctor.staff(), "correct horse battery " + doctor.login(), new byte[20], false);
        var half = doctor.browser()
                .post(
                        "/signin",
                        Map.of("login", doctor.login(), "password", "correct horse battery " + doctor.login()));
        assertThat(half.headers().firstValue("Location").orElse("")).contains("/signin/code");
        assertThat(RelyingParty.led(doctor.browser(), subSystem.asking().build()))
                .startsWith("303 ")
                .contains("/signin");
    }

    @Test
    void aLockedScreenAndAnInitialPasswordOpenNothing() {
        var subSystem = subSystem("施錠");
        var doctor = signedIn(Profession.DOCTOR);
        db.sql("update signin_session set locked_at = now() where staff = ?")
                .param(doctor.staff().value())
                .update();
        assertThat(RelyingParty.led(doctor.browser(), subSystem.asking().build()))
                .contains("/unlock");
        var fresh = signedIn(Profession.DOCTOR);
        db.sql("update signin_session set must_change = true where staff = ?")
                .param(fresh.staff().value())
                .update();
        assertThat(RelyingParty.led(fresh.browser(), subSystem.asking().build()))
                .contains("/password");
    }

    @Test
    void aCodeOfASessionThatEndedGivesNothing() {
        var subSystem = subSystem("終了");
        var doctor = signedIn(Profession.DOCTOR);
        var code = subSystem.code(doctor.browser());
        doctor.browser().post("/signout", Map.of());
        assertThat(subSystem.exchange(code).toErrorResponse().getErrorObject().getCode())
                .isEqualTo("invalid_grant");
    }

    @Test
    void aTokenEndsWithTheSessionTheAccountTheFacilityAndTheSubSystem() {
        var subSystem = subSystem("失効");
        var out = signedIn(Profession.DOCTOR);
        var ofOut = subSystem.tokens(out.browser()).getOIDCTokens().getAccessToken();
        out.browser().post("/signout", Map.of());
        assertThat(subSystem.userInfo(ofOut).getStatusCode()).as("signed out").isEqualTo(401);

        var left = signedIn(Profession.DOCTOR);
        var ofLeft = subSystem.tokens(left.browser()).getOIDCTokens().getAccessToken();
        var codeOfLeft = subSystem.code(left.browser());
        db.sql("update staff set left_at = now() where id = ?")
                .param(left.staff().value())
                .update();
        assertThat(subSystem.userInfo(ofLeft).getStatusCode()).as("left").isEqualTo(401);
        assertThat(subSystem.exchange(codeOfLeft).indicatesSuccess()).as("left").isFalse();

        var ended = signedIn(Profession.DOCTOR);
        var ofEnded = subSystem.tokens(ended.browser()).getOIDCTokens().getAccessToken();
        transaction.executeWithoutResult(status -> accounts.end(ended.staff()));
        assertThat(subSystem.userInfo(ofEnded).getStatusCode()).as("account").isEqualTo(401);

        var there = signedIn(Profession.DOCTOR);
        var ofThere = subSystem.tokens(there.browser()).getOIDCTokens().getAccessToken();
        assertThat(subSystem.userInfo(ofThere).getStatusCode()).isEqualTo(200);
        db.sql("update facility set left_on = current_date where code = ?")
                .param(there.facility())
                .update();
        assertThat(subSystem.userInfo(ofThere).getStatusCode()).as("facility").isEqualTo(401);

        var stays = signedIn(Profession.DOCTOR);
        var ofStays = subSystem.tokens(stays.browser()).getOIDCTokens().getAccessToken();
        var codeOfStays = subSystem.code(stays.browser());
        assertThat(subSystem.userInfo(ofStays).getStatusCode()).isEqualTo(200);
        operator().post("/office/openid/" + number("失効") + "/end", Map.of());
        assertThat(subSystem.userInfo(ofStays).getStatusCode()).as("sub-system").isEqualTo(401);
        assertThat(subSystem.exchange(codeOfStays).indicatesSuccess())
                .as("sub-system")
                .isFalse();
        assertThat(RelyingParty.led(stays.browser(), subSystem.asking().build()))
                .startsWith("400 ");
    }

    @Test
    void aTokenThatWasGivenBackOrIsTooOldTellsNothing() {
        var subSystem = subSystem("返却");
        var doctor = signedIn(Profession.DOCTOR);
        var back = subSystem.tokens(doctor.browser()).getOIDCTokens().getAccessToken();
        assertThat(subSystem.revoke(back)).isEqualTo(200);
        assertThat(subSystem.userInfo(back).getStatusCode()).isEqualTo(401);
        var old = subSystem.tokens(doctor.browser()).getOIDCTokens().getAccessToken();
        db.sql(
                        "update openid_sign_on set made_at = now() - interval '6 minutes', access_until = now() - interval '1 minute'"
                                + " where staff = ?")
                .param(doctor.staff().value())
                .update();
        assertThat(subSystem.userInfo(old).getStatusCode()).isEqualTo(401);
        assertThat(new Browser(port).get(Endpoints.USER_INFO).statusCode())
                .as("no token")
                .isEqualTo(401);
    }

    @Test
    void signingOutThereSignsOutHereAndLeadsBack() throws Exception {
        var subSystem = subSystem("退出");
        var doctor = signedIn(Profession.DOCTOR);
        var idToken = subSystem.tokens(doctor.browser()).getOIDCTokens().getIDTokenString();
        var answer = new Browser(port)
                .get(Endpoints.SIGN_OUT + "?id_token_hint=" + idToken
                        + "&post_logout_redirect_uri=https%3A%2F%2Fsub.example%2Fbye&state=xyz");
        assertThat(answer.headers().firstValue("Location")).contains("https://sub.example/bye?state=xyz");
        assertThat(doctor.browser().get("/").headers().firstValue("Location").orElse(""))
                .contains("/signin");
        assertThat(logged("sign-out\"", "sub-system", "staff:" + doctor.staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void nobodyIsSignedOutByAWordOrSentToAForeignAddress() {
        var subSystem = subSystem("誤り");
        var doctor = signedIn(Profession.DOCTOR);
        var idToken = subSystem.tokens(doctor.browser()).getOIDCTokens().getIDTokenString();
        var foreign = new Browser(port)
                .get(Endpoints.SIGN_OUT + "?id_token_hint=" + idToken
                        + "&post_logout_redirect_uri=https%3A%2F%2Fevil.example%2F");
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(new Browser(port)
                        .get(Endpoints.SIGN_OUT + "?id_token_hint=abc")
                        .statusCode())
                .isEqualTo(400);
        assertThat(doctor.browser().get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void afterAKeyWasReplacedTheOneBeforeIsGone() {
        var subSystem = subSystem("鍵");
        var doctor = signedIn(Profession.DOCTOR);
        var before = subSystem.tokens(doctor.browser());
        subSystem.checked(before);
        assertThat(operator().post("/office/openid/key", Map.of()).statusCode()).isEqualTo(303);
        assertThat(db.sql("select count(*) from openid_key where ended_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThatThrownBy(() -> subSystem.checked(before)).hasStackTraceContaining("BadJOSEException");
        subSystem.checked(subSystem.tokens(doctor.browser()));
        assertThat(logged("openid-key-changed", "replaced")).isNotEmpty();
    }

    @Test
    void theNextKeyIsPublishedBeforeItSignsAndTheLastOneGoesAfterwards() {
        var subSystem = subSystem("交替");
        var doctor = signedIn(Profession.DOCTOR);
        operator().post("/office/openid/key", Map.of());
        db.sql("update openid_key set made_at = now() - interval '91 days', signs_from = now() - interval '91 days'"
                        + " where ended_at is null")
                .update();
        keys.turn();
        keys.turn();
        var served = new Browser(port).get(Endpoints.KEYS).body();
        assertThat(served.split("\"kid\"", -1)).as("both").hasSize(3);
        assertThat(served).doesNotContain("\"d\"");
        var old = subSystem.checked(subSystem.tokens(doctor.browser()));
        assertThat(old).isNotNull();
        db.sql("update openid_key set signs_from = now() - interval '20 minutes' where signs_from > now()")
                .update();
        keys.turn();
        assertThat(new Browser(port).get(Endpoints.KEYS).body().split("\"kid\"", -1))
                .hasSize(2);
        subSystem.checked(subSystem.tokens(doctor.browser()));
    }
}
