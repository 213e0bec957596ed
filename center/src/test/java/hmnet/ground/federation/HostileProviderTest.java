package hmnet.ground.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import hmnet.ground.signin.Browser;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a hospital's identity provider, or somebody who stands between, cannot do (OpenID Connect Core 3.1.3.7, RFC
/// 9700).
class HostileProviderTest extends FederationCentre {
    private final InventedProvider invented = new InventedProvider();

    @AfterEach
    void close() {
        invented.close();
    }

    /// A doctor whose account is tied to the employee of `InventedProvider.proper`.
    private Owner tied(boolean two) {
        var owner = owner();
        provider(owner.at().facility(), invented.issuer(), InventedProvider.CLIENT, InventedProvider.SECRET, two);
        var browser = owner.at().browser();
        var asked = asked(
                browser.post("/federation/tie", Map.of("code", owner.codes().apply(0))));
        invented.says(invented.proper(word(asked, "nonce")));
        assertThat(location(comesBack(browser, answered(asked)))).contains("done=tied");
        return owner;
    }

    private long provider() {
        return db.sql("select max(id) from identity_provider").query(Long.class).single();
    }

    private String answered(String asked) {
        return back() + "?code=" + "c0de" + "&state=" + word(asked, "state");
    }

    private static String word(String address, String name) {
        return Arrays.stream(query(address).split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    /// What a new browser gets, whose nonce the provider knows.
    private HttpResponse<String> comes(Browser browser, Consumer<String> provider) {
        var asked = asked(browser.get("/signin/federation/" + provider()));
        provider.accept(word(asked, "nonce"));
        return comesBack(browser, answered(asked));
    }

    private void isRefused(String what, Owner owner, Consumer<String> provider) {
        var browser = new Browser(port);
        var answer = comes(browser, provider);
        assertThat(answer.statusCode()).as(what).isEqualTo(422);
        assertThat(answer.body()).as(what).contains("応答を確かめられませんでした");
        assertThat(isIn(browser, owner.at())).as(what).isFalse();
    }

    @Test
    void aProperTokenIsTakenBySignaturesOfPublicKeys() {
        var owner = tied(true);
        for (var algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256)) {
            var browser = new Browser(port);
            comes(browser, nonce -> invented.signs(algorithm, invented.proper(nonce)));
            assertThat(isIn(browser, owner.at())).as(algorithm.getName()).isTrue();
        }
    }

    @Test
    void tokensThatAreNotForUsFromItAndOfNowAreRefused() {
        var owner = tied(true);
        var past = Date.from(Instant.now().minusSeconds(300));
        var before = Date.from(Instant.now().minusSeconds(600));
        isRefused("alg none", owner, nonce -> invented.signsNothing(invented.proper(nonce)));
        isRefused("alg HS256", owner, nonce -> invented.signs(JWSAlgorithm.HS256, invented.proper(nonce)));
        isRefused("alg RS512", owner, nonce -> invented.signs(JWSAlgorithm.RS512, invented.proper(nonce)));
        isRefused("a foreign key", owner, nonce -> invented.forges(invented.proper(nonce)));
        isRefused(
                "a changed token",
                owner,
                nonce -> invented.says(invented.proper(nonce))
                        .changes(token -> token.substring(0, token.length() - 8) + "AAAAAAAA"));
        isRefused(
                "wrong audience",
                owner,
                nonce -> invented.says(invented.proper(nonce).audience("another")));
        isRefused(
                "two audiences",
                owner,
                nonce -> invented.says(invented.proper(nonce)
                        .audience(List.of(InventedProvider.CLIENT, "another"))
                        .claim("azp", InventedProvider.CLIENT)));
        isRefused(
                "wrong issuer",
                owner,
                nonce -> invented.says(invented.proper(nonce).issuer("https://evil.example")));
        isRefused(
                "expired",
                owner,
                nonce -> invented.says(invented.proper(nonce).issueTime(before).expirationTime(past)));
        isRefused(
                "not yet",
                owner,
                nonce -> invented.says(invented.proper(nonce)
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(300)))));
        isRefused("another kind of token", owner, nonce -> invented.types("logout+jwt", invented.proper(nonce)));
        isRefused("no end", owner, nonce -> invented.says(invented.proper(nonce).expirationTime(null)));
        isRefused("another nonce", owner, nonce -> invented.says(invented.proper("x" + nonce)));
        isRefused(
                "no nonce", owner, nonce -> invented.says(invented.proper(nonce).claim("nonce", null)));
        isRefused("no token", owner, nonce -> invented.changes(token -> ""));
        assertThat(logged("sign-in-refused", "federated-token")).isNotEmpty();
    }

    @Test
    void anAnswerCountsOnceAndInTheBrowserThatAskedAlone() {
        var owner = tied(true);
        var browser = new Browser(port);
        var asked = asked(browser.get("/signin/federation/" + provider()));
        invented.says(invented.proper(word(asked, "nonce")));
        var thief = new Browser(port);
        thief.get("/signin/federation/" + provider());
        var before = invented.exchanges();
        assertThat(comesBack(thief, answered(asked)).body()).contains("最初からやり直してください");
        assertThat(comesBack(new Browser(port), answered(asked)).statusCode()).isEqualTo(422);
        assertThat(invented.exchanges()).as("no code was exchanged").isEqualTo(before);
        assertThat(location(comesBack(browser, answered(asked)))).isEqualTo("/");
        assertThat(isIn(browser, owner.at())).isTrue();
        assertThat(comesBack(browser, answered(asked)).body()).contains("最初からやり直してください");
        assertThat(comesBack(browser, back() + "?code=c0de&state=guessed").statusCode())
                .isEqualTo(422);
    }

    @Test
    void anAnswerThatNamesAnotherProviderOrNoneWhereItSaysItDoesIsRefused() {
        var owner = tied(true);
        var browser = new Browser(port);
        var asked = asked(browser.get("/signin/federation/" + provider()));
        invented.says(invented.proper(word(asked, "nonce")));
        var before = invented.exchanges();
        assertThat(comesBack(browser, answered(asked) + "&iss=https%3A%2F%2Fevil.example")
                        .body())
                .contains("応答を確かめられませんでした");
        assertThat(invented.exchanges()).as("no code was exchanged").isEqualTo(before);
        var again = asked(browser.get("/signin/federation/" + provider()));
        invented.says(invented.proper(word(again, "nonce")));
        comesBack(browser, answered(again) + "&iss=" + URLEncoder.encode(invented.issuer(), StandardCharsets.UTF_8));
        assertThat(isIn(browser, owner.at())).isTrue();
        var second = owner();
        invented.describes(
                invented.discovery().replace("{", "{\"authorization_response_iss_parameter_supported\":true,"));
        db.sql("update identity_provider set ended_at = now(), ended_by = asked_by where ended_at is null")
                .update();
        provider(second.at().facility(), invented.issuer(), InventedProvider.CLIENT, InventedProvider.SECRET, true);
        var silent = new Browser(port);
        var third = asked(silent.get("/signin/federation/" + provider()));
        invented.says(invented.proper(word(third, "nonce")));
        assertThat(comesBack(silent, answered(third)).body()).contains("応答を確かめられませんでした");
        assertThat(invented.exchanges()).isEqualTo(before + 1);
    }

    @Test
    void aWayThatTookTooLongOrWasDeclinedEndsThere() {
        tied(true);
        var slow = new Browser(port);
        var asked = asked(slow.get("/signin/federation/" + provider()));
        db.sql("""
                        with old as (delete from identity_attempt returning *)
                        insert into identity_attempt (state, browser, provider, session, asked, network, ends_at)
                        select state, browser, provider, session, asked, network, now() - interval '1 second'
                          from old""").update();
        assertThat(comesBack(slow, answered(asked)).body()).contains("最初からやり直してください");
        var declined = new Browser(port);
        var again = asked(declined.get("/signin/federation/" + provider()));
        assertThat(comesBack(declined, back() + "?error=access_denied&state=" + word(again, "state"))
                        .body())
                .contains("サインインを認めませんでした");
    }

    @Test
    void oneFactorThereIsOneHere() {
        var owner = tied(true);
        var browser = new Browser(port);
        var answer =
                comes(browser, nonce -> invented.says(invented.proper(nonce).claim("amr", List.of("pwd", "pin"))));
        assertThat(location(answer)).isEqualTo("/signin/code");
        assertThat(isIn(browser, owner.at())).isFalse();
        var none = new Browser(port);
        assertThat(location(comes(
                        none, nonce -> invented.says(invented.proper(nonce).claim("amr", null)))))
                .isEqualTo("/signin/code");
    }

    @Test
    void theSubjectOfAnotherHospitalsProviderIsNobodyHere() {
        var owner = tied(true);
        try (var other = new InventedProvider()) {
            var elsewhere = owner();
            provider(elsewhere.at().facility(), other.issuer(), InventedProvider.CLIENT, InventedProvider.SECRET, true);
            var browser = new Browser(port);
            var asked = asked(browser.get("/signin/federation/" + provider()));
            other.says(other.proper(word(asked, "nonce")));
            var answer = comesBack(browser, answered(asked));
            assertThat(answer.body()).contains("まだ紐付いていません");
            assertThat(isIn(browser, owner.at())).isFalse();
        }
    }

    @Test
    void oneEmployeeIsTiedToOneAccount() {
        var owner = tied(true);
        var code = owner.at().facility();
        var clinic = facilities.byCode(code).orElseThrow().id();
        var colleague = owner();
        db.sql("update staff set facility = ? where id = ?")
                .params(clinic.value(), colleague.at().staff().value())
                .update();
        var browser = colleague.at().browser();
        var asked = asked(
                browser.post("/federation/tie", Map.of("code", colleague.codes().apply(0))));
        invented.says(invented.proper(word(asked, "nonce")));
        assertThat(comesBack(browser, answered(asked)).body()).contains("すでに紐付いているか");
    }

    @Test
    void aProviderThatHangsIsLeftAfterThreeSecondsAndHarmsNoOtherDoor() {
        tied(true);
        var browser = new Browser(port);
        var asked = asked(browser.get("/signin/federation/" + provider()));
        invented.waits(Duration.ofSeconds(8));
        var began = System.nanoTime();
        var answer = comesBack(browser, answered(asked));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("時間内に正しい応答がありません").contains("/signin");
        assertThat(new Browser(port).get("/signin").statusCode()).isEqualTo(200);
        assertThat(logged("sign-in-refused", "federated-silent")).isNotEmpty();
    }

    @Test
    void aProviderThatIsNotThereOrDescribesItselfWronglyIsNotGoneTo() {
        var owner = owner();
        var fresh = provider(
                owner.at().facility(), invented.issuer(), InventedProvider.CLIENT, InventedProvider.SECRET, true);
        for (var itself : List.of(
                InventedProvider.discoveryOf("https://evil.example", invented.issuer()),
                InventedProvider.discoveryOf(invented.issuer(), "http://192.0.2.1"),
                InventedProvider.discoveryOf(invented.issuer(), "https://192.0.2.1"),
                InventedProvider.discoveryOf(invented.issuer(), "http://localhost:1"),
                "{}",
                "[",
                " ".repeat(ProviderCalls.LONGEST + 1))) {
            invented.describes(itself);
            var answer = new Browser(port).get("/signin/federation/" + fresh);
            assertThat(answer.statusCode()).as(itself.strip()).isEqualTo(503);
        }
        invented.close();
        assertThat(new Browser(port).get("/signin/federation/" + fresh).statusCode())
                .isEqualTo(503);
    }
}
