package hmnet.office.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Trace;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.office.reviewdesk.Desk;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What follows when a wrong link is taken back.
class IncidentsTest extends Desk {
    @Autowired
    IncidentRows rows;

    @Autowired
    IncidentScreens screens;

    @Autowired
    ListDownloads downloads;

    private FacilityId hospital = new FacilityId(0);
    private final String number = number();

    @BeforeEach
    void aHospitalOfItsOwn() {
        hospital = hospital();
    }

    private long wrong(PatientId patient, PersonId person) {
        return incidents
                .takeBack(patient, person, incidents.today(), "another person's chart", office())
                .orElseThrow();
    }

    @Test
    void whoLookedMeanwhileIsNamedAndToldAndOthersAreNot() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        var doctor = opens(person);
        var id = wrong(patient, person);
        assertThat(personOf(patient)).isEmpty();
        var later = opens(person);
        var screen = screens.of(incidents.look(id, office()).orElseThrow(), null, office());
        assertThat(screen.viewers())
                .extracting(IncidentScreen.ViewerLine::facility)
                .contains(doctor.facilityName());
        assertThat(notices.of(doctor)).extracting(MixedNotice::person).containsExactly(person);
        assertThat(notices.of(at(hospital, Profession.DOCTOR))).isEmpty();
        notices.seen(later, notices.of(doctor).stream().map(MixedNotice::id).toList());
        assertThat(notices.of(doctor)).as("confirmed by somebody else").hasSize(1);
        notices.seen(doctor, notices.of(doctor).stream().map(MixedNotice::id).toList());
        assertThat(notices.of(doctor)).isEmpty();
    }

    @Test
    void withoutTheChartBeingOpenAnyMoreNothingIsToldOnScreen() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        var doctor = opens(person);
        wrong(patient, person);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(notices.of(doctor)).isEmpty();
    }

    @Test
    void thePersonsLogKeepsWhoLookedAndNeverNamesTheOthersChart() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        opens(person);
        wrong(patient, person);
        assertThat(log(person)).contains(Action.CHART_OPENED, Action.UNLINKED, Action.INCIDENT_OPENED);
        assertThat(audit.of(person.value(), 100))
                .allSatisfy(entry -> assertThat(entry.detail().values()).doesNotContain(number));
    }

    @Test
    void theMatcherDoesNotLinkTheSameTwoAgain() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        wrong(patient, person);
        matchedAgain(patient);
        assertThat(personOf(patient)).isEmpty();
    }

    @Test
    void aLinkThatHoldsNoMoreOpensNoIncident() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        wrong(patient, person);
        assertThat(incidents.takeBack(patient, person, incidents.today(), "again", office()))
                .isEmpty();
    }

    @Autowired
    IncidentPage page;

    @Test
    void whatIsRefusedStandsInItsFieldAgain() {
        var patient = linkedByMatching(hospital, number);
        var id = wrong(patient, personOf(patient).orElseThrow());
        var frame = Preview.frame(Language.JAPANESE, Preview.OPERATOR, "/incidents/" + id);
        var clerk = office();
        var answer = page.close(id, "患者に説明し、謝罪した", clerk, frame);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains(">患者に説明し、謝罪した</textarea>", "id=\"e-conclusion\"", "aria-invalid");
        assertThat(page.step(id, "NO_SUCH", "電話した", clerk, frame).getBody())
                .contains(">電話した</textarea>", "id=\"e-words\"");
    }

    @Test
    void itClosesOnlyWhenAllIsDoneAndTakesNothingMoreThen() {
        var patient = linkedByMatching(hospital, number);
        var id = wrong(patient, personOf(patient).orElseThrow());
        var clerk = office();
        assertThat(incidents.close(id, "done", clerk)).isFalse();
        for (var step : java.util.List.of(Step.DUTY_NO, Step.PERSON_TOLD, Step.OTHER_TOLD)) {
            assertThat(incidents.step(id, step, "said", clerk)).isTrue();
        }
        assertThat(incidents.step(id, Step.NOTE, " ", clerk)).isFalse();
        assertThat(incidents.close(id, "nobody had looked", clerk)).isTrue();
        assertThat(incidents.step(id, Step.NOTE, "more", clerk)).isFalse();
        assertThat(rows.find(id).map(Incident::closedAt)).get().isNotNull();
        assertThat(incidents.steps(id).getLast().step()).isEqualTo(Step.CLOSED);
    }

    @Test
    void whatAMachineWasToldOfThePersonMeanwhileIsListed() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        var asking = hospital();
        transaction.executeWithoutResult(
                status -> audit.write(Trace.of(Action.CARD_READ, Actor.facility(asking.value()), "told")
                        .about(person.value())));
        var id = wrong(patient, person);
        var screen = screens.of(incidents.look(id, office()).orElseThrow(), null, office());
        assertThat(screen.answered())
                .extracting(IncidentScreen.MachineAnswerLine::facility)
                .containsExactly(facilities.get(asking).name());
    }

    @Test
    void whatTheFacilityDownloadedMeanwhileIsListed() {
        var patient = linkedByMatching(hospital, number);
        var person = personOf(patient).orElseThrow();
        transaction.executeWithoutResult(status -> downloads.add(deskOf(hospital), 12));
        var id = wrong(patient, person);
        var incident = rows.find(id).orElseThrow();
        assertThat(screens.of(incident, null, office()).left())
                .extracting(IncidentScreen.DownloadLine::rows)
                .containsExactly(12);
        assertThat(Objects.requireNonNull(incident).number()).isEqualTo(number);
    }
}
