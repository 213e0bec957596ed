package hmnet.region.course;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.StandardDepartments;
import hmnet.region.plan.Body;
import hmnet.region.plan.Chance;
import hmnet.region.plan.Facility;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing in the region makes whoever looks at it laugh (U23): no pregnant child, no tablet for an infant, nobody at
/// two
/// hospitals on one day.
class PlausibleRegionTest {
    private static final Plan PLAN = new Plan(3_000, 1, Plan.USUAL_TODAY);
    private static final Set<String> FOR_CHILDREN =
            Set.of("carbocisteine-child", "montelukast-child", "acetaminophen-child", "oseltamivir-child");

    private static Stream<Resident> residents() {
        return PLAN.residents();
    }

    private static Stream<Chart> charts(Resident resident) {
        return resident.hospitals().stream().map(place -> Chart.of(PLAN, resident, Facility.HOSPITALS.get(place)));
    }

    private static int age(Chart chart, LocalDate day) {
        return chart.resident().ageOn(day);
    }

    @Test
    void nothingBefallsWhomItCannot() {
        assertThat(residents().flatMap(PlausibleRegionTest::charts))
                .allSatisfy(chart -> assertThat(chart.sicknesses()).allSatisfy(sickness -> {
                    var illness = sickness.illness();
                    assertThat(illness.sex()).isIn("*", chart.resident().sex());
                    assertThat(age(chart, sickness.since()))
                            .as(illness.key())
                            .isBetween(illness.fromAge(), illness.toAge());
                    assertThat(sickness.since()).isBeforeOrEqualTo(PLAN.today());
                }));
    }

    @Test
    void childrenAreGivenTheirOwnForms() {
        assertThat(residents()
                        .filter(resident -> resident.ageOn(PLAN.today()) < 15)
                        .flatMap(PlausibleRegionTest::charts))
                .isNotEmpty()
                .allSatisfy(chart -> assertThat(Pharmacy.medicines(chart.sicknesses(), age(chart, PLAN.today())))
                        .extracting(Medicine::key)
                        .isSubsetOf(FOR_CHILDREN));
    }

    @Test
    void nobodyIsAtTwoHospitalsToday() {
        assertThat(residents())
                .allSatisfy(resident -> assertThat(charts(resident).filter(TodaysMessages::comes))
                        .hasSizeLessThan(2));
    }

    @Test
    void childrenGrowAndAPersonHasOneBody() {
        assertThat(residents().limit(600)).allSatisfy(resident -> {
            var body = new Body(PLAN, resident);
            var born = resident.birthDate();
            assertThat(body.height(born).doubleValue()).isBetween(44.0, 57.0);
            for (var year = 1; year < 20; year++) {
                assertThat(body.height(born.plusYears(year)))
                        .isGreaterThanOrEqualTo(body.height(born.plusYears(year - 1)));
            }
            assertThat(body.height(born.plusYears(20)).doubleValue()).isBetween(140.0, 190.0);
            var today = PLAN.today();
            assertThat(body.bmi(today).doubleValue()).isBetween(11.5, 33.0);
            assertThat(body.pulse(today, Chance.of(1, resident.index())))
                    .isBetween(55, resident.ageOn(today) < 1 ? 150 : 120);
        });
    }

    /// Diabetes is in the blood wherever it is drawn, and at a check-up.
    @Test
    void twoHospitalsFindAboutTheSame() {
        var known = residents()
                .filter(resident -> resident.hospitals().size() > 1)
                .filter(resident -> charts(resident).anyMatch(chart -> treats(chart, "diabetes")))
                .toList();
        assertThat(known).isNotEmpty().allSatisfy(resident -> {
            var found = charts(resident)
                    .map(chart -> Double.parseDouble(new Laboratory(chart).found(Analyte.of("hba1c"), PLAN.today())))
                    .toList();
            assertThat(Collections.max(found) - Collections.min(found)).isLessThan(0.8);
        });
    }

    /// A message of admission says the code of the department alone.
    @Test
    void everyDepartmentIsCalledAsItsCodeIs() {
        assertThat(Illness.ALL).allSatisfy(illness -> {
            var name = illness.department().name();
            assertThat(StandardDepartments.name(name.code())).contains(name.text());
        });
    }

    @Test
    void noNewbornAndNobodyPregnantIsXrayed() {
        var pregnant = residents()
                .filter(resident -> charts(resident)
                        .flatMap(chart -> chart.sicknesses().stream())
                        .anyMatch(sickness ->
                                sickness.illness().key().equals("pregnancy") && sickness.isActive(PLAN.today())));
        assertThat(pregnant.flatMap(PlausibleRegionTest::charts))
                .as("at whatever hospital")
                .isNotEmpty()
                .noneMatch(chart -> new WardLetters(chart).mayBeXrayed(PLAN.today()));
        assertThat(residents()
                        .filter(resident -> resident.ageOn(PLAN.today()) == 0)
                        .flatMap(PlausibleRegionTest::charts))
                .isNotEmpty()
                .noneMatch(chart -> new WardLetters(chart).mayBeXrayed(PLAN.today()));
    }

    @Test
    void theClinicsOfTheLongStoryTreatWhatTheyAreFor() {
        var story = residents()
                .filter(resident -> resident.hospitals().size() == 6)
                .findFirst()
                .orElseThrow();
        var places = charts(story).toList();
        assertThat(List.of("ckd", "gout")).allMatch(key -> treats(places.get(4), key));
        assertThat(List.of("osteoporosis", "thyroid")).allMatch(key -> treats(places.get(5), key));
    }

    private static boolean treats(Chart chart, String illness) {
        return chart.sicknesses().stream()
                .anyMatch(sickness -> sickness.illness().key().equals(illness));
    }
}
