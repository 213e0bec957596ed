package hmnet.record.corrections;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.flagged;
import static hmnet.record.filing.Papers.hiv;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is told of a correction, who sees who was, and who is turned away.
class CorrectionsTest extends Noticeboard {
    @Test
    void afterAWithdrawnConsentNothingIsToldAndNoTraceIsLeft() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        sends(correctedResult());
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(told(doctor)).isEmpty();
        assertThat(traces()).isZero();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        assertThat(told(doctor)).containsExactly(RecordKind.LAB_SAFETY);
        assertThat(traces()).isOne();
    }

    @Test
    void whoLostTheChartBeforeTheCorrectionIsNotToldAndTheSenderStillSeesThem() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        sends(correctedResult());
        assertThat(told(doctor)).isEmpty();
        assertThat(namedTo(desk())).containsExactly("doctor");
    }

    @Test
    void aKindThePersonShowsNoMoreIsNotToldOf() {
        var doctor = caring(Profession.DOCTOR);
        sends(result(), prescription());
        opens(doctor);
        sends(correctedResult(), flagged(prescription(), '0'));
        consents.record(person, ConsentChoice.MEDICINES_AND_EMERGENCY, "paper", "2026-04", office());
        assertThat(told(doctor)).containsExactly(RecordKind.PRESCRIPTION);
    }

    @Test
    void withoutATieAnyMoreNothingIsTold() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        sends(correctedResult());
        db.sql("update relation set until = now() - interval '1 second' where person = ?")
                .param(person.value())
                .update();
        assertThat(told(doctor)).isEmpty();
    }

    /// The notice would lead to a chart on which the result is gone, and so tell that it became sensitive.
    @Test
    void whatACorrectionHidesBehindALabelIsNotToldOf() {
        var doctor = caring(Profession.DOCTOR);
        var pharmacist = caring(Profession.PHARMACIST);
        sends(result());
        opens(doctor);
        opens(pharmacist);
        sends(anHourLater(result(), papers().results(ORDER, ast("33", "C"), hiv())));
        assertThat(told(doctor)).containsExactly(RecordKind.LAB_SAFETY);
        assertThat(told(pharmacist)).isEmpty();
        assertThat(namedTo(desk())).containsExactlyInAnyOrder("doctor", "pharmacist");
    }

    @Test
    void whatIsConfirmedIsGoneAndForOneselfAlone() {
        var one = caring(Profession.DOCTOR);
        var other = caring(Profession.NURSE);
        sends(result());
        opens(one);
        opens(other);
        sends(correctedResult());
        var ids = ids(one);
        corrections.seen(other, ids);
        assertThat(told(one)).as("somebody else's confirmation counts nothing").hasSize(1);
        corrections.seen(one, ids);
        assertThat(told(one)).isEmpty();
        assertThat(told(other)).hasSize(1);
        assertThat(shown.to(desk()).lines())
                .filteredOn(CorrectionsScreen.CorrectionLine::seen)
                .singleElement()
                .satisfies(line -> assertThat(line.profession()).isEqualTo("doctor"));
    }

    @Test
    void whoOpensNoChartsIsToldNothing() {
        assertThat(corrections.of(caring(Profession.RECEPTION))).isEmpty();
    }

    @Test
    void theSendersDeskSeesWhoWasShownItAndNoOtherDeskDoes() {
        var doctor = caring(Profession.DOCTOR);
        sends(result());
        opens(doctor);
        sends(correctedResult());
        assertThat(shown.to(desk()).lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(number);
            assertThat(line.name()).isEqualTo(doctor.name());
            assertThat(line.facility()).isEqualTo(doctor.facilityName());
            assertThat(line.displayedAt()).isBefore(line.at());
        });
        assertThat(namedTo(at(hospital(), Profession.RECEPTION))).isEmpty();
        assertThat(namedTo(doctor)).isEmpty();
    }

    private List<Long> ids(Requester requester) {
        return corrections.of(requester).getFirst().ids();
    }

    private long traces() {
        return audit.of(person.value(), 100).stream()
                .filter(entry -> entry.action() == Action.CORRECTION_TOLD)
                .count();
    }
}
