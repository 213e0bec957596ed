package hmnet.care.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.disaster.DisasterWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A shelter's list under the disaster mode: who is there, and what medicines they need.
class ShelterTest extends DisasterWard {
    private static final String LIST = "/disaster/shelter";

    @Autowired
    private Protections protections;

    @Test
    void theListTellsWhoIsThereAndWhichMedicinesAreNeeded() {
        var clinic = at("架空市１", FacilityKind.CLINIC, Direction.VIEW);
        var nurse = inTown(clinic, Profession.NURSE);
        declared();
        var whom = carried(ConsentChoice.EVERYTHING);
        var silent = carried(ConsentChoice.NOTHING);
        assertThat(leads(entered(nurse, whom, "酸素"))).isEqualTo(LIST + "?done=entered");
        assertThat(leads(entered(nurse, whom, "酸素"))).as("twice").isEqualTo(LIST + "?done=there");
        assertThat(leads(entered(nurse, silent, ""))).isEqualTo(LIST + "?done=entered");
        var unknown = new HashMap<>(Map.of("shelter", "架空小学校", "name", "見知らぬ 太郎", "birth", "70代"));
        assertThat(leads(nurse.post(LIST, unknown))).isEqualTo(LIST + "?done=entered");
        var name = whom.card().holder().name();
        assertThat(nurse.get(LIST).body()).contains(name, "酸素", "架空小学校", "見知らぬ 太郎", "本人未確認");
        assertThat(inTown(clinic, Profession.PHARMACIST).get(LIST).body())
                .as("a colleague's list too")
                .contains(name);
        var medicines = nurse.post(LIST + "/medicines", Map.of()).body();
        assertThat(medicines)
                .contains("架空ワルファリン錠", name, "薬ごと", "人ごと", "処方箋ではありません", "記録を開けません")
                .doesNotContain("3 人");
        assertThat(entries(whom.person(), Action.CHART_OPENED)).hasSize(1);
        assertThat(entries(whom.person(), Action.CHART_OPENED).getFirst().detail())
                .containsEntry("door", "disaster");
        assertThat(entries(silent.person(), Action.CHART_OPENED)).isEmpty();
        assertThat(nurse.post(LIST + "/file", Map.of()).body()).contains(name, "見知らぬ 太郎");
        assertThat(signedIn(whom.card()).get("/my/log").body()).contains("避難所名簿");
        assertThat(entries(whom.person(), Action.SHELTER_LISTED)).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void theListOfMedicinesLeavesNoViewOpenButThoseThatWere() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var listed = carried(ConsentChoice.EVERYTHING);
        var read = carried(ConsentChoice.EVERYTHING);
        entered(nurse, listed, "");
        entered(nurse, read, "");
        var view = looked(nurse, read);
        assertThat(nurse.post(LIST + "/medicines", Map.of()).body()).contains("架空ワルファリン錠");
        assertThat(nurse.get("/disaster").body())
                .contains(view, read.card().holder().name())
                .doesNotContain(listed.card().holder().name());
        assertThat(nurse.get(view).statusCode()).isEqualTo(200);
        assertThat(entries(listed.person(), Action.EMERGENCY_ENDED)).hasSize(1);
        assertThat(entries(read.person(), Action.EMERGENCY_OPENED)).hasSize(1);
    }

    @Test
    void whoLeavesAndWhoIsProtectedIsOnItNoLonger() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var leaving = carried(ConsentChoice.EVERYTHING);
        var hiding = carried(ConsentChoice.EVERYTHING);
        entered(nurse, leaving, "");
        entered(nurse, hiding, "");
        var page = nurse.get(LIST).body();
        var leave = page.replaceAll("(?s).*?action=\"(/disaster/shelter/\\d+/leave)\".*", "$1");
        assertThat(leads(nurse.post(leave, Map.of()))).isEqualTo(LIST + "?done=left");
        assertThat(nurse.post(leave, Map.of()).statusCode()).isEqualTo(404);
        protections.begin(hiding.person(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(nurse.get(LIST).body()).contains("まだだれも載っていません");
        var hidden = carried(ConsentChoice.EVERYTHING);
        var ticket = disasterTicket(nurse, hidden);
        protections.begin(hidden.person(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(nurse.post(LIST, Map.of("card", ticket, "shelter", "架空小学校")).statusCode())
                .isEqualTo(422);
        assertThat(entries(hidden.person(), Action.SHELTER_ENTERED)).isEmpty();
    }

    @Test
    void anotherFacilityAndTheTimeAfterSeeNothing() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var whom = carried(ConsentChoice.EVERYTHING);
        entered(nurse, whom, "");
        var name = whom.card().holder().name();
        var leave = nurse.get(LIST).body().replaceAll("(?s).*?action=\"(/disaster/shelter/\\d+/leave)\".*", "$1");
        var other = inTown(FacilityKind.CLINIC, Profession.NURSE);
        assertThat(other.get(LIST).body()).doesNotContain(name);
        assertThat(other.post(LIST + "/file", Map.of()).body()).doesNotContain(name);
        assertThat(other.post(LIST + "/medicines", Map.of()).body()).doesNotContain(name);
        assertThat(other.post(leave, Map.of()).statusCode()).isEqualTo(404);
        assertThat(inTown(FacilityKind.CLINIC, Profession.RECEPTION).get(LIST).statusCode())
                .isEqualTo(404);
        operator().post("/office/disaster/end", Map.of());
        for (var path : new String[] {LIST + "/file", LIST + "/medicines", leave, LIST}) {
            assertThat(nurse.post(path, Map.of()).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(nurse.get(LIST).statusCode()).isEqualTo(403);
    }

    @Test
    void whatCannotBeUsedComesBack() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var nameless = nurse.post(LIST, Map.of("shelter", "架空小学校", "needs", "車いす"));
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("架空小学校", "車いす");
        assertThat(nurse.post(LIST, Map.of("card", "forged", "shelter", "架空小学校", "name", "だれか"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(nurse.post(LIST, Map.of("shelter", "長".repeat(41), "name", "だれか"))
                        .statusCode())
                .isEqualTo(422);
    }

    private java.net.http.HttpResponse<String> entered(Browser nurse, Carried whom, String needs) {
        return nurse.post(LIST, Map.of("card", disasterTicket(nurse, whom), "shelter", "架空小学校", "needs", needs));
    }
}
