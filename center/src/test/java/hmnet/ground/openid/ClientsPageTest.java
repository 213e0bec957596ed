package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The office enters a sub-system by two, and ends it by one (S006).
class ClientsPageTest extends SignOnCentre {
    @Test
    void whoEnteredASubSystemDoesNotAgreeToIt() {
        ask(operator(), "ひとり", "https://sub.example/back");
        var id = number("ひとり");
        var own = operator().post("/office/openid/" + id + "/agreement", Map.of());
        assertThat(own.headers().firstValue("Location").orElse("")).contains("problem=same-person");
        assertThat(operator().get("/office/openid").body()).contains("別の運用者の承認待ち");
        assertThat(secondOperator()
                        .post("/office/openid/" + id + "/agreement", Map.of())
                        .body())
                .contains("シークレットはこの画面にだけ表示します");
        assertThat(secondOperator()
                        .post("/office/openid/" + id + "/agreement", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("again")
                .contains("problem=nothing");
        assertThat(logged("openid-client-changed", "ひとり")).hasSize(2);
    }

    @Test
    void theSecretStandsNowhere() {
        var subSystem = subSystem("保管");
        var kept = db.sql("select encode(secret, 'hex') from openid_client where client_id = ?")
                .param(subSystem.clientId())
                .query(String.class)
                .single();
        assertThat(kept).hasSize(64);
        assertThat(secondOperator().get("/office/openid").body())
                .contains(subSystem.clientId())
                .doesNotContain("クライアントシークレット");
    }

    @Test
    void aRefusedOrEndedOneIsNeverAnswered() {
        ask(operator(), "否認", "https://sub.example/back");
        var id = number("否認");
        secondOperator().post("/office/openid/" + id + "/refusal", Map.of());
        assertThat(operator()
                        .post("/office/openid/" + id + "/agreement", Map.of())
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("problem=nothing");
        assertThat(db.sql("select ended_at is not null from openid_client where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void addressesThatAnybodyCouldReadOnTheWayAreNotTaken() {
        for (var address : List.of(
                "",
                "http://sub.example/back",
                "https://*.example/back",
                "https://sub.example/back#x",
                "https://user@sub.example/back",
                "javascript:alert(1)",
                "/back",
                "https://a.example\nhttps://b.example\nhttps://c.example\nhttps://d.example\nhttps://e.example\nhttps://f.example")) {
            var answer = ask(operator(), "宛先違い", address);
            assertThat(answer.statusCode()).as(address).isEqualTo(422);
            assertThat(answer.body()).contains("https で始まるアドレスを");
        }
        assertThat(ask(operator(), " ", "https://sub.example/back").statusCode())
                .isEqualTo(422);
        assertThat(ask(operator(), "この機械", "http://localhost:9090/back").statusCode())
                .isEqualTo(303);
    }

    @Test
    void onlyOperatorsComeHere() {
        var doctor = signedIn(Profession.DOCTOR).browser();
        assertThat(doctor.get("/office/openid").statusCode()).isEqualTo(404);
        assertThat(ask(doctor, "医師", "https://sub.example/back").statusCode()).isEqualTo(404);
        assertThat(doctor.post("/office/openid/key", Map.of()).statusCode()).isEqualTo(404);
    }
}
