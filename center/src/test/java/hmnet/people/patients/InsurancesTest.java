package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.InsuredNumber;
import hmnet.people.arrivals.Human;
import hmnet.people.arrivals.Pairs;
import hmnet.people.arrivals.Reception;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Insurance numbers as evidence (医療保険), seen by nobody else.
class InsurancesTest extends Reception {
    private static final InsuredNumber OWN = new InsuredNumber("39349999", "", "41000001", "");

    @Autowired
    private JdbcTemplate statements;

    @Autowired
    private Pairs pairs;

    @Autowired
    private SealedInsurance sealed;

    @Test
    void whoMovedAndChangedTheTelephoneIsKnownByTheirOwnInsuranceNumber() {
        var before = Human.somebody();
        var after = before.living("広島県幻谷市紅葉町8丁目8番8号", "082-999-8888");
        var known = insured(before, OWN);
        var moved = insured(after, OWN);
        assertThat(personOf(moved)).isPresent().isEqualTo(personOf(known));
    }

    @Test
    void theDeskThatIsAskedAboutTwoChartsSeesNoInsurance() {
        var yuriko = Human.somebody();
        insured(yuriko, new InsuredNumber("01349999", "架空", "555002", "01"));
        var bornOtherwise = yuriko.born(yuriko.born().plusYears(7).plusMonths(4).plusDays(11));
        var other = insured(bornOtherwise, new InsuredNumber("01349999", "架空", "555002", "01"));
        var asked = asked(other);
        assertThat(asked).isNotEmpty();
        for (var review : asked) {
            assertThat(review.one().said().insuranceNumber()).isEmpty();
            assertThat(review.other().said().insurer()).isEmpty();
            var pair = pairs.find(review.id()).orElseThrow();
            for (var chart : Stream.concat(pair.one().charts().stream(), pair.other().charts().stream())
                    .toList()) {
                assertThat(chart.said().insuranceNumber()).isEmpty();
                assertThat(chart.said().insurer()).isEmpty();
            }
        }
        assertThat(lookalikes.patient(other.value()).orElseThrow().said().insuranceNumber())
                .isEqualTo("555002");
    }

    @Test
    void aChangedInsuranceIsMatchedAnewAndARepeatedOneIsNot() {
        var chart = insured(Human.somebody(), OWN);
        var kept = new Insurances(statements, new InsuranceSettings(true), sealed);
        assertThat(kept.keep(Map.of(chart.value(), OWN))).isEmpty();
        assertThat(kept.keep(Map.of(chart.value(), new InsuredNumber("39349999", "", "41000002", ""))))
                .containsExactly(chart.value());
    }

    @Test
    void aCentreThatDoesWithoutKeepsNone() {
        var chart = sent(Human.somebody());
        assertThat(new Insurances(statements, new InsuranceSettings(false), sealed).keep(Map.of(chart.value(), OWN)))
                .isEmpty();
        assertThat(lookalikes.patient(chart.value()).orElseThrow().said().insurer())
                .isEmpty();
    }

    private PatientId insured(Human human, InsuredNumber insured) {
        var hospital = hospital();
        var number = number();
        var at = OffsetDateTime.parse("2026-05-01T09:00:00+09:00");
        transaction.executeWithoutResult(status -> patients.resolve(
                hospital, List.of(new PatientClaim(number, human.said(), at, true, insured, null, null))));
        return matched(persons.current(hospital, number).orElseThrow());
    }
}
