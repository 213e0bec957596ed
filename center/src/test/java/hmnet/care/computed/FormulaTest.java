package hmnet.care.computed;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.computed.Formula.Body;
import hmnet.care.computed.Formula.Sex;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Computed values against examples worked out by hand (計算値の検算).
class FormulaTest {
    private static final Body MAN_OF_60 = new Body(60, Sex.MALE);
    private static final Body WOMAN_OF_75 = new Body(75, Sex.FEMALE);

    /// 60^-0.287 = 0.3088, so 194 × 0.3088 = 59.9.
    @Test
    void aManOf60WithCreatinineOneFilters59Point9() {
        assertThat(Formula.EGFR.of(Map.of("creatinine", 1.0), MAN_OF_60)).contains("59.9");
    }

    /// 0.8^-1.094 = 1.2765 and 75^-0.287 = 0.28964, so 194 × 1.2765 × 0.28964 × 0.739 = 53.0.
    @Test
    void aWomansEstimateIsMultipliedBy0739() {
        assertThat(Formula.EGFR.of(Map.of("creatinine", 0.8), WOMAN_OF_75)).contains("53.0");
    }

    @Test
    void nothingIsEstimatedForAChildOrWithoutASex() {
        assertThat(Formula.EGFR.of(Map.of("creatinine", 0.8), new Body(17, Sex.FEMALE)))
                .isEmpty();
        assertThat(Formula.EGFR.of(Map.of("creatinine", 0.8), new Body(18, Sex.FEMALE)))
                .isPresent();
        assertThat(Formula.EGFR.of(Map.of("creatinine", 0.8), new Body(40, Sex.of("other"))))
                .isEmpty();
        assertThat(Formula.EGFR.of(Map.of("creatinine", 0.0), MAN_OF_60)).isEmpty();
    }

    /// 8.0 + (4 − 2.5) = 9.5.
    @Test
    void calciumIsCorrectedOnlyForLowAlbumin() {
        assertThat(Formula.CORRECTED_CALCIUM.of(Map.of("calcium", 8.0, "albumin", 2.5), MAN_OF_60))
                .contains("9.5");
        assertThat(Formula.CORRECTED_CALCIUM.of(Map.of("calcium", 9.0, "albumin", 4.0), MAN_OF_60))
                .isEmpty();
        assertThat(Formula.CORRECTED_CALCIUM.of(Map.of("calcium", 9.0), MAN_OF_60))
                .isEmpty();
    }

    @Test
    void cholesterolThatIsNotHdlIsTheDifference() {
        assertThat(Formula.NON_HDL.of(Map.of("total-cholesterol", 220.0, "hdl-cholesterol", 55.0), MAN_OF_60))
                .contains("165");
        assertThat(Formula.NON_HDL.of(Map.of("total-cholesterol", 40.0, "hdl-cholesterol", 55.0), MAN_OF_60))
                .as("one of them is wrong")
                .isEmpty();
    }
}
