package hmnet.consent.subjectrequests;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Profession;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What persons ask for by right reaches whoever made the records, is answered once, and changes no record by itself.
class SubjectRequestsTest extends RequestWard {
    @Test
    void aRequestOnPaperIsTakenDownAndAnsweredByTheDeskThatTookIt() {
        var taken = hospital.post("/requests", paper(hospital, whom.number(), RequestKind.DISCLOSURE));
        assertThat(leads(taken)).as(taken.body()).isEqualTo("/requests?told=received");
        var one = only();
        assertThat(one.holder()).isEqualTo(whom.hospital());
        assertThat(one.dueOn()).as("thirty days from the day it came").isEqualTo(today.plusDays(27));
        assertThat(hospital.get("/requests").body())
                .contains("/requests/" + one.id(), whom.card().holder().name());
        assertThat(hospital.get("/requests/" + one.id()).body()).contains(WORDS, "（窓口）");
        var answer = hospital.post(
                "/requests/" + one.id() + "/answer", Map.of("outcome", "granted", "words", "写しを窓口でお渡しします。"));
        assertThat(leads(answer)).isEqualTo("/requests?told=answered");
        assertThat(hospital.get("/requests").body()).doesNotContain(one.id().toString());
        assertThat(hospital.post("/requests/" + one.id() + "/answer", refusal("harm", "ちがう答え"))
                        .statusCode())
                .as("answered once")
                .isEqualTo(404);
        assertThat(steps()).containsExactly("received", "answered");
        assertThat(entries(whom.person(), Action.SUBJECT_REQUEST).getFirst().detail())
                .containsEntry("result", "granted");
        assertThat(entries(whom.person(), Action.SUBJECT_REQUEST).getLast().detail())
                .containsEntry("check", "licence")
                .doesNotContainValue(WORDS);
        assertThat(signedIn(whom.card()).get("/my/requests").body()).contains("応じた", "写しを窓口でお渡しします。");
    }

