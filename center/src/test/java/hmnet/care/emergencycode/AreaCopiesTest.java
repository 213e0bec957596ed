package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.cards.Cards.Card;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Codes on the devices of a fire service: who lets them lie there, who is handed them, what is told of looks.
class AreaCopiesTest extends CodeWard {
    private static final String AREA = "/emergency/area";

    @Autowired
    private Protections protections;

    private FacilityId service;
    private Browser crew;

    @BeforeEach
    void aCrewHasItsShiftAtARegisteredDevice() throws InterruptedException {
        service = facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY);
        crew = member(service, Profession.PARAMEDIC, false).browser();
        AreaShift.begin(db, service, 12);
    }

    private Card agreed() {
        var card = card();
        emergencyConsents.record(card.holder().id(), true, "paper", office());
        made(card, CodeSamples.words(), 90);
        var resident = signedIn(card);
        assertThat(leads(resident.post("/my/area-copies", Map.of("service", Long.toString(service.value())))))
                .isEqualTo("/my/area-copies?done=given");
        return card;
    }

    private String set() {
        var answer = crew.post(AREA, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static UUID copyIn(String set) {
        return UUID.fromString(set.replaceAll("(?s).*\"copy\":\"([^\"]+)\".*", "$1"));
    }

    private static Map<String, String> look(UUID copy, UUID look, OffsetDateTime at) {
        return Map.of("look", look.toString(), "copy", copy.toString(), "at", at.toString());
    }

    @Test
    void aDeviceIsHandedTheCodesOfThoseWhoAgreedAndTheyReadOfIt() {
        var card = agreed();
        var set = set();
        assertThat(set)
                .contains("HME1:", card.number().value(), "カクウ", "1950-02-28", "\"until\":\"")
                .doesNotContain("架空　花子");
        var handed = entries(card.holder().id(), Action.AREA_COPY_HANDED);
        assertThat(handed).hasSize(1);
        assertThat(OffsetDateTime.parse(handed.getFirst().detail().get("until")))
                .as("the end of the shift")
                .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plusHours(12).plusMinutes(1));
        assertThat(crew.get(AREA + "/standing").body()).contains(copyIn(set).toString());
        var resident = signedIn(card);
        assertThat(resident.get("/my/log").body()).contains("救急隊の端末に、救急QRの控えを渡しました");
        assertThat(resident.get("/my/area-copies").body()).contains("いま 1 人の隊員の端末に控えがあり");
        assertThat(leads(resident.post("/my/area-copies/end", Map.of()))).isEqualTo("/my/area-copies?done=ended");
        assertThat(resident.get("/my/area-copies").body())
                .as("told how long it may still lie there")
                .contains("いま 1 人の隊員の端末に控えがあり", "控えを置く");
        assertThat(crew.get(AREA + "/standing").body())
                .as("dropped at once")
                .doesNotContain(copyIn(set).toString());
        assertThat(crew.post(AREA, Map.of()).statusCode()).as("pressed twice").isEqualTo(429);
        var colleague = member(service, Profession.PARAMEDIC, false).browser();
        AreaShift.signedInAtTheDevice(db, service);
        assertThat(colleague.post(AREA, Map.of()).body()).contains("\"copies\":[]");
    }

    @Test
    void whoHasNoCodeNoConsentOrIsProtectedIsNotThere() {
        var withdrawn = agreed();
        emergencyConsents.record(withdrawn.holder().id(), false, "paper", office());
        var ended = agreed();
        db.sql("update emergency_code set state = 'ended', ended_at = now(), words = null where person = ?")
                .param(ended.holder().id().value())
                .update();
        var kept = agreed();
        protections.begin(kept.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(set()).contains("\"copies\":[]");
        var without = card();
        made(without, CodeSamples.words(), 90);
        assertThat(signedIn(without)
                        .post("/my/area-copies", Map.of("service", Long.toString(service.value())))
                        .statusCode())
                .as("no consent for emergencies")
                .isEqualTo(422);
        assertThat(signedIn(ended)
                        .post(
                                "/my/area-copies",
                                Map.of("service", Long.toString(hospital().value())))
                        .statusCode())
                .as("no fire service")
                .isEqualTo(422);
    }

    @Test
    void anotherServiceAnUnregisteredBrowserAndWhoeverIsNoCrewGetNothing() {
        var card = agreed();
        var copy = copyIn(set());
        var elsewhere = facility(FacilityKind.FIRE_COMMAND, Direction.EMERGENCY);
        var others = member(elsewhere, Profession.PARAMEDIC, false).browser();
        assertThat(others.post(AREA, Map.of()).statusCode())
                .as("a service without registered devices")
                .isEqualTo(403);
        assertThat(others.get(AREA + "/standing").body()).isEqualTo("[]");
        assertThat(others.post(AREA + "/looks", look(copy, UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC)))
                        .statusCode())
                .isEqualTo(404);
        var unregistered = member(service, Profession.PARAMEDIC, false).browser();
        assertThat(unregistered.post(AREA, Map.of()).statusCode()).isEqualTo(403);
        assertThat(emergencyDoctor().browser().post(AREA, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(member(hospital(), Profession.NURSE, false)
                        .browser()
                        .post(AREA, Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(leads(browser().post(AREA, Map.of()))).doesNotContain("200");
        db.sql("update signin_session set created_at = created_at - interval '13 hours' where means = 'device'")
                .update();
        assertThat(crew.post(AREA, Map.of()).statusCode()).as("after its shift").isEqualTo(403);
        assertThat(entries(card.holder().id(), Action.AREA_COPY_HANDED)).hasSize(1);
    }

    @Test
    void aLookWithoutANetworkCountsOnceAndWhatCannotBeRightIsMarked() {
        var card = agreed();
        var copy = copyIn(set());
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var look = look(copy, UUID.randomUUID(), now);
        assertThat(crew.post(AREA + "/looks", look).statusCode()).isEqualTo(204);
        assertThat(crew.post(AREA + "/looks", look).statusCode())
                .as("sent again")
                .isEqualTo(204);
        crew.post(AREA + "/looks", look(copy, UUID.randomUUID(), now.minusDays(2)));
        assertThat(crew.post(AREA + "/looks", Map.of("look", "x", "copy", "y", "at", "z"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(entries(card.holder().id(), Action.AREA_COPY_LOOKED).stream().map(entry -> entry.outcome()))
                .containsExactlyInAnyOrder("told-by-device", "untimely");
        assertThat(signedIn(card).get("/my/log").body()).contains("通信のない所で、端末の控えを見ました（端末の記録による）");
    }
}
