package hmnet.office.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import hmnet.record.filing.Papers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// In an incident the office learns who saw what, and that it asked stands in the log.
class ExposureTest extends EmergencyWard {
    private static final Pattern SESSION = Pattern.compile("session:[0-9a-f]{16}");

    /// Somebody of a fire command who has opened the chart of one carried.
    private record Opened(String login, FacilityId facility, Carried whom) {}

    @Autowired
    private Protections protections;

    private Browser desk() {
        return member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false).browser();
    }

    private Opened opened() {
        var facility = hospital();
        var login = "ex" + number();
        var id = staff.register(facility, login, "閲覧 次郎", "エツラン ジロウ", Profession.DOCTOR, false);
        transaction.executeWithoutResult(status -> staff.worksInEmergencies(id, true));
        var doctor = SignedIn.withCodes(port, signInAccounts, id, login);
        var whom = carried(ConsentChoice.NOTHING);
        var view = opened(doctor.browser(), whom, glass(doctor.codes().apply(0)));
        doctor.browser().get(view);
        return new Opened(login, facility, whom);
    }

    private static Map<String, String> question(String through, String subject) {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        return new HashMap<>(Map.of(
                "through",
                through,
                "subject",
                subject,
                "from",
                today.minusDays(1).toString(),
                "until",
                today.toString(),
                "reason",
                "misuse",
                "words",
                "本人から問合せ"));
    }

    @Test
    void eachKindOfQuestionFindsTheViewAndItsNeighbourDoesNot() {
        var desk = desk();
        var opened = opened();
        var other = opened();
        var name = opened.whom().card().holder().name();
        var byUser = desk.post("/office/exposure", question("user", opened.login()));
        assertThat(byUser.statusCode()).isEqualTo(200);
        assertThat(byUser.body()).contains(name, "閲覧 次郎", "chart-opened", "127.0.0.1");
        assertThat(desk.post("/office/exposure", question("user", other.login()))
                        .body())
                .doesNotContain(name);
        var code = facilities.get(opened.facility()).code();
        assertThat(desk.post("/office/exposure", question("facility", code)).body())
                .contains(name, "chart-opened");
        var session = SESSION.matcher(byUser.body());
        assertThat(session.find()).isTrue();
        assertThat(desk.post("/office/exposure", question("credential", session.group()))
                        .body())
                .contains(name, "閲覧 次郎");
        assertThat(desk.post("/office/exposure", question("credential", "session:0123456789abcdef"))
                        .body())
                .contains("この期間に記録は見つかりません");
        assertThat(desk.post("/office/exposure", question("address", "127.0.0.1"))
                        .body())
                .contains("127.0.0.1");
        assertThat(desk.post("/office/exposure", question("address", "192.0.2.99"))
                        .body())
                .contains("この期間に記録は見つかりません");
    }

    @Test
    void aChartIsAskedAboutByItsNumber() {
        var desk = desk();
        var opened = opened();
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        relations.tie(at(hospital, Profession.RECEPTION), opened.whom().person(), number);
        var form = question("chart", facilities.get(hospital).code());
        form.put("number", number);
        assertThat(desk.post("/office/exposure", form).body())
                .contains("閲覧 次郎", opened.whom().card().holder().name());
        form.put("number", "none-" + number);
        assertThat(desk.post("/office/exposure", form).statusCode()).isEqualTo(422);
    }

    @Test
    void theQuestionItselfStandsInTheLogAndInThatOfWhomItNames() {
        var desk = desk();
        var opened = opened();
        var asked = asked("shown", opened.login());
        desk.post("/office/exposure", question("user", opened.login()));
        assertThat(asked("shown", opened.login())).isEqualTo(asked + 1);
        assertThat(entries(opened.whom().person(), Action.EXPOSURE_NAMED)).hasSize(1);
        assertThat(signedIn(opened.whom().card()).get("/my/log").body()).doesNotContain("本人から問合せ");
    }

    @Test
    void theFileNamesNobodyAndIsLoggedBeforeItLeaves() {
        var desk = desk();
        var opened = opened();
        var asked = asked("exported", opened.login());
        var file = desk.post("/office/exposure/file", question("user", opened.login()));
        assertThat(asked("exported", opened.login())).isEqualTo(asked + 1);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.body())
                .contains("\"chart-opened\"", opened.whom().person().toString(), "\"127.0.0.1\"")
                .doesNotContain(opened.whom().card().holder().name(), "閲覧");
        assertThat(desk.post("/office/exposure/file", Map.of()).statusCode()).isEqualTo(422);
    }

    /// Questions in the log about a user: the event itself, with its outcome, reason and words.
    private int asked(String outcome, String login) {
        var actor = staff.account(login).orElseThrow().actor().word();
        return logged(
                        "\"exposure-asked\"",
                        '"' + outcome + '"',
                        "\"subject\":\"" + actor + '"',
                        "\"reason\":\"" + question("user", login).get("reason") + '"',
                        "\"words\":\"" + question("user", login).get("words") + '"')
                .size();
    }

    @Test
    void anOfficerWhoIsShutOutLearnsNothingOfThatPerson() {
        var office = facility(FacilityKind.OFFICE);
        var desk = member(office, Profession.OPERATOR, false).browser();
        var opened = opened();
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        relations.tie(at(hospital, Profession.RECEPTION), opened.whom().person(), number);
        var form = question("chart", facilities.get(hospital).code());
        form.put("number", number);
        assertThat(desk.post("/office/exposure", form).statusCode()).isEqualTo(200);
        protections.begin(
                opened.whom().person(), new ProtectionOrder("person", "photo", Set.of(office), Set.of()), office());
        assertThat(desk.post("/office/exposure", form).statusCode())
                .as("like a number that nobody has")
                .isEqualTo(422);
        var byUser = question("user", opened.login());
        assertThat(desk.post("/office/exposure", byUser).body())
                .contains("chart-opened")
                .doesNotContain(opened.whom().card().holder().name());
        assertThat(desk.post("/office/exposure/file", byUser).body())
                .contains("chart-opened")
                .doesNotContain(opened.whom().person().toString());
    }

    @Test
    void aLongListGoesOn() {
        var desk = desk();
        for (var n = 0; n < 55; n++) {
            desk.post("/office/exposure", question("address", "192.0.2.99"));
        }
        var form = question("address", "127.0.0.1");
        var first = desk.post("/office/exposure", form).body();
        var older = first.replaceAll("(?s).*name=\"before\" value=\"([^\"]*)\".*", "$1");
        form.put("before", older);
        var next = desk.post("/office/exposure", form);
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(next.body()).contains("操作の一覧").doesNotContain("value=\"" + older + "\"");
    }

    @Test
    void withoutAReasonOrForASubjectNobodyKnowsNothingIsTold() {
        var desk = desk();
        var form = question("user", "nobody-" + number());
        assertThat(desk.post("/office/exposure", form).statusCode()).isEqualTo(422);
        for (var field : new String[] {"reason", "words", "from", "until", "subject", "through"}) {
            var without = question("address", "127.0.0.1");
            without.put(field, "");
            assertThat(desk.post("/office/exposure", without).statusCode())
                    .as(field)
                    .isEqualTo(422);
        }
        var long366 = question("address", "127.0.0.1");
        long366.put(
                "from", LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(366).toString());
        assertThat(desk.post("/office/exposure", long366).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyButTheOfficeAsks() {
        var doctor = emergencyDoctor().browser();
        for (var browser : new Browser[] {doctor, crew()}) {
            assertThat(browser.get("/office/exposure").statusCode()).isEqualTo(404);
            assertThat(browser.post("/office/exposure", question("address", "127.0.0.1"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(browser.post("/office/exposure/file", question("address", "127.0.0.1"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }
}
