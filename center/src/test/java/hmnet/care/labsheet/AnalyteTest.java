package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.CLINIC;
import static hmnet.care.viewer.Filed.HOSPITAL;
import static hmnet.care.viewer.Filed.POTASSIUM;
import static hmnet.care.viewer.Filed.item;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.extract.LabExtract;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/// Which values may join one line (同じ項目か).
class AnalyteTest {
    private static Analyte of(String code, String unit) {
        return Analyte.sent(HOSPITAL, item(code, "5", unit));
    }

    @Test
    void theSameTestOfTwoFacilitiesJoinsOneLine() {
        assertThat(Analyte.sent(CLINIC, item(POTASSIUM, "4", "mEq/L"))).isEqualTo(of(POTASSIUM, "mEq/L"));
    }

    @Test
    void aCodeWithoutItsResultPartMeansAQuantity() {
        assertThat(of("3H0150000023261", "mEq/L")).isEqualTo(of(POTASSIUM, "mEq/L"));
    }

    @Test
    void haemoglobinA1cByJdsAndByNgspStayApart() {
        assertThat(of("3D045000001920401", "%")).isNotEqualTo(of("3D046000001920402", "%"));
    }

    @Test
    void anotherMethodOrMaterialIsAnotherLine() {
        assertThat(of("5D010000002305301", "ng/mL")).isNotEqualTo(of("5D010000002305201", "ng/mL"));
        assertThat(of("3H015000000126101", "mEq/L")).isNotEqualTo(of(POTASSIUM, "mEq/L"));
    }

    @Test
    void anotherUnitIsAnotherLine() {
        assertThat(of(POTASSIUM, "mmol/L")).isNotEqualTo(of(POTASSIUM, "mEq/L"));
    }

    @Test
    void aFacilitysOwnCodeJoinsNobodyElses() {
        var own = new LabExtract.AnalyteItem(
                "K", "urn:hmnet:coding:99XYZ", "カリウム", "4", "", "", "", "", "", "", OffsetDateTime.MIN);
        assertThat(Analyte.sent(HOSPITAL, own)).isNotEqualTo(Analyte.sent(CLINIC, own));
        assertThat(Analyte.sent(HOSPITAL, own).group()).isEqualTo(LabGroup.OTHER);
    }

    private static String groupOf(String code) {
        return of(code, "").group().word();
    }

    @Test
    void theBeginningOfTheCodeNamesTheGroupInClinicalOrder() {
        assertThat(groupOf(POTASSIUM)).isEqualTo("renal");
        assertThat(groupOf("2A990000001930952")).isEqualTo("blood-count");
        assertThat(groupOf("3B035000002327201")).isEqualTo("liver");
        assertThat(groupOf("3Z999000002327201")).isEqualTo("chemistry");
        assertThat(LabGroup.words()).startsWith("blood-count", "coagulation").endsWith("other");
    }

    @Test
    void aValueOfUrineStandsWithUrineWhateverWasMeasured() {
        assertThat(groupOf("3H015000000126101")).isEqualTo("urine-stool");
        assertThat(groupOf("1A020000000190111")).isEqualTo("urine-stool");
    }
}
