package hmnet.care.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.ground.audit.Action;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.signin.Browser;
import hmnet.record.filing.Papers;
import hmnet.record.ownrecords.HandbookCharts;
import hmnet.record.ownrecords.OwnEntries;
import hmnet.record.ownrecords.OwnEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Three doors in an emergency, from the search to the end, over HTTP.
class EmergencyPagesTest extends EmergencyWard {
    @Autowired
    private Protections protections;

    @Autowired
    private HandbookCharts handbook;

    @Autowired
    private OwnEntries ownEntries;

    @Test
    void aCrewOpensWhatThePersonAgreedToBeforehandWithoutAReason() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        assertThat(found(crew, whom).body()).contains("登録はありません");
        emergencyConsents.record(whom.person(), true, "paper", office());
        assertThat(found(crew, whom).body()).doesNotContain("登録はありません");
        var view = opened(crew, whom, Map.of("door", "prior-consent"));
        var page = crew.get(view);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("架空ワルファリン錠", "事前の緊急同意", "引き継いで閲覧を終える")
                .doesNotContain("残りの記録を開く", "救急の閲覧を開いた理由", "/print\"", "時間の延長");
        var looks = entries(whom.person(), Action.CHART_OPENED);
        assertThat(looks).as("one event for one disclosure").hasSize(1);
        assertThat(looks.getFirst().purpose()).isEqualTo("ETREAT");
        assertThat(looks.getFirst().detail()).containsEntry("door", "prior-consent");
        assertThat(relations.holds(
                        openings.own(staffOf(view), id(view)).orElseThrow().facility(), whom.person()))
                .as("no relation comes of it")
                .isFalse();
        emergencyConsents.record(whom.person(), false, "paper", office());
        assertThat(crew.get(view).body()).as("ended by the person").contains("この閲覧は終わりました");
    }

    private hmnet.ground.directory.Requester staffOf(String view) {
        var login = db.sql("select s.login from emergency_opening o join staff s on s.id = o.staff where o.id = ?")
                .param(id(view))
                .query(String.class)
                .single();
        return staff.byLogin(login).orElseThrow();
    }

    @Test
    void whatSheMeasuredAtHomeStandsOnTheFirstPage() {
        var whom = carried(ConsentChoice.NOTHING);
        emergencyConsents.record(whom.person(), true, "paper", office());
        if (handbook.facility().isEmpty()) {
            facility(FacilityKind.HANDBOOK);
        }
        var measured = new OwnEntry(
                UUID.randomUUID(),
                OffsetDateTime.now(JapaneseDates.JAPAN).minusDays(2).truncatedTo(ChronoUnit.MINUTES),
                Map.of(OwnMeasure.SYSTOLIC, new BigDecimal("152"), OwnMeasure.DIASTOLIC, new BigDecimal("94")),
                "",
                "");
        ownEntries.keep(new ResidentCaller(1, whom.person().value()), measured);
        settle(handbook.facility().orElseThrow().id());
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "prior-consent"));
        assertThat(crew.get(view).body())
                .contains("血圧", "152/94mmHg", handbook.facility().orElseThrow().name());
    }

    @Test
    void consentAtTheSceneOpensByWhoGaveIt() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var without =
                crew.post("/emergency/openings", Map.of("card", ticket(found(crew, whom)), "door", "scene-consent"));
        assertThat(without.statusCode()).isEqualTo(422);
        var view = opened(crew, whom, Map.of("door", "scene-consent", "giver", "spouse"));
        assertThat(crew.get(view).body()).contains("その場の同意", "架空ワルファリン錠");
        assertThat(entries(whom.person(), Action.EMERGENCY_OPENED).getFirst().detail())
                .containsEntry("door", "scene-consent")
                .containsEntry("reason", "spouse");
        assertThat(leads(crew.post(view + "/end", Map.of()))).isEqualTo("/emergency?done=ended");
        assertThat(crew.get(view).statusCode()).as("handed over").isEqualTo(410);
    }

    @Test
    void aDoctorBreaksTheGlassWithACodeAndReadsTheRestOneActionFurther() {
        var whom = carried(ConsentChoice.NOTHING);
        var doctor = emergencyDoctor();
        var browser = doctor.browser();
        var summary = "/people/" + whom.person() + "/summary";
        assertThat(browser.get(summary).statusCode()).as("no tie").isEqualTo(404);
        var ticket = ticket(found(browser, whom));
        for (var wrong : List.of("", "000000")) {
            var refused = browser.post(
                    "/emergency/openings",
                    Map.of("card", ticket, "door", "break-glass", "risk", "arrest", "code", wrong));
            assertThat(refused.statusCode()).isEqualTo(422);
        }
        var uncoded = browser.post("/emergency/openings", Map.of("card", ticket, "door", "break-glass"));
        assertThat(uncoded.statusCode()).as("no reason").isEqualTo(422);
        var view = opened(browser, whom, glass(doctor.codes().apply(0)));
        assertThat(browser.get(view).body()).contains("同意なし（命に関わる緊急）", "残りの記録を開く", "時間の延長");
        assertThat(browser.get(summary).statusCode()).as("not yet asked for").isEqualTo(404);
        assertThat(leads(browser.post(view + "/rest", Map.of()))).isEqualTo(summary);
        assertThat(browser.get(summary).body())
                .contains("救急の閲覧中です")
                .doesNotContain("/print\"", "/notes\"", "/favourite\"");
        assertThat(browser.get("/people/" + whom.person() + "/timeline").statusCode())
                .isEqualTo(200);
        for (var closed : List.of("/print", "/notes", "/handbook", "/laboratory.txt")) {
            assertThat(browser.get("/people/" + whom.person() + closed).statusCode())
                    .as(closed)
                    .isEqualTo(404);
        }
        var kept = favourites();
        browser.post("/people/" + whom.person() + "/favourite", Map.of());
        assertThat(favourites()).as("nothing is kept").isEqualTo(kept);
        assertThat(entries(whom.person(), Action.CHART_OPENED))
                .hasSize(3)
                .allMatch(entry -> entry.purpose().equals("BTG"))
                .allMatch(entry -> "break-glass".equals(entry.detail().get("door")));
    }

    private long favourites() {
        return db.sql("select count(*) from favourite").query(Long.class).single();
    }

    @Test
    void theFirstPageTellsTheBloodGroupInTheHospitalsWords() {
        var whom = carried(ConsentChoice.NOTHING);
        filed(whom.hospital(), Papers.of(whom.number()).profile());
        var doctor = emergencyDoctor();
        var view = opened(doctor.browser(), whom, glass(doctor.codes().apply(0)));
        assertThat(doctor.browser().get(view).body())
                .contains("血液型 A", "輸血の前に必ず検査", "処方日数＋14 日以内")
                .doesNotContain("患者基本情報");
    }

    @Test
    void itEndsAtItsMinuteAndIsRenewedOnce() throws SQLException {
        var whom = carried(ConsentChoice.NOTHING);
        var doctor = emergencyDoctor();
        var browser = doctor.browser();
        var view = opened(browser, whom, glass(doctor.codes().apply(0)));
        browser.post(view + "/rest", Map.of());
        var renewed = leads(browser.post(
                view + "/renewal",
                Map.of("risk", "no-time", "code", doctor.codes().apply(1))));
        assertThat(renewed).startsWith("/emergency/views/").isNotEqualTo(view);
        assertThat(browser.get(view).statusCode()).as("the first has ended").isEqualTo(410);
        assertThat(browser.get(renewed).body()).doesNotContain("時間の延長");
        assertThat(leads(browser.post(renewed + "/renewal", Map.of("risk", "no-time", "code", "1"))))
                .as("once")
                .isEqualTo(renewed);
        var timeline = "/people/" + whom.person() + "/timeline";
        assertThat(browser.get(timeline).statusCode()).isEqualTo(200);
        earlier(id(renewed), 60);
        assertThat(browser.get(timeline).statusCode())
                .as("the page that stood open")
                .isEqualTo(404);
        assertThat(browser.get(renewed).statusCode()).isEqualTo(410);
    }

    @Test
    void aCrewsViewLastsThreeHoursAtMostAndIsNotRenewed() throws SQLException {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "break-glass", "risk", "arrest"));
        assertThat(crew.get(view).body()).doesNotContain("残りの記録を開く", "時間の延長");
        assertThat(leads(crew.post(view + "/rest", Map.of())))
                .as("a summary only")
                .isEqualTo(view);
        earlier(id(view), 179);
        assertThat(crew.get(view).statusCode()).isEqualTo(200);
        earlier(id(view), 1);
        assertThat(crew.get(view).statusCode()).isEqualTo(410);
    }

    @Test
    void whoeverHasNoDoorGetsTheAnswerOfAnAddressThatIsNone() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var doctor = emergencyDoctor();
        var view = opened(doctor.browser(), whom, glass(doctor.codes().apply(0)));
        var hospital = hospital();
        var turnedAway = List.of(
                member(facility(FacilityKind.PHARMACY), Profession.PHARMACIST, true)
                        .browser(),
                member(hospital, Profession.RECEPTION, true).browser(),
                member(hospital, Profession.DOCTOR, false).browser(),
                member(facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PHARMACIST, true)
                        .browser(),
                member(facility(FacilityKind.OFFICE), Profession.OPERATOR, true).browser(),
                browser());
        for (var other : turnedAway) {
            for (var path : List.of("/emergency", "/emergency/doors", view)) {
                assertThat(other.get(path).statusCode()).isIn(404, 303, 401);
            }
            var answer = other.post("/emergency/openings", Map.of("door", "prior-consent"));
            assertThat(answer.statusCode()).isIn(404, 303, 401);
            assertThat(leads(answer)).doesNotContain("/emergency/views");
        }
        var resident = signedIn(whom.card());
        assertThat(leads(resident.get("/emergency"))).startsWith("/signin");
        var colleague = emergencyDoctor().browser();
        assertThat(colleague.get(view).statusCode()).as("another's view").isEqualTo(404);
        assertThat(colleague.post(view + "/rest", Map.of()).statusCode()).isEqualTo(404);
        assertThat(colleague.get("/people/" + whom.person() + "/summary").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPersonWhoIsKeptFromTheFacilityIsNobodyThere() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var stranger = carried(ConsentChoice.EVERYTHING);
        var there = hospital();
        var doctor = member(there, Profession.DOCTOR, true);
        var before = ticket(found(doctor.browser(), whom));
        protections.begin(whom.person(), new ProtectionOrder("person", "photo", Set.of(there), Set.of()), office());
        var card = doctor.browser()
                .post(
                        "/emergency/openings",
                        Map.of(
                                "card",
                                before,
                                "door",
                                "break-glass",
                                "risk",
                                "arrest",
                                "code",
                                doctor.codes().apply(0)));
        assertThat(card.statusCode()).isEqualTo(422);
        assertThat(card.body()).contains("もう一度、本人を探してください");
        assertThat(openings.breakGlass(
                        staff.byLogin(loginOf(there)).orElseThrow(),
                        whom.person(),
                        hmnet.consent.emergency.LifeRisk.ARREST))
                .isEmpty();
        assertThat(search(doctor.browser(), "カクウ ハナコ", "1999-01-01"))
                .isEqualTo(search(doctor.browser(), "ダレモ イナイ", "S25.2.28"));
        assertThat(stranger.person()).isNotEqualTo(whom.person());
    }

    private String loginOf(hmnet.ground.directory.FacilityId there) {
        return db.sql("select login from staff where facility = ?")
                .param(there.value())
                .query(String.class)
                .single();
    }

    private static String search(Browser browser, String who, String birth) {
        return browser.post("/emergency/search", Map.of("who", who, "birth", birth))
                .body()
                .replace(who, "")
                .replace(birth, "");
    }

    @Test
    void aDenialThatNamesThePurposeOrTheReaderHoldsWhereALifeIsAtRisk() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var doctor = emergencyDoctor();
        var who = staff.byLogin(db.sql("select max(login) from staff where name = '救急 太郎' and profession = 'doctor'")
                        .query(String.class)
                        .single())
                .orElseThrow();
        denied(whom.person(), DeniedReaders.of(who.facility()), -1);
        assertThat(openings.byConsentAtScene(who, whom.person(), hmnet.consent.emergency.ConsentGiver.SPOUSE))
                .as("a denial holds for care in an emergency")
                .isEmpty();
        assertThat(openings.breakGlass(who, whom.person(), hmnet.consent.emergency.LifeRisk.ARREST))
                .as("a denial to a facility does not where a life is at risk")
                .isPresent();
        denied(whom.person(), DeniedReaders.of(who.staff()), -1);
        assertThat(openings.breakGlass(who, whom.person(), hmnet.consent.emergency.LifeRisk.ARREST))
                .as("one to this member of staff does")
                .isEmpty();
        assertThat(entries(whom.person(), Action.EMERGENCY_REFUSED)).hasSize(2);
        assertThat(doctor.browser().get("/emergency").statusCode()).isEqualTo(200);
    }

    @Test
    void theRefusalOfAChartLeadsThoseWhoMayToTheDoors() {
        var whom = carried(ConsentChoice.NOTHING);
        var own = member(whom.hospital(), Profession.DOCTOR, true);
        var page = own.browser().get("/people/" + whom.person() + "/summary");
        assertThat(page.statusCode()).isEqualTo(403);
        var door = page.body().replaceAll("(?s).*href=\"(/emergency/doors[^\"]*)\".*", "$1");
        assertThat(own.browser().get(door).body()).contains("同意なし（命に関わる緊急）");
        assertThat(member(whom.hospital(), Profession.DOCTOR, false)
                        .browser()
                        .get("/people/" + whom.person() + "/summary")
                        .body())
                .doesNotContain("/emergency");
    }
}
