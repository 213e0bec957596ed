package hmnet.formats.model.code;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.code.PublishedUnits.UnitCode;
import org.junit.jupiter.api.Test;

class PublishedUnitsTest {
    @Test
    void whatIsCountedHasACodeOfMerit9() {
        assertThat(PublishedUnits.of("錠")).isEqualTo(new UnitCode(PublishedUnits.MERIT9, "TAB"));
        assertThat(PublishedUnits.of("ｶﾌﾟｾﾙ")).isEqualTo(new UnitCode(PublishedUnits.MERIT9, "CAP"));
        assertThat(PublishedUnits.of("単位")).isEqualTo(new UnitCode(PublishedUnits.MERIT9, "UNT"));
    }

    @Test
    void whatIsMeasuredHasACodeOfUcum() {
        assertThat(PublishedUnits.of("ｍＬ")).isEqualTo(new UnitCode(PublishedUnits.UCUM, "mL"));
        assertThat(PublishedUnits.of("μg")).isEqualTo(new UnitCode(PublishedUnits.UCUM, "ug"));
        assertThat(PublishedUnits.of("mEq/L")).isEqualTo(new UnitCode(PublishedUnits.UCUM, "meq/L"));
        assertThat(PublishedUnits.of("mg/dl")).isEqualTo(new UnitCode(PublishedUnits.UCUM, "mg/dl"));
        assertThat(PublishedUnits.of("U/L")).isEqualTo(new UnitCode(PublishedUnits.UCUM, "U/L"));
    }

    @Test
    void lettersThatPrescriptionsCountByAreNoUnitsOfMeasure() {
        for (var letter : new String[] {"T", "C", "A", "V", "U", "P", "d", "h", "m", "万/μL", "ブリック", ""}) {
            assertThat(PublishedUnits.of(letter)).as(letter).isEqualTo(UnitCode.NONE);
        }
    }

    @Test
    void whatUcumCannotReadIsTold() {
        for (var code :
                new String[] {"mm[Hg]", "10*3/uL", "/uL", "kg/m2", "%", "{score}", "mg/g{Cre}", "a", "d", "Cel", "[pH]"
                }) {
            assertThat(PublishedUnits.isUcum(code)).as(code).isTrue();
        }
        for (var code : new String[] {"mg/g*CR", "mg/day", "ml/min/1.73m2", "個", ""}) {
            assertThat(PublishedUnits.isUcum(code)).as(code).isFalse();
        }
    }
}
