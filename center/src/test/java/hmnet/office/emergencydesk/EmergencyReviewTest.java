package hmnet.office.emergencydesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.emergency.EmergencyReviews;
import hmnet.consent.emergency.LifeRisk;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every door opened without consent is reviewed, by somebody else, and the resident is told.
class EmergencyReviewTest extends EmergencyWard {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Autowired
    private EmergencyReviews reviews;

    private Browser reviewer() {
        return member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false).browser();
    }

    @Test
    void theReviewersAreAlertedAtOnceWithoutAName() {
        var reviewer = reviewer();
        var whom = carried(ConsentChoice.NOTHING);
        var before = reviews.waiting(office()).due();
        var view = opened(crew(), whom, Map.of("door", "break-glass", "risk", "arrest"));
        assertThat(reviews.waiting(office()).due()).as("from the commit on").isEqualTo(before + 1);
        var alert = reviewer.get("/").body();
        assertThat(alert)
                .contains("救急の閲覧 " + (before + 1) + " 件が審査を待っています")
                .doesNotContain(
                        "カクウ", whom.card().holder().name(), whom.card().number().value());
        var list = reviewer.get("/office/emergency").body();
        assertThat(list)
                .contains("救急の閲覧 " + id(view), "心肺停止", "救急救命士")
                .doesNotContain(whom.card().holder().name(), "救急 太郎");
    }

    @Test
    void noneIsJustifiedWithoutWordsAndTheResidentReadsOfAll() {
        var reviewer = reviewer();
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "break-glass", "risk", "arrest"));
        crew.get(view);
        var page = "/office/emergency/" + id(view);
        assertThat(reviewer.get(page).body())
                .contains("救急の要約", "まだありません", whom.card().holder().name());
        var justified = Map.of("outcome", "justified", "words", "出動の記録と合う");
        assertThat(reviewer.post(page, justified).statusCode())
                .as("no words yet")
                .isEqualTo(422);
        crew.post(view + "/end", Map.of());
        assertThat(crew.get("/").body()).contains("救急の閲覧を開いた理由を");
        assertThat(crew.post(view + "/words", Map.of("words", " ")).statusCode())
                .isEqualTo(422);
        assertThat(leads(crew.post(view + "/words", Map.of("words", "呼びかけに応じない"))))
                .isEqualTo("/emergency?done=said");
        assertThat(crew.get("/").body()).doesNotContain("救急の閲覧を開いた理由を");
        assertThat(leads(reviewer.post(page, Map.of("outcome", "words", "words", "どこで"))))
                .isEqualTo("/office/emergency?done=words");
        assertThat(crew.get("/").body()).as("asked for more").contains("救急の閲覧を開いた理由を");
        crew.post(view + "/words", Map.of("words", "路上で呼びかけに応じない"));
        assertThat(leads(reviewer.post(page, justified))).isEqualTo("/office/emergency?done=justified");
        assertThat(reviewer.post(page, justified).statusCode()).as("once").isEqualTo(422);
        assertThat(reviewer.get(page).body())
                .as("what was said first stays")
                .contains("呼びかけに応じない\n\n路上で呼びかけに応じない", "正当");
        assertThat(crew.post(view + "/words", Map.of("words", "書き直す")).statusCode())
                .as("the review has ended")
                .isEqualTo(422);
        var own = signedIn(whom.card()).get("/my/log").body();
        assertThat(own)
                .contains("救急の入口：同意なし（命に関わる緊急）", "目的：命に関わる緊急（同意なし）", "救急の閲覧を始めました", "事務局が調べました")
                .doesNotContain("救急 太郎", "呼びかけ");
        assertThat(entries(whom.person(), Action.EMERGENCY_REVIEWED)).hasSize(2);
        assertThat(entries(whom.person(), Action.CHART_OPENED)).hasSize(1);
    }

    @Test
    void whoOpenedWithConsentIsAskedAndAnswersToo() throws SQLException {
        var reviewer = reviewer();
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "scene-consent", "giver", "spouse"));
        try (var connection = owner();
                var change = connection.createStatement()) {
            change.execute("update emergency_opening set sampled = true where id = " + id(view));
            connection.commit();
        }
        crew.post(view + "/end", Map.of());
        assertThat(crew.post(view + "/words", Map.of("words", "何も")).statusCode())
                .as("nothing is owed")
                .isEqualTo(422);
        var page = "/office/emergency/" + id(view);
        assertThat(leads(reviewer.post(page, Map.of("outcome", "words", "words", "だれが同意したか"))))
                .isEqualTo("/office/emergency?done=words");
        assertThat(crew.get("/").body()).contains("救急の閲覧を開いた理由を");
        assertThat(crew.get(view).body()).contains("救急の閲覧を開いた理由");
        assertThat(leads(crew.post(view + "/words", Map.of("words", "配偶者から口頭で"))))
                .isEqualTo("/emergency?done=said");
        assertThat(reviewer.get(page).body()).contains("配偶者から口頭で");
    }

    @Test
    void whatIsNotJustifiedBecomesAnIncident() {
        var reviewer = reviewer();
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "break-glass", "risk", "no-time"));
        crew.get(view);
        var page = "/office/emergency/" + id(view);
        reviewer.post(page, Map.of("outcome", "not-justified", "words", "出動の記録が無い"));
        var incident = reviewer.get(page).body().replaceAll("(?s).*href=\"(/incidents/\\d+)\".*", "$1");
        assertThat(reviewer.get(incident).body())
                .contains(
                        "正当でない救急の閲覧", "出動の記録が無い", "救急 太郎", whom.card().holder().name());
        assertThat(crew.get("/").body())
                .as("no word of another human's records")
                .doesNotContain("別の方の記録");
        for (var step : new String[] {"duty-no", "person-told"}) {
            reviewer.post(incident + "/steps", Map.of("step", step, "words", "説明した"));
        }
        assertThat(leads(reviewer.post(incident + "/conclusion", Map.of("words", "終わり"))))
                .isEqualTo(incident);
    }

    @Test
    void twoReviewersAtOnceMakeOneIncident() throws Exception {
        var whom = carried(ConsentChoice.NOTHING);
        var view = opened(crew(), whom, Map.of("door", "break-glass", "risk", "no-time"));
        var page = "/office/emergency/" + id(view);
        var said = Map.of("outcome", "not-justified", "words", "出動の記録が無い");
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reviewer : List.of(reviewer(), reviewer())) {
                answers.add(two.submit(() -> reviewer.post(page, said)));
            }
        }
        var statuses = new ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        assertThat(statuses).containsExactlyInAnyOrder(303, 422);
        assertThat(entries(whom.person(), Action.INCIDENT_OPENED)).hasSize(1);
        assertThat(db.sql("select count(*) from incident where opening = ?")
                        .param(Long.parseLong(String.valueOf(id(view))))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void nobodyReviewsTheirOwnAndNobodyElseSeesThePage() throws SQLException {
        var whom = carried(ConsentChoice.NOTHING);
        var doctor = emergencyDoctor();
        var view = opened(doctor.browser(), whom, glass(doctor.codes().apply(0)));
        for (var browser : new Browser[] {doctor.browser(), crew(), signedIn(whom.card())}) {
            assertThat(browser.get("/office/emergency").statusCode()).isIn(404, 303);
            assertThat(browser.get("/office/emergency/" + id(view)).statusCode())
                    .isIn(404, 303);
        }
        var own = office();
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update emergency_opening set staff = " + own.staff().value() + " where id = " + id(view));
            connection.commit();
        }
        assertThat(reviews.look(own, id(view))).isEmpty();
        assertThat(reviews.due(own)).noneMatch(one -> one.id() == id(view));
        assertThat(reviews.look(office(), id(view))).isPresent();
    }

    @Test
    void wordsThatAreOverdueStandOnTheAlertAndTheList() throws SQLException {
        var whom = carried(ConsentChoice.NOTHING);
        var view = opened(crew(), whom, Map.of("door", "break-glass", "risk", "arrest"));
        var before = reviews.waiting(office());
        earlier(id(view), 24 * 60 + 1);
        var after = reviews.waiting(office());
        assertThat(after.wordless()).isEqualTo(before.wordless() + 1);
        assertThat(after.late()).isEqualTo(before.late() + 1);
        assertThat(reviewer().get("/office/emergency/" + id(view)).body()).contains("理由の文が期限を過ぎています");
    }

    @Test
    void aDayOfFourHundredDispatchesIsTenReviewsADayForEachOfFourAtMost() throws SQLException {
        var whom = carried(ConsentChoice.EVERYTHING);
        var who = at(facility(FacilityKind.HOSPITAL), Profession.PARAMEDIC);
        emergencyConsents.record(whom.person(), true, "paper", office());
        for (var n = 0; n < 380; n++) {
            assertThat(openings.byPriorConsent(who, whom.person())).isPresent();
        }
        for (var n = 0; n < 20; n++) {
            assertThat(openings.breakGlass(who, whom.person(), LifeRisk.ARREST)).isPresent();
        }
        var day = LocalDate.of(2031, 4, 1);
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    update emergency_opening set opened_at = timestamptz '2031-04-01 12:00+09', until = '2031-04-01 13:00+09'
                     where staff = %d""".formatted(who.staff().value()));
            connection.commit();
        }
        var load = reviews.load(day);
        assertThat(load.openings()).isEqualTo(400);
        assertThat(load.due())
                .as("20 without consent, and about 2 of 100 of the others")
                .isBetween(20, 40);
        assertThat((double) load.due() / 4).as("each of four").isLessThanOrEqualTo(10);
        assertThat(load.needed()).isBetween(2, 4);
        assertThat(LocalDate.now(JAPAN)).isNotEqualTo(day);
    }
}
