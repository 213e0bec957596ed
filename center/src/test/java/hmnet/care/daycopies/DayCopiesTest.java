package hmnet.care.daycopies;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.care.today.TodaysPatients;
import hmnet.consent.cards.Cards.Card;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.Action;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.SignedIn.SignedInOwner;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a visiting nurse's tablet is handed for the day, and who is not in it.
class DayCopiesTest extends EmergencyWard {
    private static final String AT = "/portal/today";

    @Autowired
    private TodaysPatients patients;

    @Autowired
    private Protections protections;

    private FacilityId station;
    private SignedInOwner nurse;
    private Requester reader;

    @BeforeEach
    void aStation() {
        station = facility(FacilityKind.VISITING_NURSE);
        nurse = member(station, Profession.NURSE, false);
        reader = at(station, Profession.NURSE);
    }

    private Card visited() {
        var card = card();
        consents.record(card.holder().id(), ConsentChoice.EVERYTHING, "paper", ConsentNotice.FIRST, office());
        relations.begin(reader, card.holder().id(), RelationOrigin.CARD);
        patients.add(reader, card.holder().id());
        return card;
    }

    private static String inHours(int hours) {
        return ZonedDateTime.now(JapaneseDates.JAPAN).plusHours(hours).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private String set(SignedInOwner who) {
        var answer = who.browser().post(AT + "/copies", Map.of("until", inHours(9)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static UUID copyIn(String set) {
        return UUID.fromString(set.replaceAll("(?s).*\"copy\":\"([^\"]+)\".*", "$1"));
    }

    private String standing() {
        return nurse.browser().get(AT + "/standing").body();
    }

    @Test
    void aNurseIsHandedWhatSheMayReadOfHerPatientsAndTheyReadOfIt() {
        var card = visited();
        carried(card, ConsentChoice.EVERYTHING);
        var set = set(nurse);
        assertThat(set)
                .contains(card.holder().name(), "架空ワルファリン錠", "の内容です", "\"left\":0")
                .doesNotContain("<script", "href=\\\"/people/");
        var handed = entries(card.holder().id(), Action.DAY_COPY_HANDED);
        assertThat(handed).singleElement().satisfies(event -> {
            assertThat(event.detail().get("copy")).isEqualTo(copyIn(set).toString());
            assertThat(OffsetDateTime.parse(event.detail().get("until")))
                    .isBefore(OffsetDateTime.now(ZoneOffset.UTC).plusHours(9).plusMinutes(1));
        });
        assertThat(logged("chart-opened", "viewer/day-copy", card.holder().id().toString()))
                .hasSize(1);
        assertThat(signedIn(card).get("/my/log").body()).contains("施設の端末に、その日の控えを渡しました");
        assertThat(standing()).contains(copyIn(set).toString());
        assertThat(nurse.browser()
                        .post(AT + "/copies", Map.of("until", inHours(9)))
                        .statusCode())
                .as("pressed twice")
                .isEqualTo(429);
    }

    @Test
    void whoIsNotTiedWithdrewOrIsProtectedIsNotInIt() {
        var untied = card();
        patients.add(reader, untied.holder().id());
        var withdrawn = visited();
        consents.record(withdrawn.holder().id(), ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        var kept = visited();
        protections.begin(kept.holder().id(), new ProtectionOrder("person", "photo", Set.of(), Set.of()), office());
        assertThat(set(nurse)).contains("\"copies\":[]");
        assertThat(entries(untied.holder().id(), Action.DAY_COPY_HANDED)).isEmpty();
    }

    @Test
    void aCopyFallsWhenTheRelationOrTheConsentEnds() {
        var card = visited();
        var copy = copyIn(set(nurse));
        assertThat(standing()).contains(copy.toString());
        consents.record(card.holder().id(), ConsentChoice.NOTHING, "paper", ConsentNotice.FIRST, office());
        assertThat(standing()).doesNotContain(copy.toString());
    }

    @Test
    void aLookIsWrittenOnceAndOnlyOfTheFacilitysOwnCopies() {
        var card = visited();
        var copy = copyIn(set(nurse));
        var look = Map.of(
                "look", UUID.randomUUID().toString(),
                "copy", copy.toString(),
                "at", OffsetDateTime.now(ZoneOffset.UTC).toString());
        var stranger = member(facility(FacilityKind.VISITING_NURSE), Profession.NURSE, false);
        assertThat(stranger.browser().post(AT + "/looks", look).statusCode()).isEqualTo(404);
        assertThat(stranger.browser().get(AT + "/standing").body()).isEqualTo("[]");
        for (var again = 0; again < 2; again++) {
            assertThat(nurse.browser().post(AT + "/looks", look).statusCode()).isEqualTo(204);
        }
        assertThat(entries(card.holder().id(), Action.DAY_COPY_LOOKED))
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo("told-by-device"));
        var late = Map.of(
                "look", UUID.randomUUID().toString(),
                "copy", copy.toString(),
                "at", OffsetDateTime.now(ZoneOffset.UTC).plusDays(2).toString());
        nurse.browser().post(AT + "/looks", late);
        assertThat(entries(card.holder().id(), Action.DAY_COPY_LOOKED).stream().map(event -> event.outcome()))
                .contains("untimely");
        assertThat(nurse.browser().post(AT + "/looks", Map.of("look", "x")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aShiftOfMoreThanFourteenHoursAndAnHourThatIsNoneAreRefused() {
        for (var until : new String[] {inHours(15), "25:99", ""}) {
            assertThat(nurse.browser()
                            .post(AT + "/copies", Map.of("until", until))
                            .statusCode())
                    .as(until)
                    .isEqualTo(422);
        }
    }

    @Test
    void aReceptionWithoutChartsIsTurnedAway() {
        var reception = member(station, Profession.RECEPTION, false).browser();
        assertThat(reception.get(AT).statusCode()).isEqualTo(404);
        assertThat(reception.post(AT + "/copies", Map.of("until", inHours(9))).statusCode())
                .isEqualTo(404);
        assertThat(browser().get(AT).statusCode()).isNotEqualTo(200);
    }

    @Test
    void thePageItselfNamesNobody() {
        var person = visited().holder().id();
        assertThat(nurse.browser().get(AT).body()).contains("本日の控え").doesNotContain("架空", person.toString());
    }
}
