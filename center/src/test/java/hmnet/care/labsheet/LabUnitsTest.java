package hmnet.care.labsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// U19.
class LabUnitsTest {
    @ParameterizedTest
    @CsvSource({
        ".10*4/uL, 10⁴/μL",
        "10*3/uL, 10³/μL",
        "10^9/L, 10⁹/L",
        "ug/dL, μg/dL",
        "uIU/mL, μIU/mL",
        "mEq/L, mEq/L",
        "U/L, U/L",
        "u/L, u/L",
        "mm, mm",
        "%, %"
    })
    void aUnitIsWrittenAsPeopleDo(String sent, String shown) {
        assertThat(LabUnits.shown(sent)).isEqualTo(shown);
    }
}
