package hmnet.office.disasterdesk;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.disaster.DisasterWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.emergency.EmergencyReviews;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// After a disaster the office looks through what was opened, and sends what it doubts to the review.
class DisasterDeskTest extends DisasterWard {
    @Autowired
    private EmergencyReviews reviews;

    @Test
    void theOfficeListsEveryOpeningAndSendsOneToTheReview() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        var disaster = declared();
        var view = looked(nurse, whom);
        nurse.get(view);
        var crew = crew();
        var glass = opened(crew, whom, Map.of("door", "break-glass", "risk", "arrest"));
        var office = operator();
        office.post("/office/disaster/end", Map.of());
        unsampled(id(view));
        var page = "/office/disaster/" + disaster.id();
        assertThat(office.get("/office/disaster").body()).contains(page);
        assertThat(office.get(page).body())
                .contains(
                        "1 件（1 人）",
                        "name=\"opening\" value=\"" + id(view) + "\"",
                        "/office/emergency/" + id(glass),
                        "同意なし（命に関わる緊急）")
                .doesNotContain(whom.card().holder().name());
        assertThat(leads(office.post(page + "/looks", Map.of("opening", "" + id(view)))))
                .contains("done=chosen");
        assertThat(leads(office.post(page + "/looks", Map.of("opening", "" + id(view)))))
                .as("once")
                .contains("problem=gone");
        assertThat(office.get("/office/emergency/" + id(view)).body())
                .contains(whom.card().holder().name(), "災害時モード");
        assertThat(entries(whom.person(), Action.DISASTER_LOOK_CHOSEN)).hasSize(1);
        assertThat(leads(office.post("/office/emergency/" + id(view), Map.of("outcome", "words", "words", "なぜ開きましたか"))))
                .isEqualTo("/office/emergency?done=words");
        assertThat(nurse.get("/").body()).contains("事務局が理由をたずねています", view + "/words");
        assertThat(nurse.post(view + "/words", Map.of("words", " ")).statusCode())
                .isEqualTo(422);
        assertThat(leads(nurse.post(view + "/words", Map.of("words", "避難所で薬を確かめた"))))
                .isEqualTo(view + "/words");
        assertThat(office.get("/office/emergency/" + id(view)).body()).contains("避難所で薬を確かめた");
        assertThat(reviews.waiting(office()).due()).isPositive();
    }

    @Test
    void nobodyElseSeesTheList() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        var disaster = declared();
        var view = looked(nurse, whom);
        var page = "/office/disaster/" + disaster.id();
        assertThat(nurse.get(page).statusCode()).isEqualTo(404);
        assertThat(nurse.post(page + "/looks", Map.of("opening", "" + id(view))).statusCode())
                .isEqualTo(404);
        assertThat(signedIn(whom.card()).get(page).statusCode()).isIn(303, 404);
        assertThat(operator().get("/office/disaster/999999").statusCode()).isEqualTo(404);
        assertThat(operator()
                        .post("/office/disaster/999999/looks", Map.of("opening", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    private void unsampled(long opening) {
        db.sql("update emergency_opening set sampled = false where id = ?")
                .param(opening)
                .update();
    }
}
