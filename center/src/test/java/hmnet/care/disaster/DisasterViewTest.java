package hmnet.care.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.ConsentProvisions.ProvisionDraft;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.record.filing.Papers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What opens while the disaster mode holds, to whom, and what never does; over HTTP.
class DisasterViewTest extends DisasterWard {
    @Autowired
    private Protections protections;

    @Test
    void aPharmacistInTheTownOpensTheSummaryOfWhoConsentedAndTheirLogSaysSo() {
        var whom = carried(ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        var pharmacist = inTown(FacilityKind.PHARMACY, Profession.PHARMACIST);
        assertThat(pharmacist.get("/disaster").statusCode())
                .as("before the declaration")
                .isEqualTo(403);
        var disaster = declared();
        assertThat(pharmacist.get("/").body()).contains("災害時モード", "まで（架空市）", "href=\"/disaster\"");
        var view = looked(pharmacist, whom);
        var page = pharmacist.get(view);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("架空ワルファリン錠", "災害時モード").doesNotContain("残りの記録を開く", "時間の延長", "同意を得られない理由");
        assertThat(pharmacist.get("/people/" + whom.person() + "/summary").statusCode())
                .as("the summary alone")
                .isEqualTo(404);
        var look = entries(whom.person(), Action.CHART_OPENED).getFirst();
        assertThat(look.purpose()).isEqualTo("DISASTER");
        assertThat(look.detail()).containsEntry("door", "disaster");
        assertThat(entries(whom.person(), Action.EMERGENCY_OPENED).getFirst().detail())
                .containsEntry("disaster", Long.toString(disaster.id()));
        var own = signedIn(whom.card());
        assertThat(own.get("/my").body()).contains("災害時モードの間に、救急の要約が 1 回開かれました");
        assertThat(own.get("/my/log").body()).contains("救急の入口：災害時モード", "目的：災害時（災害時モードの間）");
        assertThat(own.get("/my").body()).as("no banner of staff").doesNotContain("site-banner");
    }

    @Test
    void itEndsForTheOpenPageWhenOneEndsTheMode() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var view = looked(nurse, whom);
        assertThat(nurse.get(view).statusCode()).isEqualTo(200);
        assertThat(leads(operator().post("/office/disaster/end", Map.of()))).isEqualTo("/office/disaster?done=ended");
        var refused = nurse.get(view);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("災害時の閲覧は開いていません").doesNotContain("架空ワルファリン錠", "site-banner");
        assertThat(entries(whom.person(), Action.CHART_OPENED)).hasSize(1);
    }

    @Test
    void itEndsAtItsMinuteWhoeverRemembersTheMode() throws SQLException {
        var whom = carried(ConsentChoice.EVERYTHING);
        var clinic = at("架空市１", FacilityKind.CLINIC, Direction.VIEW);
        var nurse = inTown(clinic, Profession.NURSE);
        declared();
        var view = looked(nurse, whom);
        earlierMode(72 * 60);
        var page = nurse.get(view);
        assertThat(page.statusCode()).as("this node may still remember it").isIn(403, 410);
        assertThat(page.body()).doesNotContain("架空ワルファリン錠");
        assertThat(entries(whom.person(), Action.CHART_OPENED)).isEmpty();
    }

    @Test
    void othersAreTurnedAwayWhileItHolds() {
        var whom = carried(ConsentChoice.EVERYTHING);
        declared();
        var view = looked(inTown(FacilityKind.CLINIC, Profession.DOCTOR), whom);
        var town = at("広島県架空市１", FacilityKind.CARE, Direction.DISCLOSE_AND_VIEW);
        var elsewhere = at("広島県見本市１", FacilityKind.CLINIC, Direction.DISCLOSE_AND_VIEW);
        var turnedAway = Map.of(
                "another area", inTown(elsewhere, Profession.DOCTOR),
                "a profession that the setting leaves out", inTown(town, Profession.CARE_WORKER),
                "a reception", inTown(town, Profession.RECEPTION),
                "the office", operator(),
                "nobody", browser());
        turnedAway.forEach((who, other) -> {
            for (var path : List.of("/disaster", view)) {
                assertThat(other.get(path).statusCode()).as(who).isIn(401, 403, 404, 303);
            }
            var answer = other.post(
                    "/disaster/search", Map.of("who", cards.qrOf(whom.card().number())));
            assertThat(answer.statusCode()).as(who).isIn(401, 403, 404, 303);
            assertThat(other.post("/disaster/openings", Map.of("card", "x")).statusCode())
                    .as(who)
                    .isIn(401, 403, 404, 303);
        });
        var colleague = inTown(FacilityKind.CLINIC, Profession.DOCTOR);
        assertThat(colleague.get(view).statusCode()).as("another's view").isEqualTo(404);
        assertThat(colleague.post(view + "/end", Map.of()).statusCode()).isEqualTo(404);
        assertThat(colleague.get(view + "/words").statusCode()).isEqualTo(404);
        assertThat(signedIn(whom.card()).get("/disaster").statusCode()).isIn(303, 404);
    }

