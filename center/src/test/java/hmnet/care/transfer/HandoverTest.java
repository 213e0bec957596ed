package hmnet.care.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A crew hands on whom it carries; the hospital opens it by the crew's word, and loses it again.
class HandoverTest extends EmergencyWard {
    private static final String ARRIVALS = "/emergency/arrivals";
    private static final Map<String, String> SPOUSE = Map.of("door", "scene-consent", "giver", "spouse");

    @Autowired
    private Protections protections;

    private Browser room(FacilityId hospital) {
        return member(hospital, Profession.DOCTOR, true).browser();
    }

    private static HttpResponse<String> share(Browser crew, String view, FacilityId to, String minutes) {
        return crew.post(view + "/handover", Map.of("hospital", Long.toString(to.value()), "minutes", minutes));
    }

    private static String arrival(Browser room) {
        var page = room.get(ARRIVALS).body();
        assertThat(page).contains("/opening\"");
        return page.replaceAll("(?s).*action=\"(/emergency/arrivals/[0-9]+)/opening\".*", "$1");
    }

    private static String openedThere(Browser room) {
        var view = leads(room.post(arrival(room) + "/opening", Map.of()));
        assertThat(view).startsWith("/emergency/views/");
        return view;
    }

    private String nameOf(FacilityId facility) {
        return facilities.get(facility).name();
    }

