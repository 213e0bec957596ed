package hmnet.consent.subjectrequests;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.proxies.Proxies.ProxyAct;
import hmnet.consent.proxies.Proxies.ProxyDraft;
import hmnet.consent.proxies.ProxyKind;
import hmnet.consent.proxies.ProxyReading;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Succession;
import hmnet.ground.directory.Successions;
import hmnet.ground.directory.Successions.SuccessionResult;
import hmnet.ground.signin.Browser;
import hmnet.people.patients.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who reads what a person asks for by right, and who is turned away.
class RequestReadersTest extends RequestWard {
    @Autowired
    private Successions successions;

    @Test
    void aDeskIsNotToldWhereElseThePersonIsTreated() {
        var psychiatry = hospital();
        var number = number();
        relations.tie(at(psychiatry, Profession.RECEPTION), whom.person(), number);
        var path = asked(RequestKind.CORRECTION);
        assertThat(hospital.get(path).body())
                .contains("地域連携ネットワーク事務局")
                .doesNotContain(facilities.get(psychiatry).name());
        assertThat(hospital.post(path + "/forwarding", Map.of("holder", Long.toString(psychiatry.value())))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoHasNoDeskOrIsOfAnotherFacilityIsTurnedAway() {
        var path = asked(RequestKind.DISCLOSURE);
        var nurse = member(whom.hospital(), Profession.NURSE, false).browser();
        var elsewhere = desk(hospital(), Profession.RECEPTION);
        for (var stranger : List.of(nurse, elsewhere)) {
            assertThat(stranger.get(path).statusCode()).isEqualTo(404);
            assertThat(stranger.post(path + "/answer", refusal("harm", "いいえ")).statusCode())
                    .isEqualTo(404);
            assertThat(stranger.post(path + "/extension", Map.of("why", "あとで")).statusCode())
                    .isEqualTo(404);
            assertThat(stranger.post(path + "/forwarding", Map.of("holder", "")).statusCode())
                    .isEqualTo(404);
        }
        assertThat(nurse.get("/requests").statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/requests").body()).doesNotContain(path);
        assertThat(elsewhere
                        .post("/requests/search", Map.of("who", whom.number(), "birth", BORN))
                        .statusCode())
                .as("another hospital's number")
                .isEqualTo(422);
        var proof = paper(hospital, whom.number(), RequestKind.DISCLOSURE);
        assertThat(elsewhere.post("/requests", proof).statusCode())
                .as("with another's proof")
                .isEqualTo(422);
        var someone = signedIn(carried(ConsentChoice.EVERYTHING).card());
        assertThat(someone.post("/my" + path + "/withdrawal", Map.of()).statusCode())
                .as("somebody else's request")
                .isEqualTo(404);
        assertThat(someone.get("/my/requests").body()).doesNotContain(WORDS);
        assertThat(steps()).containsExactly("received");
    }

    @Test
    void whoeverIsKeptFromADeskHasAskedNothingOfItAndTheOfficeAnswers() {
        var path = asked(RequestKind.DISCLOSURE);
        protections.begin(
                whom.person(), new ProtectionOrder("person", "known", Set.of(whom.hospital()), Set.of()), office());
        assertThat(hospital.get("/requests").body())
                .contains("いま、回答を待つ請求はありません")
                .doesNotContain(whom.card().holder().name(), path);
        assertThat(hospital.get(path).statusCode()).isEqualTo(404);
        assertThat(hospital.post(path + "/answer", refusal("harm", "いいえ")).statusCode())
                .isEqualTo(404);
        var office = officeDesk();
        assertThat(office.get("/requests").body())
                .as("the office has it instead")
                .contains(path);
        assertThat(leads(office.post(path + "/answer", Map.of("outcome", "granted", "words", "事務局がお渡しします。"))))
                .endsWith("told=answered");
    }

    @Test
    void aProxyWhoDecidesAsksAndOneWhoOnlySeesDoesNot() {
        var helper = card();
        proxy(helper.holder().id(), false);
        var browser = signedIn(helper);
        browser.post("/my/whose", Map.of("proxy", last()));
        assertThat(browser.get("/my/requests").statusCode()).as("who only sees").isNotEqualTo(200);
        var guardian = card();
        proxy(guardian.holder().id(), true);
        browser = signedIn(guardian);
        browser.post("/my/whose", Map.of("proxy", last()));
        assertThat(ownAnswer(browser, RequestKind.STOP_PROVISION)).isEqualTo("/my/requests?told=received");
        assertThat(only().askedBy()).isEqualTo("proxy");
        assertThat(hospital.get("/requests/" + only().id()).body()).contains("代理人");
    }

    @Test
    void aProxyWhoDecidesAndDoesNotSeeReadsNothingOfWhatThePersonAsked() {
        asked(RequestKind.DISCLOSURE);
        var guardian = card();
        assertThat(proxies.record(
                        new ProxyDraft(
                                whom.person(),
                                guardian.holder().id(),
                                ProxyKind.CHOSEN,
                                false,
                                true,
                                ProxyReading.NOTHING,
                                today.plusYears(1),
                                "own-word"),
                        office()))
                .isEqualTo(ProxyAct.DONE);
        var browser = signedIn(guardian);
        browser.post("/my/whose", Map.of("proxy", last()));
        assertThat(browser.get("/my/requests").body())
                .contains("地域連携ネットワーク事務局")
                .doesNotContain(WORDS, facilities.get(whom.hospital()).name());
        var form = new HashMap<>(own(RequestKind.STOP_USE, "office"));
        form.put(
                "whose",
                browser.get("/my/requests").body().replaceAll("(?s).*name=\"whose\" value=\"([^\"]*)\".*", "$1"));
        assertThat(leads(browser.post("/my/requests", form))).isEqualTo("/my/requests?told=received");
        assertThat(browser.get("/my/requests").body()).contains("利用の停止・消去", WORDS);
    }

    private String ownAnswer(Browser browser, RequestKind kind) {
        var page = browser.get("/my/requests").body();
        var form = new HashMap<>(own(kind, Long.toString(whom.hospital().value())));
        form.put("whose", page.replaceAll("(?s).*name=\"whose\" value=\"([^\"]*)\".*", "$1"));
        return leads(browser.post("/my/requests", form));
    }

    private void proxy(PersonId by, boolean decides) {
        assertThat(proxies.record(
                        new ProxyDraft(
                                whom.person(),
                                by,
                                ProxyKind.CHOSEN,
                                true,
                                decides,
                                ProxyReading.NOTHING,
                                today.plusYears(1),
                                "own-word"),
                        office()))
                .isEqualTo(ProxyAct.DONE);
    }

    private String last() {
        return Long.toString(proxies.of(whom.person()).stream()
                .mapToLong(proxy -> proxy.id())
                .max()
                .orElseThrow());
    }

    @Test
    void whoTookOverAnswersAndTheOfficeWhereTheyAreShutOut() {
        var path = asked(RequestKind.CORRECTION);
        var after = hospital();
        takenOver(whom.hospital(), after);
        var successor = desk(after, Profession.DOCTOR);
        await(() -> successor.get("/requests").body().contains(path));
        var record = shown(at(after, Profession.DOCTOR), whom.person()).stream()
                .filter(entry -> entry.kind() == RecordKind.PRESCRIPTION)
                .findFirst()
                .orElseThrow();
        var page = "/people/" + whom.person() + "/records/" + record.id();
        assertThat(leads(successor.post(page + "/request", Map.of("request", path.substring("/requests/".length())))))
                .isEqualTo(page);
        assertThat(successor.get(page).body()).contains("本人が訂正を求めています");
        protections.begin(
                whom.person(), new ProtectionOrder("person", "known", Set.of(whom.hospital()), Set.of()), office());
        assertThat(successor.get("/requests").body()).doesNotContain(path);
        assertThat(successor.get(path).statusCode()).isEqualTo(404);
        assertThat(officeDesk().get("/requests").body()).contains(path);
    }

    private void takenOver(FacilityId before, FacilityId after) {
        var said = new Succession(before, after, today, true, true, true, true, true, "agreed in writing");
        assertThat(successions.ask(said, office())).isEqualTo(SuccessionResult.ASKED);
        var id = successions.all().stream()
                .filter(one -> one.succession().facility().equals(before))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(successions.agree(id, office())).isEqualTo(SuccessionResult.DONE);
    }
}
