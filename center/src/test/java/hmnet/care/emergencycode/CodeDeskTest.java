package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The office ends one code, and two of it the key with all that it signed; what everybody is told of it.
class CodeDeskTest extends CodeWard {
    private static final String DESK = "/office/emergency-codes";

    private Browser officer() {
        return member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false).browser();
    }

    private JsonNode list() {
        published.asked();
        var answer = browser().get("/emergency/code/keys");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=60, public");
        return JsonMapper.shared().readTree(answer.body());
    }

    private boolean isWithdrawn(MadeCode code) {
        var key = list().path("keys").get(0);
        var hash = PublishedKeys.hash(epochs.all().getFirst().salt(), code.id());
        return key.path("withdrawn")
                .valueStream()
                .anyMatch(one -> one.asString().equals(hash));
    }

    private String number(MadeCode code) {
        return code.id().toString().substring(0, 8);
    }

    @Test
    void theOfficeEndsACodeByTheNumberOnItsPaper() {
        var lost = card();
        var code = made(lost, CodeSamples.words(), 30);
        var other = made(card(), CodeSamples.words(), 30);
        var officer = officer();
        var missed = officer.post(DESK + "/withdrawals", Map.of("number", "0000-0000"));
        assertThat(missed.statusCode()).isEqualTo(422);
        assertThat(missed.body()).as("what was typed stands there again").contains("value=\"0000-0000\"");
        var printed = number(code).toUpperCase(Locale.ROOT);
        var answer = officer.post(
                DESK + "/withdrawals", Map.of("number", printed.substring(0, 4) + "-" + printed.substring(4)));
        assertThat(leads(answer)).isEqualTo(DESK + "?done=code");
        assertThat(isWithdrawn(code)).isTrue();
        assertThat(isWithdrawn(other)).isFalse();
        assertThat(entries(lost.holder().id(), Action.EMERGENCY_CODE_ENDED)).hasSize(1);
        assertThat(db.sql("select words is null from emergency_code where id = ?")
                        .param(code.id())
                        .query(Boolean.class)
                        .single())
                .as("what it said is forgotten")
                .isTrue();
        assertThat(officer.post(DESK + "/withdrawals", Map.of("number", printed))
                        .statusCode())
                .as("once")
                .isEqualTo(422);
    }

    @Test
    void twoOfTheOfficeEndTheKeyWithAllThatItSigned() {
        var before = made(card(), CodeSamples.words(), 30);
        var epoch = epochs.all().getFirst().number();
        var first = officer();
        assertThat(first.post(DESK + "/key/end", Map.of("why", " ")).statusCode())
                .isEqualTo(422);
        assertThat(leads(first.post(DESK + "/key/end", Map.of("why", "鍵が漏れたおそれ"))))
                .isEqualTo(DESK + "?done=asked");
        assertThat(first.get(DESK).body()).contains("鍵が漏れたおそれ", "別の方が確認します");
        assertThat(leads(first.post(DESK + "/key/end/agreement", Map.of()))).isEqualTo(DESK + "?problem=second-person");
        assertThat(epochs.all().getFirst().number()).isEqualTo(epoch);
        assertThat(leads(officer().post(DESK + "/key/end/agreement", Map.of()))).isEqualTo(DESK + "?done=ended");
        var list = list();
        assertThat(list.path("keys").get(0).path("epoch").asInt()).isEqualTo(epoch + 1);
        assertThat(list.path("keys").get(0).path("ended").isNull()).isTrue();
        assertThat(list.path("keys").get(1).path("ended").isNull()).isFalse();
        var after = made(card(), CodeSamples.words(), 30);
        assertThat(ReadCode.of(before.text(), list).genuine())
                .as("still told apart from a forgery")
                .isTrue();
        assertThat(ReadCode.of(after.text(), list).genuine()).isTrue();
    }

    @Test
    void aRefusedEndChangesNothing() {
        var epoch = epochs.all().getFirst().number();
        officer().post(DESK + "/key/end", Map.of("why", "試し"));
        assertThat(leads(officer().post(DESK + "/key/end/refusal", Map.of()))).isEqualTo(DESK + "?done=refused");
        assertThat(epochs.all().getFirst().number()).isEqualTo(epoch);
        assertThat(leads(officer().post(DESK + "/key/end/refusal", Map.of()))).isEqualTo(DESK + "?problem=gone");
    }

    @Test
    void theListNamesNobody() {
        var holder = card();
        var code = made(holder, CodeSamples.words(), 30);
        transaction.executeWithoutResult(status -> rows.end(code.id()));
        var list = list();
        assertThat(list.path("format").asString()).isEqualTo(PublishedKeys.FORMAT);
        assertThat(list.path("complete").asBoolean()).isTrue();
        assertThat(list.toString())
                .doesNotContain(
                        code.id().toString(),
                        holder.holder().id().toString(),
                        "架空",
                        holder.number().value());
        assertThat(isWithdrawn(code)).isTrue();
    }

    @Test
    void nobodyButTheOfficeComesIn() {
        assertThat(leads(browser().get(DESK))).startsWith("/signin");
        var doctor = emergencyDoctor().browser();
        assertThat(doctor.get(DESK).statusCode()).isEqualTo(404);
        var code = made(card(), CodeSamples.words(), 30);
        assertThat(doctor.post(DESK + "/withdrawals", Map.of("number", number(code)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(isWithdrawn(code)).isFalse();
    }

    @Test
    void whatIsOverIsForgotten() {
        var expired = made(card(), CodeSamples.words(), 0);
        var person = card().holder().id();
        var draft = transaction.execute(status -> rows.draft(person, 1, 3, List.of(), CodeSamples.words()));
        db.sql("update emergency_code set drafted_at = now() - interval '31 minutes' where id = ?")
                .param(draft)
                .update();
        transaction.executeWithoutResult(status -> rows.sweep());
        assertThat(rows.find(person, draft)).isEmpty();
        assertThat(db.sql("select words is null from emergency_code where id = ?")
                        .param(expired.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        db.sql("update emergency_code set until = now() - interval '32 days' where id = ?")
                .param(expired.id())
                .update();
        transaction.executeWithoutResult(status -> rows.sweep());
        assertThat(db.sql("select count(*) from emergency_code where id = ?")
                        .param(expired.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