    @Test
    void theHospitalOpensByTheCrewsWordAndTheResidentReadsOfBoth() {
        var whom = carried(ConsentChoice.NOTHING);
        var hospital = hospital();
        var room = room(hospital);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        assertThat(crew.get(view).body()).contains(view + "/handover", "搬送先へ共有");
        assertThat(crew.get(view + "/handover?name=" + nameOf(hospital).replace("見本施設 ", ""))
                        .body())
                .contains(nameOf(hospital) + " へ共有する");
        assertThat(leads(share(crew, view, hospital, "１２"))).isEqualTo(view + "/handover");
        assertThat(crew.get(view + "/handover").body()).contains(nameOf(hospital) + " へ", "自動で終わります");
        assertThat(room.get("/").body()).contains("救急隊が搬送中の方が 1 人います");
        var list = room.get(ARRIVALS).body();
        assertThat(list)
                .contains("歳", "その場の同意", "（配偶者）", "ごろ到着の見込み")
                .doesNotContain(
                        whom.card().holder().name(),
                        whom.card().number().value(),
                        whom.person().toString());
        var seen = room.get(openedThere(room));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body())
                .contains(
                        "架空ワルファリン錠",
                        "その場の同意",
                        "救急隊が共有した閲覧です",
                        whom.card().holder().name())
                .doesNotContain("残りの記録を開く", "搬送先へ共有", "救急の閲覧を開いた理由");
        var looked = entries(whom.person(), Action.EMERGENCY_OPENED);
        assertThat(looked)
                .hasSize(2)
                .allMatch(one -> "spouse".equals(one.detail().get("reason")));
        assertThat(looked.stream().map(one -> one.facility())).contains(hospital.value());
        assertThat(signedIn(whom.card()).get("/my/log").body())
                .contains("搬送先の病院が見られるようにしました（搬送先：" + nameOf(hospital) + "）", nameOf(hospital) + " 医師");
    }

    @Test
    void withoutConsentTheHospitalShowsItsCodeAndOwesNoWords() {
        var whom = carried(ConsentChoice.NOTHING);
        var hospital = hospital();
        var doctor = member(hospital, Profession.DOCTOR, true);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "break-glass", "risk", "arrest"));
        share(crew, view, hospital, "");
        var arrival = arrival(doctor.browser());
        assertThat(doctor.browser().post(arrival + "/opening", Map.of()).statusCode())
                .as("no code")
                .isEqualTo(422);
        var opened = doctor.browser()
                .post(arrival + "/opening", Map.of("code", doctor.codes().apply(0)));
        assertThat(leads(opened)).startsWith("/emergency/views/");
        assertThat(doctor.browser().get(leads(opened)).body())
                .contains("同意なし（命に関わる緊急）")
                .doesNotContain("残りの記録を開く", "時間の延長", "救急の閲覧を開いた理由");
        assertThat(doctor.browser().get("/").body()).doesNotContain("救急の閲覧を開いた理由を");
        assertThat(crew.get("/").body()).as("the crew's words").contains("救急の閲覧を開いた理由を");
    }

    @Test
    void anotherHospitalSeesNothingAndTheFirstLosesItWhenTheCrewTurnsElsewhere() {
        var whom = carried(ConsentChoice.NOTHING);
        var first = hospital();
        var second = hospital();
        var atFirst = room(first);
        var atSecond = room(second);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        share(crew, view, first, "5");
        var arrival = arrival(atFirst);
        assertThat(atSecond.get(ARRIVALS).body()).contains("こちらへ向かっている方はいません");
        assertThat(leads(atSecond.post(arrival + "/opening", Map.of()))).isEqualTo(ARRIVALS + "?problem=ended");
        assertThat(leads(atSecond.post(arrival + "/end", Map.of("how", "arrived"))))
                .isEqualTo(ARRIVALS + "?problem=ended");
        var seen = openedThere(atFirst);
        assertThat(atSecond.get(seen).statusCode()).isEqualTo(404);
        assertThat(leads(share(crew, view, second, ""))).isEqualTo(view + "/handover");
        assertThat(atFirst.get(seen).statusCode()).as("lost at once").isEqualTo(410);
        assertThat(leads(atFirst.post(arrival + "/opening", Map.of()))).isEqualTo(ARRIVALS + "?problem=ended");
        assertThat(atFirst.get(ARRIVALS).body()).contains("こちらへ向かっている方はいません");
        assertThat(atSecond.get(openedThere(atSecond)).statusCode()).isEqualTo(200);
        assertThat(crew.get(view + "/handover").body())
                .as("chosen last first")
                .containsSubsequence("最近の搬送先", nameOf(second) + " へ共有する", nameOf(first) + " へ共有する");
        assertThat(entries(whom.person(), Action.EMERGENCY_HANDOVER_ENDED)
                        .getFirst()
                        .outcome())
                .isEqualTo("changed");
    }

    @Test
    void itEndsWithTheArrivalWithAWordOfTheHospitalAndByItself() throws Exception {
        var whom = carried(ConsentChoice.NOTHING);
        var hospital = hospital();
        var room = room(hospital);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        share(crew, view, hospital, "");
        var seen = openedThere(room);
        assertThat(leads(room.post(arrival(room) + "/end", Map.of("how", "changed"))))
                .as("no word of a hospital")
                .isEqualTo(ARRIVALS + "?problem=ended");
        assertThat(leads(room.post(arrival(room) + "/end", Map.of("how", "arrived"))))
                .isEqualTo(ARRIVALS + "?done=arrived");
        assertThat(room.get(ARRIVALS).body()).doesNotContain("/opening\"");
        assertThat(room.get(seen).statusCode()).as("read on at the bedside").isEqualTo(200);
        share(crew, view, hospital, "");
        var again = openedThere(room);
        room.post(arrival(room) + "/end", Map.of("how", "elsewhere"));
        assertThat(room.get(again).statusCode()).isEqualTo(410);
        assertThat(crew.get(view + "/handover").body()).contains("来なかったと登録しました");
        share(crew, view, hospital, "");
        var last = openedThere(room);
        assertThat(crew.post(view + "/handover/end", Map.of()).statusCode()).isEqualTo(303);
        assertThat(room.get(last).statusCode()).as("taken back").isEqualTo(410);
        share(crew, view, hospital, "");
        try (var connection = owner();
                var change = connection.createStatement()) {
            change.execute("""
                    update emergency_handover set at = at - interval '6 hours', until = until - interval '6 hours'
                     where ended_at is null""");
            connection.commit();
        }
        assertThat(room.get(ARRIVALS).body()).contains("こちらへ向かっている方はいません");
    }

    @Test
    void whoeverTakesPartInNoEmergencyIsNotChosenAndWhoeverIsNoCrewChoosesNone() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        var without = hospital();
        var pharmacy = facility(FacilityKind.PHARMACY);
        for (var refused : List.of(without, pharmacy, facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY))) {
            assertThat(share(crew, view, refused, "").statusCode()).isEqualTo(422);
        }
        var hospital = hospital();
        var room = room(hospital);
        for (var minutes : List.of("181", "-1", "あと少し")) {
            assertThat(share(crew, view, hospital, minutes).statusCode()).isEqualTo(422);
        }
        var doctors = emergencyDoctor().browser();
        var own = opened(doctors, whom, SPOUSE);
        assertThat(doctors.get(own + "/handover").statusCode()).isEqualTo(404);
        assertThat(share(doctors, own, hospital, "").statusCode()).isEqualTo(404);
        assertThat(share(crew(), view, hospital, "").statusCode())
                .as("another crew")
                .isEqualTo(404);
        crew.post(view + "/end", Map.of());
        assertThat(share(crew, view, hospital, "").statusCode()).as("ended").isEqualTo(404);
        assertThat(room.get(ARRIVALS).body()).doesNotContain("/opening\"");
        assertThat(member(hospital, Profession.NURSE, false)
                        .browser()
                        .get(ARRIVALS)
                        .statusCode())
                .isEqualTo(404);
        assertThat(leads(signedIn(whom.card()).get(ARRIVALS))).startsWith("/signin");
    }

    @Test
    void whoIsKeptFromAHospitalIsNotHandedOnToIt() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var hospital = hospital();
        var room = room(hospital);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        share(crew, view, hospital, "");
        var arrival = arrival(room);
        protections.begin(whom.person(), new ProtectionOrder("person", "photo", Set.of(hospital), Set.of()), office());
        assertThat(room.get(ARRIVALS).body()).doesNotContain("/opening\"");
        assertThat(room.post(arrival + "/opening", Map.of()).statusCode()).isEqualTo(422);
        assertThat(entries(whom.person(), Action.EMERGENCY_REFUSED)).hasSize(1);
        assertThat(share(crew, view, hospital, "").statusCode()).isEqualTo(422);
    }
}
