package hmnet.office.emergencydesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The wrong person was opened: one tap ends it, the office has an incident, the resident is told so.
class MistakenOpeningTest extends EmergencyWard {
    private static final Map<String, String> SPOUSE = Map.of("door", "scene-consent", "giver", "spouse");

    private long incident(String view) {
        return db.sql("select id from incident where opening = ?")
                .param(id(view))
                .query(Long.class)
                .single();
    }

    @Test
    void oneTapEndsItAtBothPlacesAndTheOfficeHasAnIncident() {
        var whom = carried(ConsentChoice.NOTHING);
        var hospital = hospital();
        var room = member(hospital, Profession.DOCTOR, true).browser();
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        crew.get(view);
        crew.post(view + "/handover", Map.of("hospital", Long.toString(hospital.value())));
        var arrival = room.get("/emergency/arrivals")
                .body()
                .replaceAll("(?s).*action=\"(/emergency/arrivals/[0-9]+)/opening\".*", "$1");
        var there = leads(room.post(arrival + "/opening", Map.of()));
        assertThat(room.get(there).statusCode()).isEqualTo(200);
        assertThat(crew().post(view + "/mistake", Map.of()).statusCode())
                .as("another crew's")
                .isEqualTo(404);
        assertThat(crew.get(view).statusCode()).isEqualTo(200);
        assertThat(leads(crew.post(view + "/mistake", Map.of()))).isEqualTo("/emergency?done=mistaken");
        assertThat(crew.get("/emergency?done=mistaken").body()).contains("人違いとして閉じました");
        assertThat(crew.get(view).statusCode()).isEqualTo(410);
        assertThat(room.get(there).statusCode()).isEqualTo(410);
        assertThat(room.get("/emergency/arrivals").body()).doesNotContain("/opening\"");
        crew.post(view + "/mistake", Map.of());
        var officer = member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false)
                .browser();
        var page = officer.get("/incidents/" + incident(view)).body();
        assertThat(page)
                .contains(
                        "人違い（開いた人の申告）",
                        "救急の閲覧 " + id(view),
                        facilities.get(hospital).name());
        assertThat(officer.get("/office/emergency/" + id(view)).statusCode()).isEqualTo(200);
        assertThat(entries(whom.person(), Action.INCIDENT_OPENED)).hasSize(1);
        assertThat(entries(whom.person(), Action.EMERGENCY_MISTAKEN)).hasSize(1);
        assertThat(signedIn(whom.card()).get("/my/log").body()).contains("別の方と取り違えて、あなたの記録を開きました");
        assertThat(member(hospital, Profession.DOCTOR, true)
                        .browser()
                        .get("/office/emergency/figures")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReviewerWhoFindsItNotJustifiedAddsToTheIncidentThatIsThere() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, Map.of("door", "break-glass", "risk", "arrest"));
        crew.post(view + "/mistake", Map.of());
        var officer = member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false)
                .browser();
        assertThat(leads(officer.post(
                        "/office/emergency/" + id(view), Map.of("outcome", "not-justified", "words", "同名の別人"))))
                .isEqualTo("/office/emergency?done=not-justified");
        assertThat(officer.get("/incidents/" + incident(view)).body()).contains("人違い（開いた人の申告）", "同名の別人");
    }

    @Test
    void theFiguresTellTimesAndMistakesAndNobody() {
        var whom = carried(ConsentChoice.NOTHING);
        var crew = crew();
        var view = opened(crew, whom, SPOUSE);
        crew.post(view + "/timing", Map.of("ms", "111"));
        assertThat(crew.get(view).body()).contains("data-painted=\"" + view + "/timing\"");
        assertThat(crew.get(view).body()).as("once").doesNotContain("data-painted");
        crew().post(view + "/timing", Map.of("ms", "999"));
        crew.post(view + "/timing", Map.of("ms", "-5"));
        assertThat(crew.post(view + "/timing", Map.of("ms", "432")).statusCode())
                .isEqualTo(204);
        crew.post(view + "/timing", Map.of("ms", "1"));
        var kept = db.sql("select page_ms, extract(epoch from shown_at - found_at) * 1000 as ms from emergency_timing"
                        + " where opening = ?")
                .param(id(view))
                .query((row, number) -> Map.entry(row.getInt(1), row.getDouble(2)))
                .single();
        assertThat(kept.getKey())
                .as("its opener's first word after the page was made")
                .isEqualTo(432);
        assertThat(kept.getValue()).isBetween(1.0, 60_000.0);
        crew.post(view + "/mistake", Map.of());
        var officer = member(facility(FacilityKind.OFFICE), Profession.OPERATOR, false)
                .browser();
        var page = officer.get("/office/emergency/figures").body();
        assertThat(page)
                .contains("その場の同意", "ミリ秒", "<td class=\"number\">1000</td>")
                .doesNotContain(whom.card().holder().name(), "救急 太郎");
    }
}
