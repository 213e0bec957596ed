package hmnet.care.medicines;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.prescription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppliesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static List<Course> courses(ChartEntry... entries) {
        return Supplies.courses(List.of(entries), TODAY, 14, Filed::name);
    }

    @Test
    void aSupplyLastsItsDaysFromItsStart() {
        var start = LocalDate.of(2026, 11, 2);
        var course = courses(prescription(HOSPITAL, "2026-11-01T09:00", false, drug("1", "見本錠", 14, start)));
        assertThat(course)
                .containsExactly(
                        new Course("見本錠", "見本病院", true, "", List.of(new Course.Supply(start, LocalDate.of(2026, 11, 15)))));
    }

    @Test
    void withoutAStartItBeginsOnTheDayOfCare() {
        var course = courses(prescription(HOSPITAL, "2026-11-01T09:00", false, drug("1", "見本錠", 1, null)));
        assertThat(course.getFirst().supplies())
                .containsExactly(new Course.Supply(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1)));
    }

    @Test
    void aDrugIsCurrentUntilItsDaysOfGraceAreOver() {
        assertThat(courses(prescription(
                        HOSPITAL, "2026-11-01T09:00", false, drug("1", "見本錠", 7, LocalDate.of(2026, 11, 1)))))
                .allMatch(Course::current);
        assertThat(courses(prescription(
                        HOSPITAL, "2026-10-31T09:00", false, drug("1", "見本錠", 7, LocalDate.of(2026, 10, 31)))))
                .noneMatch(Course::current);
    }

    @Test
    void whatWasGivenInHospitalAndWhatHasNoDaysIsNoSupply() {
        assertThat(courses(
                        prescription(HOSPITAL, "2026-11-20T09:00", true, drug("1", "見本錠", 7, null)),
                        prescription(HOSPITAL, "2026-11-20T09:00", false, drug("1", "見本頓服", 0, null))))
                .isEmpty();
    }

    @Test
    void eachFacilityHasItsOwnCourseAndCurrentOnesStandFirst() {
        assertThat(courses(
                        prescription(CLINIC, "2026-08-01T09:00", false, drug("1", "見本錠", 7, null)),
                        prescription(HOSPITAL, "2026-11-20T09:00", false, drug("1", "見本錠", 7, null)),
                        prescription(HOSPITAL, "2026-11-10T09:00", false, drug("1", "見本錠", 7, null))))
                .extracting(
                        Course::facility,
                        Course::current,
                        course -> course.supplies().size())
                .containsExactly(tuple("見本病院", true, 2), tuple("ひな形診療所", false, 1));
    }

    @Test
    void drugsOfOneRpStandTogether() {
        var entry = prescription(
                HOSPITAL,
                "2026-11-20T09:00",
                false,
                drug("1", "見本錠", 7, null),
                drug("2", "試験散", 3, null),
                drug("1", "架空錠", 7, null));
        var items = ((PrescriptionExtract) Extract.read(entry.kind(), entry.extract())).items();
        assertThat(Prescriptions.rps(items, Messages.in(Language.JAPANESE)))
                .extracting(rp -> rp.drugs().size())
                .containsExactly(2, 1);
    }
}
