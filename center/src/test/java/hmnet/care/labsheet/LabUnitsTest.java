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
        "%, %",
        "mm[Hg], mmHg",
        "Cel, ℃",
        "[degF], °F",
        "/min, /min",
        "{回}/min, 回/min",
        "kg/m2, kg/m²",
        "cm2, cm²",
        "mL/min/{1.73_m2}, mL/min/1.73m²",
        "mL/min/1.73m2, mL/min/1.73m²",
        "[IU]/L, IU/L",
        "m[IU]/mL, mIU/mL",
        "10*3/{WBC}, 10³/WBC",
        "ug{FEU}/mL, μg(FEU)/mL",
        "mg/g{creat}, mg/g(creat)",
        "mmol/mol{Hb}, mmol/mol(Hb)",
        "10*3{cells}/uL, 10³(cells)/μL",
        "[arb'U]/mL, arb. U/mL",
        "[pH], ''",
        "1, ''",
        "C2, C2",
        "H2O, H2O"
    })
    void aUnitIsWrittenAsPeopleDo(String sent, String shown) {
        assertThat(LabUnits.shown(sent)).isEqualTo(shown);
    }
}