    @Test
    void whoAgreedToNothingDeniedItOrIsProtectedIsNotOpened() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var silent = carried(ConsentChoice.NOTHING);
        refusedTo(nurse, silent);
        emergencyConsents.record(silent.person(), true, "paper", office());
        assertThat(looked(nurse, silent)).as("agreed to emergencies").startsWith("/disaster/views/");
        var denied = carried(ConsentChoice.EVERYTHING);
        denied(denied.person(), DeniedReaders.of(Set.of(FacilityKind.CLINIC)), -1);
        refusedTo(nurse, denied);
        var hidden = carried(ConsentChoice.EVERYTHING);
        var ticket = disasterTicket(nurse, hidden);
        protections.begin(hidden.person(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        var answer = nurse.post("/disaster/openings", Map.of("card", ticket));
        assertThat(answer.statusCode())
                .as("protected, from nobody in particular")
                .isEqualTo(422);
        assertThat(entries(hidden.person(), Action.CHART_OPENED)).isEmpty();
        assertThat(entries(hidden.person(), Action.EMERGENCY_REFUSED)).hasSize(1);
    }

    private void refusedTo(Browser reader, Carried whom) {
        var answer = reader.post("/disaster/openings", Map.of("card", disasterTicket(reader, whom)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("災害時モードでは開けません");
        assertThat(entries(whom.person(), Action.EMERGENCY_REFUSED).getFirst().detail())
                .containsEntry("door", "disaster");
    }

    @Test
    void withdrawingShutsTheOpenView() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var view = looked(nurse, whom);
        assertThat(nurse.get(view).statusCode()).isEqualTo(200);
        consents.record(whom.person(), ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(nurse.get(view).statusCode()).isEqualTo(410);
        refusedTo(nurse, whom);
    }

    @Test
    void sensitiveRecordsAndKindsThatWereLeftOutStayClosed() {
        var whom = carried(ConsentChoice.EVERYTHING_BUT_SENSITIVE);
        filed(
                whom.hospital(),
                Papers.of(whom.number())
                        .diagnoses(
                                Papers.diagnosis("D1", "架空性高血圧", "I10"), Papers.diagnosis("D2", "架空統合失調症", "F20.0")));
        var doctor = inTown(FacilityKind.CLINIC, Profession.DOCTOR);
        declared();
        assertThat(doctor.get(looked(doctor, whom)).body()).contains("架空性高血圧").doesNotContain("架空統合失調症");
        var few = carried(ConsentChoice.MEDICINES_AND_EMERGENCY);
        filed(few.hospital(), Papers.of(few.number()).diagnoses(Papers.diagnosis("D1", "架空性高血圧", "I10")));
        var seen = doctor.get(looked(doctor, few)).body();
        assertThat(seen).contains("架空ワルファリン錠");
        assertThat(seen.contains("架空性高血圧"))
                .as("as far as that consent shows diagnoses")
                .isEqualTo((ConsentChoice.MEDICINES_AND_EMERGENCY.kinds()
                                & hmnet.formats.model.code.RecordKind.DIAGNOSIS.mask())
                        != 0);
    }

    @Test
    void aCrewLooksByTheModeToo() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var crew = inTown(at("広島県架空市９", FacilityKind.FIRE_COMMAND, Direction.EMERGENCY), Profession.PARAMEDIC);
        declared();
        assertThat(crew.get(looked(crew, whom)).body()).contains("架空ワルファリン錠");
    }

    @Test
    void aQrOfTheAppWhoseTimeIsOverSaysSoAndIsNotShownAgain() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        var code = passedCode(whom);
        var answer = nurse.post("/disaster/search", Map.of("who", code));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("新しいQRを出す").doesNotContain(code, "該当する方はいません");
    }

    @Test
    void whoDeniedCareOrTheEmergencyDeniedThisToo() {
        var nurse = inTown(FacilityKind.CLINIC, Profession.NURSE);
        declared();
        for (var purpose : List.of(Purpose.TREATMENT, Purpose.EMERGENCY, Purpose.BREAK_GLASS, Purpose.DISASTER)) {
            var whom = carried(ConsentChoice.EVERYTHING);
            var everything = new ConsentProvision(null, -1, ConsentProvision.WHATEVER, null, null);
            provisions.record(
                    whom.person(),
                    new ProvisionDraft(DeniedReaders.everybody(), everything, purpose.mask(), null),
                    ON_PAPER,
                    office());
            var answer = nurse.post("/disaster/openings", Map.of("card", disasterTicket(nurse, whom)));
            assertThat(answer.statusCode()).as(purpose.name()).isEqualTo(422);
        }
    }

    @Test
    void theThreeDoorsNeverOpenByTheModesWord() {
        var whom = carried(ConsentChoice.EVERYTHING);
        var crew = crew();
        declared();
        var answer = crew.post("/emergency/openings", Map.of("card", ticket(found(crew, whom)), "door", "disaster"));
        assertThat(answer.statusCode()).isEqualTo(422);
    }
}
