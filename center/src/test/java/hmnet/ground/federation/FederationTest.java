package hmnet.ground.federation;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.openid.RelyingParty;
import hmnet.ground.signin.Browser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Staff sign in by the identity provider of their hospital. The provider of these tests is a real one: our own, at
/// which the same person sits as an employee of the hospital.
class FederationTest extends FederationCentre {
    @Autowired
    TransactionTemplate transaction;

    private long hospital(Owner owner, boolean two) {
        var client = subSystem("病院の認証基盤", back());
        return provider(owner.at().facility(), "http://localhost:" + port, client.clientId(), client.secret(), two);
    }

    /// What the employee's own browser is led to by the provider.
    private static String atProvider(AtScreen employee, String asked) {
        return RelyingParty.led(employee.browser(), query(asked));
    }

    private HttpResponse<String> tie(Owner owner) {
        var leaving = owner.at()
                .browser()
                .post("/federation/tie", Map.of("code", owner.codes().apply(0)));
        assertThat(leaving.statusCode()).as(leaving.body()).isEqualTo(200);
        return comesBack(owner.at().browser(), atProvider(owner.at(), asked(leaving)));
    }

    private HttpResponse<String> signIn(Browser browser, long provider, AtScreen employee) {
        var leaving = browser.get("/signin/federation/" + provider + "?return=/sample/me");
        assertThat(leaving.statusCode()).as(leaving.body()).isEqualTo(303);
        return comesBack(browser, atProvider(employee, asked(leaving)));
    }

