package hmnet.care.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.timeline.SampleTimeline;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.decisions.Decision.Reason;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Assets;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.ChartView;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A closed chart says why it is closed and what to do next, to one with a tie; to nobody else anything.
class RefusalTest extends Ward {
    private static final List<String> REASONS = Arrays.stream(Reason.values())
            .filter(Reason::tied)
            .map(ChartPages::word)
            .toList();

    @Autowired
    private ChartPages chartPages;

    @Autowired
    private Assets assets;

    @ParameterizedTest
    @EnumSource
    void aWithdrawnConsentIsCalledSo(Language language) {
        var doctor = doctor();
        var person = resident(ConsentChoice.NOTHING, hospital(), number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        says(doctor, person, language, "consent-withdrawn");
    }

    @ParameterizedTest
    @EnumSource
    void aConsentNotYetGivenIsCalledSo(Language language) {
        var doctor = doctor();
        var person = card().holder().id();
        relations.begin(doctor, person, RelationOrigin.CARD);
        says(doctor, person, language, "consent-missing");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWhoClosedTheChartToAFacilityHasNotWithdrawn(Language language) {
        var doctor = doctor();
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        denied(person, DeniedReaders.of(doctor.facility()), -1);
        says(doctor, person, language, "closed-by-person");
    }

    @Test
    void aPersonMayCloseSomeKindsToAFacilityAndLeaveTheRestOpen() {
        var doctor = doctor();
        var number = number();
        var hospital = hospital();
        filed(hospital, Papers.of(number).visit(), Papers.of(number).prescription("000000000000071", "架空錠５ｍｇ"));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(shown(doctor, person)).hasSize(2);
        denied(person, DeniedReaders.of(doctor.facility()), RecordKind.PRESCRIPTION.mask());
        assertThat(shown(doctor, person)).extracting(ChartEntry::kind).containsExactly(RecordKind.VISIT);
        assertThat(String.valueOf(answer(doctor, person, Language.JAPANESE).getBody()))
                .as("what the person closes is not named")
                .doesNotContain(Messages.in(Language.JAPANESE).t("viewer.closed.closed-by-person.what"));
        var colleague = at(doctor.facility(), Profession.DOCTOR);
        denied(person, DeniedReaders.of(colleague.staff()), RecordKind.VISIT.mask());
        assertThat(shown(colleague, person)).isEmpty();
        assertThat(shown(doctor, person)).hasSize(1);
    }

    @Test
    void aPersonMayCloseTheChartToOneMemberOfStaffAlone() {
        var doctor = doctor();
        var colleague = at(doctor.facility(), Profession.DOCTOR);
        var person = resident(ConsentChoice.EVERYTHING, hospital(), number());
        relations.begin(doctor, person, RelationOrigin.CARD);
        denied(person, DeniedReaders.of(doctor.staff()), -1);
        says(doctor, person, Language.JAPANESE, "closed-by-person");
        assertThat(answer(colleague, person, Language.JAPANESE).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @ParameterizedTest
    @EnumSource
    void aFacilityThatOnlySendsIsToldThatItDoesNotView(Language language) {
        var sender = sender();
        var person = resident(ConsentChoice.EVERYTHING, sender, number());
        says(at(sender, Profession.DOCTOR), person, language, "facility-does-not-view");
    }

    @ParameterizedTest
    @EnumSource
    void aParamedicIsToldOfTheEmergencyDoors(Language language) {
        var paramedic = at(hospital(), Profession.PARAMEDIC);
        var person = resident(ConsentChoice.NOTHING, hospital(), number());
        says(paramedic, person, language, "emergency-doors-only");
        says(paramedic, PersonId.fresh(), language, "emergency-doors-only");
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonHasAWordAndTextsOfItsOwn(Language language) {
        var m = Messages.in(language);
        assertThat(REASONS).doesNotHaveDuplicates().hasSize(Reason.values().length - 1);
        for (var key : List.of("viewer.closed.%s.what", "viewer.closed.%s.next", "portal.home.closed.%s")) {
            assertThat(REASONS.stream().map(reason -> m.t(key.formatted(reason))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void withoutATieEveryPersonIsAsUnknownAsNobody() {
        var stranger = doctor();
        var unknown = answer(stranger, PersonId.fresh(), Language.JAPANESE);
        assertThat(unknown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        var closedToThem = resident(ConsentChoice.EVERYTHING, hospital(), number());
        denied(closedToThem, DeniedReaders.of(stranger.facility()), -1);
        var people = List.of(
                resident(ConsentChoice.EVERYTHING, hospital(), number()),
                resident(ConsentChoice.NOTHING, hospital(), number()),
                card().holder().id(),
                closedToThem);
        assertThat(people).allSatisfy(person -> {
            assertThat(answer(stranger, person, Language.JAPANESE)).isEqualTo(unknown);
            assertThat(answer(at(sender(), Profession.DOCTOR), person, Language.JAPANESE)
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
        });
    }

    private void says(Requester requester, PersonId person, Language language, String reason) {
        var answer = answer(requester, person, language);
        var m = Messages.in(language);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        for (var part : List.of(".what", ".next")) {
            assertThat(REASONS.stream().filter(one -> saysText(answer, m.t("viewer.closed." + one + part))))
                    .containsExactly(reason);
        }
    }

    private static boolean saysText(ResponseEntity<String> answer, String text) {
        return String.valueOf(answer.getBody()).replace("&#39;", "'").contains(text);
    }

    private ResponseEntity<String> answer(Requester requester, PersonId person, Language language) {
        var frame = new Frame(Messages.in(language), "/people/x/timeline", null, null, assets, List.of());
        return chartPages.show(
                requester,
                person,
                frame,
                ChartView.TIMELINE,
                chart -> SampleTimeline.empty(Sample.chart(ChartTab.TIMELINE), Sample.RECEIVED));
    }

    private FacilityId sender() {
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        "S" + number(),
                        FacilityKind.HOSPITAL,
                        "見本送信病院",
                        "ミホンソウシンビョウイン",
                        "082-000-0000",
                        "",
                        Direction.SEND,
                        "HM",
                        false,
                        null),
                "見本会");
    }
}
