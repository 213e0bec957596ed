package hmnet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.ssmix2.Insured;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Insurance numbers as evidence (医療保険), seen by nobody else.
class InsurancesTest extends Reception {
    private static final Insured OWN = new Insured("39349999", "", "41000001", "");

    @Autowired
    private JdbcTemplate statements;

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
        insured(yuriko, new Insured("01349999", "架空", "555001", ""));
        var other =
                insured(yuriko.living("広島県幻谷市若葉町1丁目1番1号", "082-999-1111"), new Insured("01349999", "架空", "555002", ""));
        for (var review : asked(other)) {
            for (var chart : List.of(review.one(), review.other())) {
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
        var kept = new Insurances(statements, true);
        assertThat(kept.keep(Map.of(chart.value(), OWN))).isEmpty();
        assertThat(kept.keep(Map.of(chart.value(), new Insured("39349999", "", "41000002", ""))))
                .containsExactly(chart.value());
    }

    @Test
    void aCentreThatDoesWithoutKeepsNone() {
        var chart = sent(Human.somebody());
        assertThat(new Insurances(statements, false).keep(Map.of(chart.value(), OWN)))
                .isEmpty();
        assertThat(lookalikes.patient(chart.value()).orElseThrow().said().insurer())
                .isEmpty();
    }

    private PatientId insured(Human human, Insured insured) {
        var hospital = hospital();
        var number = number();
        var at = OffsetDateTime.parse("2026-05-01T09:00:00+09:00");
        transaction.executeWithoutResult(
                status -> patients.resolve(hospital, List.of(new Claim(number, human.said(), at, true, insured))));
        return matched(persons.current(hospital, number).orElseThrow());
    }
}