    @Test
    void whoTiedTheirAccountOnceSignsInByTheHospitalWithTwoFactorsShownThere() {
        var owner = owner();
        var provider = hospital(owner, true);
        assertThat(location(tie(owner))).contains("done=tied");
        assertThat(new Browser(port).get("/signin").body()).contains("/signin/federation/" + provider);
        var browser = new Browser(port);
        assertThat(location(signIn(browser, provider, owner.at()))).isEqualTo("/sample/me");
        assertThat(isIn(browser, owner.at())).isTrue();
        assertThat(logged(
                        "sign-in\"",
                        "\"factor\":\"federated\"",
                        "staff:" + owner.at().staff().value() + "\""))
                .hasSize(1);
        assertThat(logged(
                        "identity-tied",
                        "\"tied\"",
                        "staff:" + owner.at().staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void whereTheHospitalIsNotTrustedWithTwoOurCodeFollows() {
        var owner = owner();
        var provider = hospital(owner, false);
        tie(owner);
        var browser = new Browser(port);
        assertThat(location(signIn(browser, provider, owner.at()))).isEqualTo("/signin/code?return=/sample/me");
        assertThat(location(browser.get("/sample/me"))).as("one factor").contains("/signin");
        browser.post("/signin/code", Map.of("code", owner.codes().apply(1), "return", "/sample/me"));
        assertThat(isIn(browser, owner.at())).isTrue();
        assertThat(logged(
                        "sign-in\"",
                        "federated-code",
                        "staff:" + owner.at().staff().value() + "\""))
                .hasSize(1);
    }

    @Test
    void anEmployeeWhoTiedNothingIsSignedInAsNobody() {
        var owner = owner();
        var provider = hospital(owner, true);
        var browser = new Browser(port);
        var answer = signIn(browser, provider, owner.at());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("まだ紐付いていません");
        assertThat(location(browser.get("/sample/me"))).contains("/signin");
        assertThat(logged("sign-in-refused", "federated-untied")).isNotEmpty();
    }

    @Test
    void anAccountIsTiedAfterACodeAndBySessionThatBeganItAlone() {
        var owner = owner();
        hospital(owner, true);
        assertThat(owner.at()
                        .browser()
                        .post("/federation/tie", Map.of("code", "000000"))
                        .body())
                .contains("確認コードが違うか、使用済みです");
        var leaving = owner.at()
                .browser()
                .post("/federation/tie", Map.of("code", owner.codes().apply(0)));
        var address = atProvider(owner.at(), asked(leaving));
        db.sql("update signin_session set mark = gen_random_uuid() where staff = ?")
                .param(owner.at().staff().value())
                .update();
        var answer = comesBack(owner.at().browser(), address);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(db.sql("select count(*) from identity_tie where staff = ?")
                        .param(owner.at().staff().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void oneSubjectIsOneAccountAndNobodyOfAnotherHospital() {
        var owner = owner();
        var provider = hospital(owner, true);
        tie(owner);
        db.sql("update identity_tie set staff = ? where staff = ? and ended_at is null")
                .params(
                        signedIn(Profession.NURSE).staff().value(),
                        owner.at().staff().value())
                .update();
        var browser = new Browser(port);
        assertThat(signIn(browser, provider, owner.at()).body())
                .as("a row that says so by mistake")
                .contains("まだ紐付いていません");
        var foreign = signedIn(Profession.NURSE).browser();
        assertThat(foreign.post("/federation/tie", Map.of("code", "123456")).statusCode())
                .isEqualTo(404);
        assertThat(foreign.get("/federation").body()).contains("登録した認証基盤がありません");
    }

    @Test
    void whoseAccountEndedIsNotSignedIn() {
        var owner = owner();
        var provider = hospital(owner, true);
        tie(owner);
        var employee = owner.at();
        var leaving = new Browser(port).get("/signin/federation/" + provider);
        assertThat(leaving.statusCode()).isEqualTo(303);
        var browser = new Browser(port);
        var asked = asked(browser.get("/signin/federation/" + provider));
        var address = atProvider(employee, asked);
        transaction.executeWithoutResult(status -> accounts.end(employee.staff()));
        var answer = comesBack(browser, address);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(isIn(browser, employee)).isFalse();
        assertThat(db.sql("select count(*) from identity_tie where staff = ? and ended_at is null")
                        .param(employee.staff().value())
                        .query(Integer.class)
                        .single())
                .as("the office's renewal ends ties, like passkeys")
                .isZero();
    }

    @Test
    void theDeskAndTheOwnerEndATieAndTheOfficeAProvider() {
        var owner = owner();
        var provider = hospital(owner, true);
        tie(owner);
        assertThat(location(owner.at().browser().post("/federation/end", Map.of())))
                .contains("done=ended");
        assertThat(signIn(new Browser(port), provider, owner.at()).statusCode()).isEqualTo(422);
        var other = signedIn(registered(Profession.RECEPTION, true)).browser();
        assertThat(other.get("/identity-ties").body()).doesNotContain("見本 医子</th>");
        operator().post("/office/identity-providers/" + provider + "/end", Map.of());
        assertThat(new Browser(port).get("/signin/federation/" + provider).statusCode())
                .isEqualTo(404);
        assertThat(new Browser(port).get("/signin").body()).doesNotContain("/signin/federation/");
        assertThat(logged("identity-provider-changed", "\"ended\"")).isNotEmpty();
    }

    @Test
    void whatATieOrAProviderOpenedEndsWithItAndWhatOurFactorsOpenedStays() {
        var owner = owner();
        var provider = hospital(owner, true);
        tie(owner);
        var ward = new Browser(port);
        signIn(ward, provider, owner.at());
        assertThat(isIn(ward, owner.at())).isTrue();
        owner.at().browser().post("/federation/end", Map.of());
        assertThat(isIn(ward, owner.at())).as("the tie ended").isFalse();
        assertThat(isIn(owner.at().browser(), owner.at())).as("our own factors").isTrue();
        db.sql("update identity_tie set ended_at = null, ended_by = null where staff = ?")
                .param(owner.at().staff().value())
                .update();
        signIn(ward, provider, owner.at());
        assertThat(isIn(ward, owner.at())).isTrue();
        operator().post("/office/identity-providers/" + provider + "/end", Map.of());
        assertThat(isIn(ward, owner.at())).as("the provider ended").isFalse();
        assertThat(isIn(owner.at().browser(), owner.at())).isTrue();
    }

    @Test
    void halfASignInEndsWithTheTieBehindIt() {
        var owner = owner();
        var provider = hospital(owner, false);
        tie(owner);
        var browser = new Browser(port);
        signIn(browser, provider, owner.at());
        owner.at().browser().post("/federation/end", Map.of());
        browser.post("/signin/code", Map.of("code", owner.codes().apply(1), "return", "/sample/me"));
        assertThat(isIn(browser, owner.at())).isFalse();
    }

    @Test
    void aDeskEndsTheTiesOfItsOwnStaffAlone() {
        var owner = owner();
        var provider = hospital(owner, true);
        tie(owner);
        var tie = db.sql("select id from identity_tie where staff = ? and ended_at is null")
                .param(owner.at().staff().value())
                .query(Long.class)
                .single();
        var foreign = signedIn(registered(Profession.RECEPTION, true)).browser();
        assertThat(foreign.post("/identity-ties/end", Map.of("tie", Long.toString(tie)))
                        .statusCode())
                .isEqualTo(404);
        var code = owner.at().facility();
        assertThat(operator().get("/identity-ties?facility=" + code).body()).contains("見本 医子");
        assertThat(location(operator().post("/identity-ties/end", Map.of("tie", Long.toString(tie), "facility", code))))
                .contains("done=ended");
        assertThat(signIn(new Browser(port), provider, owner.at()).statusCode()).isEqualTo(422);
    }

    @Test
    void whoEnteredAProviderDoesNotAgreeToItAndAHospitalHasOne() {
        var clinic = registered(Profession.DOCTOR).facility();
        var form = entered(clinic, "https://idp.example", "client", "very secret", true);
        assertThat(operator().post("/office/identity-providers", form).statusCode())
                .isEqualTo(303);
        var id = db.sql("select max(id) from identity_provider")
                .query(Long.class)
                .single();
        assertThat(location(operator().post("/office/identity-providers/" + id + "/agreement", Map.of())))
                .contains("problem=same-person");
        assertThat(new Browser(port).get("/signin").body()).doesNotContain("/signin/federation/" + id);
        assertThat(secondOperator().post("/office/identity-providers", form).body())
                .contains("申請中か登録済み");
        assertThat(secondOperator().get("/office/identity-providers").body()).doesNotContain("very secret");
        assertThat(db.sql("select position('very secret'::bytea in secret) from identity_provider where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
        for (var issuer :
                new String[] {"http://idp.example", "https://u@idp.example", "idp", "https://idp.example?x"}) {
            var wrong = entered(clinic, issuer, "client", "secret", true);
            assertThat(operator().post("/office/identity-providers", wrong).statusCode())
                    .as(issuer)
                    .isEqualTo(422);
        }
        var doctor = signedIn(Profession.DOCTOR).browser();
        assertThat(doctor.get("/office/identity-providers").statusCode()).isEqualTo(404);
        assertThat(doctor.get("/identity-ties").statusCode()).isEqualTo(404);
    }
}
