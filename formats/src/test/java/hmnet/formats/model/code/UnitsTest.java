package hmnet.formats.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.Units.UnitCode;
import org.junit.jupiter.api.Test;

class UnitsTest {
    @Test
    void whatIsCountedHasACodeOfMerit9() {
        assertThat(Units.of("錠")).isEqualTo(new UnitCode(Units.MERIT9, "TAB"));
        assertThat(Units.of("ｶﾌﾟｾﾙ")).isEqualTo(new UnitCode(Units.MERIT9, "CAP"));
        assertThat(Units.of("単位")).isEqualTo(new UnitCode(Units.MERIT9, "UNT"));
    }

    @Test
    void whatIsMeasuredHasACodeOfUcum() {
        assertThat(Units.of("ｍＬ")).isEqualTo(new UnitCode(Units.UCUM, "mL"));
        assertThat(Units.of("μg")).isEqualTo(new UnitCode(Units.UCUM, "ug"));
        assertThat(Units.of("mEq/L")).isEqualTo(new UnitCode(Units.UCUM, "meq/L"));
        assertThat(Units.of("mg/dl")).isEqualTo(new UnitCode(Units.UCUM, "mg/dl"));
        assertThat(Units.of("U/L")).isEqualTo(new UnitCode(Units.UCUM, "U/L"));
    }

    @Test
    void lettersThatPrescriptionsCountByAreNoUnitsOfMeasure() {
        for (var letter : new String[] {"T", "C", "A", "V", "U", "P", "d", "h", "m", "万/μL", "ブリック", ""}) {
            assertThat(Units.of(letter)).as(letter).isEqualTo(UnitCode.NONE);
        }
    }

    @Test
    void whatUcumCannotReadIsTold() {
        for (var code :
                new String[] {"mm[Hg]", "10*3/uL", "/uL", "kg/m2", "%", "{score}", "mg/g{Cre}", "a", "d", "Cel", "[pH]"
                }) {
            assertThat(Units.isUcum(code)).as(code).isTrue();
        }
        for (var code : new String[] {"mg/g*CR", "mg/day", "ml/min/1.73m2", "個", ""}) {
            assertThat(Units.isUcum(code)).as(code).isFalse();
        }
    }
}