    @Test
    void aResidentAsksOnTheirOwnPageAndTakesItBack() {
        var resident = signedIn(whom.card());
        assertThat(resident.get("/my").body()).contains("href=\"/my/requests\"");
        assertThat(resident.get("/my/requests").body())
                .contains(facilities.get(whom.hospital()).name());
        assertThat(resident.post("/my/requests", own(RequestKind.CORRECTION, "office"))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/my/requests?told=received");
        var one = only();
        assertThat(one.holder()).as("the office answers").isNull();
        var office = officeDesk();
        assertThat(office.get("/requests").body()).contains(one.id().toString());
        assertThat(leads(resident.post("/my/requests/" + one.id() + "/withdrawal", Map.of())))
                .isEqualTo("/my/requests?told=withdrawn");
        assertThat(office.get("/requests").body()).doesNotContain(one.id().toString());
        assertThat(office.get("/requests/" + one.id()).body()).contains("取り下げ").doesNotContain("/answer\"");
        assertThat(resident.post("/my/requests/" + one.id() + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(steps()).containsExactly("received", "withdrawn");
    }

    @Test
    void aRefusalSaysWhyInTheWordsOfTheLawAndInItsOwn() {
        var path = asked(RequestKind.CORRECTION);
        var unsaid = hospital.post(path + "/answer", refusal("", "事実でした。"));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("応じない理由をえらんでください", "事実でした。");
        assertThat(hospital.post(path + "/answer", refusal("not-wrong", "  ")).body())
                .contains("2,000 字までで");
        assertThat(hospital.post(path + "/answer", refusal("because", "事実でした。")).statusCode())
                .isEqualTo(422);
        assertThat(steps()).containsExactly("received");
        hospital.post(path + "/answer", refusal("not-wrong", "処方箋の写しで確かめました。"));
        assertThat(signedIn(whom.card()).get("/my/requests").body()).contains("応じない", "内容は事実のとおりである", "処方箋の写しで確かめました。");
    }

    @Test
    void theTermIsExtendedOnceAndThePersonReadsWhy() {
        var path = asked(RequestKind.DISCLOSURE);
        assertThat(hospital.post(path + "/extension", Map.of("why", "")).statusCode())
                .isEqualTo(422);
        assertThat(leads(hospital.post(path + "/extension", Map.of("why", "古い紙のカルテを探しています。"))))
                .endsWith("told=extended");
        assertThat(only().dueOn()).isEqualTo(today.plusDays(60));
        assertThat(hospital.post(path + "/extension", Map.of("why", "まだです。")).statusCode())
                .as("once")
                .isEqualTo(404);
        assertThat(signedIn(whom.card()).get("/my/requests").body()).contains("古い紙のカルテを探しています。");
    }

    @Test
    void aRequestGoesToWhoeverMadeTheRecordsAndToNobodyElse() {
        var office = officeDesk();
        var form = paper(office, cards.qrOf(whom.card().number()), RequestKind.CORRECTION);
        form.put("holder", Long.toString(hospital().value()));
        assertThat(office.post("/requests", form).body()).contains("回答する施設をえらんでください");
        form.put("holder", "");
        assertThat(leads(office.post("/requests", form))).endsWith("told=received");
        var path = "/requests/" + only().id();
        assertThat(hospital.get(path).statusCode()).as("not yet theirs").isEqualTo(404);
        assertThat(office.post(
                                path + "/forwarding",
                                Map.of("holder", Long.toString(hospital().value())))
                        .statusCode())
                .as("a hospital without her records")
                .isEqualTo(404);
        assertThat(leads(office.post(
                        path + "/forwarding",
                        Map.of("holder", Long.toString(whom.hospital().value())))))
                .endsWith("told=forwarded");
        assertThat(office.get(path).statusCode()).as("no longer the office's").isEqualTo(404);
        assertThat(office.get("/requests").body())
                .as("but its count is")
                .contains(facilities.get(whom.hospital()).name());
        assertThat(hospital.get(path).body()).contains(WORDS);
        assertThat(leads(hospital.post(path + "/forwarding", Map.of("holder", ""))))
                .as("and back")
                .endsWith("told=forwarded");
        assertThat(office.get(path).statusCode()).isEqualTo(200);
        assertThat(steps()).containsExactly("received", "forwarded", "forwarded");
    }

    @Test
    void aRecordBearsTheMarkUntilTheRequestIsAnswered() {
        var path = asked(RequestKind.CORRECTION);
        var doctor = member(whom.hospital(), Profession.DOCTOR, false);
        var record = shown(at(whom.hospital(), Profession.DOCTOR), whom.person()).stream()
                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                .findFirst()
                .orElseThrow();
        var page = "/people/" + whom.person() + "/records/" + record.id();
        var mark = Map.of("request", path.substring("/requests/".length()));
        assertThat(doctor.browser().post(page + "/request", mark).statusCode())
                .as("a doctor without a desk")
                .isEqualTo(404);
        var reader = doctor();
        relations.begin(reader, whom.person(), RelationOrigin.CARD);
        var other = desk(reader.facility(), Profession.DOCTOR);
        assertThat(other.post(page + "/request", mark).statusCode())
                .as("a desk of another facility")
                .isEqualTo(404);
        assertThat(other.get(page).body()).doesNotContain("本人が訂正を求めています");
        var chief = desk(whom.hospital(), Profession.DOCTOR);
        assertThat(chief.get(page).body()).contains("この記録が対象：訂正");
        assertThat(leads(chief.post(page + "/request", mark))).isEqualTo(page);
        assertThat(other.get(page).body()).contains("本人が訂正を求めています", "架空ワルファリン錠");
        assertThat(hospital.get(path).body()).contains("印が付いています");
        var off = new HashMap<>(mark);
        off.put("off", "true");
        assertThat(other.post(page + "/request", off).statusCode())
                .as("a desk of another facility")
                .isEqualTo(404);
        assertThat(chief.get(page).body()).contains("印を外す");
        assertThat(leads(chief.post(page + "/request", off))).isEqualTo(page);
        assertThat(other.get(page).body()).doesNotContain("本人が訂正を求めています");
        chief.post(page + "/request", mark);
        hospital.post(path + "/answer", Map.of("outcome", "granted", "words", "直して送りなおしました。"));
        assertThat(other.get(page).body()).doesNotContain("本人が訂正を求めています");
        assertThat(steps()).containsExactly("received", "marked", "unmarked", "marked", "answered");
    }

    @Test
    void whatIsMistypedIsSaidAndKept() {
        var form = paper(hospital, whom.number(), RequestKind.CORRECTION);
        form.put("received", today.plusDays(1).toString());
        form.put("askedBy", "proxy");
        var answer = hospital.post("/requests", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("きょうまでの 1 年以内", "代理人の書類が要ります", WORDS);
        var resident = signedIn(whom.card());
        var own = resident.post("/my/requests", Map.of("kind", "money", "holder", "999999999", "words", ""));
        assertThat(own.statusCode()).isEqualTo(422);
        assertThat(own.body()).contains("請求の種類をえらんでください", "回答する施設をえらんでください", "2,000 字まで");
        assertThat(requests.of(whom.person())).isEmpty();
    }

    @Test
    void noMoreThanTwentyWaitAtOnceOnOnesOwnPage() {
        var resident = signedIn(whom.card());
        for (var made = 0; made < SubjectRequests.OWN_MAX; made++) {
            resident.post("/my/requests", Map.of("kind", "disclosure", "holder", "office", "words", made + " 月の記録"));
        }
        assertThat(resident.post("/my/requests", own(RequestKind.DISCLOSURE, "office"))
                        .body())
                .contains("回答を待つ請求が多いため");
        assertThat(requests.of(whom.person())).hasSize(SubjectRequests.OWN_MAX);
    }

    @Test
    void whatIsLateIsSeenByTheDeskAndCountedForTheOffice() throws SQLException {
        var path = asked(RequestKind.DISCLOSURE);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("update subject_request set received_on = received_on - 60, due_on = due_on - 60");
            connection.commit();
        }
        assertThat(hospital.get("/requests").body()).contains("期限超過");
        assertThat(hospital.get(path).body()).contains("回答の期限を過ぎています");
        assertThat(requests.tallies())
                .filteredOn(tally -> tally.holder().equals(whom.hospital()))
                .singleElement()
                .satisfies(tally -> assertThat(tally.late()).isEqualTo(1));
    }

    @Test
    void wordsLieSealedInTheDatabase() {
        asked(RequestKind.DISCLOSURE);
        var bytes = db.sql("select words from subject_request where person = ?")
                .param(whom.person().value())
                .query(byte[].class)
                .single();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("飲んでいない");
    }

    @Test
    void aFormThatIsSentTwiceIsOneRequest() {
        var form = paper(hospital, whom.number(), RequestKind.DISCLOSURE);
        assertThat(leads(hospital.post("/requests", form))).endsWith("told=received");
        assertThat(leads(hospital.post("/requests", form))).endsWith("told=received");
        assertThat(requests.of(whom.person())).hasSize(1);
        var resident = signedIn(whom.card());
        resident.post("/my/requests", own(RequestKind.CORRECTION, "office"));
        resident.post("/my/requests", own(RequestKind.CORRECTION, "office"));
        assertThat(requests.of(whom.person())).hasSize(2);
        assertThat(steps()).containsExactly("received", "received");
    }
}
