package hmnet.care.medicines;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.drug;
import static hmnet.care.viewer.Filed.prescription;
import static hmnet.care.viewer.Filed.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppliesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static List<Course> courses(ChartEntry... entries) {
        return Supplies.courses(List.of(entries), TODAY, 14, Filed::name);
    }

    private static Course.Supply supply(LocalDate from, LocalDate to, boolean daily) {
        return new Course.Supply(from, to, daily, "1 錠 1日1回 朝食後", false);
    }

    @Test
    void aSupplyLastsItsDaysFromItsStart() {
        var start = LocalDate.of(2026, 11, 2);
        var course = courses(prescription(HOSPITAL, "2026-11-01T09:00", false, drug("1", "見本錠", 14, start)));
        assertThat(course).singleElement().satisfies(one -> {
            assertThat(one.drug()).isEqualTo("見本錠");
            assertThat(one.facility()).isEqualTo("見本病院");
            assertThat(one.current()).isTrue();
            assertThat(one.supplies()).containsExactly(supply(start, LocalDate.of(2026, 11, 15), true));
        });
    }

    @Test
    void withoutAStartItBeginsOnTheDayOfCare() {
        var course = courses(prescription(HOSPITAL, "2026-11-01T09:00", false, drug("1", "見本錠", 1, null)));
        assertThat(course.getFirst().supplies())
                .containsExactly(supply(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 1), true));
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
        var items = ((PrescriptionExtract) entry.extract().read()).items();
        assertThat(Prescriptions.rps(items, Messages.in(Language.JAPANESE)))
                .extracting(rp -> rp.drugs().size())
                .containsExactly(2, 1);
    }

    private static List<Course> oneCourse(PrescriptionExtract.DrugItem item) {
        return courses(prescription(HOSPITAL, "2026-11-01T09:00", false, item));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotCurrentIsNoSupply(CareState state) {
        var courses = oneCourse(drug("1", "", 28, "", state, ""));
        assertThat(courses).hasSize(state.isCurrent() || state == CareState.STOPPED ? 1 : 0);
        assertThat(courses).allSatisfy(course -> {
            assertThat(course.current()).isEqualTo(state.isCurrent());
            assertThat(course.supplies()).allMatch(supply -> supply.stopped() != state.isCurrent());
        });
    }

    @Test
    void aLastDayThatWasSentEndsASupply() {
        var start = LocalDate.of(2026, 10, 1);
        var end = LocalDate.of(2026, 10, 7);
        assertThat(oneCourse(until(drug("1", "", 28, "", CareState.ACTIVE, ""), start, end)))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.current()).isFalse();
                    assertThat(course.supplies())
                            .extracting(Course.Supply::from, Course.Supply::to)
                            .containsExactly(tuple(start, end));
                });
        var until = until(drug("1", "", 0, "", CareState.ACTIVE, ""), start, TODAY.minusDays(1));
        assertThat(oneCourse(until))
                .singleElement()
                .satisfies(course -> assertThat(course.current())
                        .as("no days of grace after a last day that was sent")
                        .isFalse());
    }

    @Test
    void aWeeklyDrugIsNoSolidCourse() {
        assertThat(oneCourse(drug("2", "2", 28, "8", CareState.ACTIVE, "", "毎週 月曜日")))
                .singleElement()
                .satisfies(course -> {
                    assertThat(course.rhythm()).isEqualTo("毎週 月曜日");
                    assertThat(course.supplies())
                            .extracting(Course.Supply::daily)
                            .containsExactly(false);
                });
    }

    @Test
    void daysThatCountWhenItIsTakenLastLongerOfADrugThatLeavesDaysOut() {
        assertThat(oneCourse(drug("", "3", 7, "21", CareState.ACTIVE, "", "隔日")))
                .flatExtracting(Course::supplies)
                .extracting(Course.Supply::to, Course.Supply::daily)
                .containsExactly(tuple(LocalDate.of(2026, 11, 14), false));
        assertThat(oneCourse(drug("", "3", 7, "21", CareState.ACTIVE, "")))
                .flatExtracting(Course::supplies)
                .extracting(Course.Supply::to, Course.Supply::daily)
                .containsExactly(tuple(LocalDate.of(2026, 11, 7), true));
    }
}
