package hmnet.region.course;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.gateway.StorageFile;
import hmnet.region.plan.Facility;
import hmnet.region.plan.FeaturedResident;
import hmnet.region.plan.Plan;
import hmnet.region.plan.Resident;
import java.nio.charset.Charset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Those with a story are there, and each tells it.
class StoriesTest {
    private static final Plan PLAN = new Plan(100, 1, Plan.USUAL_TODAY);

    private static Resident of(FeaturedResident story) {
        return PLAN.residents()
                .filter(resident -> resident.featured() == story)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Chart> charts(FeaturedResident story) {
        var resident = of(story);
        return resident.hospitals().stream().map(place -> Chart.of(PLAN, resident, Facility.HOSPITALS.get(place)));
    }

    private static List<StorageFile> files(FeaturedResident story) {
        return charts(story)
                .flatMap(chart -> Course.of(PLAN, chart.resident(), chart.hospital()).stream())
                .toList();
    }

    private static long count(FeaturedResident story, StorageKind kind) {
        return files(story).stream()
                .filter(file -> {
                    try {
                        var path = file.path();
                        return StorageName.parse(path.substring(path.lastIndexOf('/') + 1))
                                        .kind()
                                == kind;
                    } catch (hmnet.formats.ssmix2.storage.BadStorage e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }

    private static String text(FeaturedResident story) {
        var text = new StringBuilder();
        files(story).forEach(file -> text.append(new String(file.bytes(), Charset.forName("ISO-2022-JP"))));
        return text.toString();
    }

    @Test
    void eightStandTogetherBehindTheFirstSixInALargeRegionAndNoneInASmallOne() {
        assertThat(PLAN.residents()
                        .map(Resident::featured)
                        .skip(Plan.FIRST_STORY)
                        .limit(8))
                .containsExactlyElementsOf(FeaturedResident.stories())
                .hasSize(8);
        assertThat(new Plan(10, 1, Plan.USUAL_TODAY).residents().map(Resident::featured))
                .doesNotContainAnyElementsOf(FeaturedResident.stories());
    }

    @Test
    void tenYearsAtSixFacilitiesHoldSixtyDiagnoses() {
        var charts = charts(FeaturedResident.LONG_STORY).toList();
        assertThat(charts).hasSize(6).extracting(Chart::hospital).doesNotHaveDuplicates();
        assertThat(charts).allMatch(chart -> ChronoUnit.DAYS.between(chart.opened(), PLAN.today()) > 3_600);
        assertThat(charts.stream()
                        .flatMap(chart -> chart.sicknesses().stream())
                        .map(sickness -> sickness.illness().icd10())
                        .distinct())
                .hasSize(60);
        assertThat(text(FeaturedResident.LONG_STORY)).contains("老人性白内障", "関節リウマチ");
    }

    @Test
    void aBabyHasAChartSinceTheDayAfterBirthWithABabysMeasures() {
        var baby = of(FeaturedResident.BABY);
        assertThat(baby.ageOn(PLAN.today())).isZero();
        assertThat(charts(FeaturedResident.BABY))
                .allMatch(chart -> chart.opened().equals(baby.birthDate().plusDays(1)));
        assertThat(count(FeaturedResident.BABY, StorageKind.ADT_61)).isZero();
        assertThat(text(FeaturedResident.BABY)).contains("新生児黄疸").doesNotContain("そば", "1998");
    }

    @Test
    void aNameWithASelectorIsTheOfficesAloneAndTheHospitalsWriteItPlainly() {
        var name = of(FeaturedResident.VARIANT_NAME).name();
        assertThat(name.family().codePoints()).contains(0xE0100);
        assertThat(name.inJis().family()).isEqualTo("葛霧");
        assertThat(text(FeaturedResident.VARIANT_NAME)).contains("葛霧");
    }

    @Test
    void somebodyHasACardAndNothingElse() {
        var nobody = of(FeaturedResident.NOTHING);
        assertThat(nobody.card()).isNotNull();
        assertThat(nobody.hospitals()).isEmpty();
    }

    @Test
    void halfOfAChartStandsBehindAHospitalsDelay() {
        var charts = charts(FeaturedResident.HALF_CLOSED).toList();
        assertThat(charts)
                .extracting(chart -> Facility.HOSPITALS.indexOf(chart.hospital()))
                .containsExactly(0, 2);
        assertThat(charts).allMatch(chart -> chart.sicknesses().size() == 2);
    }

    @Test
    void dialysisBringsSomebodyEveryWeekForTwoYears() {
        assertThat(count(FeaturedResident.DIALYSIS, StorageKind.ADT_12)).isBetween(60L, 110L);
        assertThat(text(FeaturedResident.DIALYSIS)).contains("維持血液透析", "シナカルセト");
    }

    @Test
    void aPregnancyIsInItsThirtiethWeek() {
        assertThat(charts(FeaturedResident.PREGNANT).flatMap(chart -> chart.sicknesses().stream()))
                .anyMatch(sickness -> sickness.illness().key().equals("pregnancy")
                        && sickness.isActive(PLAN.today())
                        && ChronoUnit.DAYS.between(sickness.since(), PLAN.today()) == 210);
    }

    @Test
    void chemotherapyIsGivenInCycles() {
        assertThat(count(FeaturedResident.CHEMOTHERAPY, StorageKind.OMP_12)).isGreaterThanOrEqualTo(6);
        assertThat(text(FeaturedResident.CHEMOTHERAPY)).contains("オキサリプラチン", "カペシタビン");
    }
}
