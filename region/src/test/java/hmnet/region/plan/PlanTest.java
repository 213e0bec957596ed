package hmnet.region.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.region.plan.Resident.Consent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    static final Plan PLAN = new Plan(3_000, 42, Plan.USUAL_TODAY);

    @Test
    void theSameSeedGivesTheSameResidentsAndAnotherSeedOthers() {
        assertThat(PLAN.resident(1_234)).isEqualTo(new Plan(3_000, 42, Plan.USUAL_TODAY).resident(1_234));
        assertThat(PLAN.resident(1_234)).isNotEqualTo(new Plan(3_000, 43, Plan.USUAL_TODAY).resident(1_234));
    }

    @Test
    void aResidentDoesNotDependOnHowManyOthersThereAre() {
        assertThat(PLAN.resident(777)).isEqualTo(new Plan(1_000, 42, Plan.USUAL_TODAY).resident(777));
    }

    @Test
    void theFeaturedResidentsComeFirstAndEachShowsOneThing() {
        assertThat(PLAN.residents().limit(6).map(Resident::featured))
                .containsExactlyElementsOf(FeaturedResident.first());
        assertThat(PLAN.resident(0).hospitals()).containsExactly(0, 1);
        assertThat(PLAN.resident(1).consent()).isEqualTo(Consent.WITHDRAWN);
        assertThat(PLAN.resident(2).card()).isNull();
        assertThat(DisclosureRule.ALL)
                .anyMatch(rule -> rule.delayProfessionalDays() > 0
                        && PLAN.resident(5).hospitals().equals(List.of(2))
                        && rule.facility().equals(Facility.HOSPITALS.get(2).code()));
    }

    @Test
    void twinsShareBirthDayAndAddressButNotTheName() {
        var one = PLAN.resident(149);
        var other = PLAN.resident(150);
        assertThat(other.birthDate()).isEqualTo(one.birthDate());
        assertThat(other.address()).isEqualTo(one.address());
        assertThat(other.name().family()).isEqualTo(one.name().family());
        assertThat(other.name().given()).isNotEqualTo(one.name().given());
    }

    @Test
    void namesakesOfOneDayLiveElsewhereAndHaveAnotherCard() {
        var one = PLAN.resident(174);
        var other = PLAN.resident(175);
        assertThat(other.name()).isEqualTo(one.name());
        assertThat(other.birthDate()).isEqualTo(one.birthDate());
        assertThat(other.address()).isNotEqualTo(one.address());
    }

    @Test
    void betweenTwentyAndFortyOfAHundredAreKnownToMoreThanOneHospital() {
        var several = PLAN.residents().filter(r -> r.hospitals().size() > 1).count();
        assertThat(100.0 * several / PLAN.people()).isBetween(20.0, 40.0);
    }

    @Test
    void onlyThoseWhoEverAgreedHoldACard() {
        assertThat(PLAN.residents()).allMatch(r -> (r.card() == null) == (r.consent() == Consent.NONE));
    }

    @Test
    void someNamesHaveCharactersThatNoHospitalCanSendAndSomeComeFromAbroad() {
        assertThat(PLAN.residents()).anyMatch(r -> r.name().family().contains("髙"));
        assertThat(PLAN.residents()).noneMatch(r -> r.name().inJis().family().matches(".*[髙﨑].*"));
        assertThat(PLAN.residents())
                .anyMatch(r -> r.name().family().equals(r.name().familyKana()));
    }

    @Test
    void everyProfessionOfTheDemonstrationWorksSomewhereInTheRegion() {
        assertThat(PLAN.staff())
                .extracting(StaffMember::profession)
                .contains(
                        "doctor",
                        "pharmacist",
                        "nurse",
                        "reception",
                        "operator",
                        "paramedic",
                        "visiting-nurse",
                        "care-worker");
        assertThat(PLAN.staff())
                .allMatch(s -> Facility.ALL.stream().anyMatch(f -> f.code().equals(s.facility())))
                .allMatch(s -> s.password().length() >= 15 && s.totpSecret().matches("[A-Z2-7]{32}"));
    }

    @Test
    void chartNumbersHaveTheHospitalsLengthAndAreTheirOwn() {
        assertThat(Facility.HOSPITALS).hasSizeGreaterThanOrEqualTo(3);
        for (var hospital : Facility.HOSPITALS) {
            assertThat(hospital.chartNumber(5)).hasSize(hospital.chartDigits()).isNotEqualTo(hospital.chartNumber(6));
        }
    }

    @Test
    void aRegionWithoutItsFeaturedResidentsIsNone() {
        assertThatThrownBy(() -> new Plan(3, 1, Plan.USUAL_TODAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
