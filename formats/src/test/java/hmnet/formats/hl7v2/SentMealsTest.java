package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Meals of invented patients (食事オーダ, OMD): which, from when until when, and what is left out of them.
class SentMealsTest {
    private static final String ORC =
            "ORC|NW|20260401040|||||||20260401|||D1^架空^一郎|||||01^内科^99XY1||||||||||||I^入院患者オーダ^HL70482";

    private static List<String> lines(ReadChart chart) {
        return chart.acts().stream()
                .map(item -> item.code() + " | " + item.name() + " | " + item.said() + " | "
                        + item.state().words())
                .toList();
    }

    @Test
    void aMealSaysHowOftenAndFromWhenUntilWhen() {
        var chart = ReadChart.of(
                "OMD^O03",
                ORC,
                "TQ1|1||TID&１日３回&HL70335||||202604011200|202604051800|R^^HL70485",
                "ODS|D||F1^常食^99XYZ|主食 米飯");
        assertThat(lines(chart)).containsExactly("F1 | 常食 | １日３回 2026/4/1 12:00から2026/4/5 18:00 主食 米飯 | ");
        assertThat(chart.titles()).containsExactly("食事 常食");
    }

    @Test
    void everyMealOfTheDayAndEveryDietIsNamed() {
        var chart = ReadChart.of(
                "OMD^O03",
                ORC,
                "TQ1|1||||||202604011200",
                "ODS|D|A^朝^99XYZ~B^夕^99XYZ|F2^糖尿病食^99XYZ~F3^減塩食^99XYZ|6g 未満");
        assertThat(lines(chart)).containsExactly("F2 | 糖尿病食・減塩食 | 朝・夕 2026/4/1 12:00から 6g 未満 | ");
    }

    @Test
    void whatSomebodyWouldRatherEatIsNoDiet() {
        var chart =
                ReadChart.of("OMD^O03", ORC, "ODS|D||F1^常食^99XYZ", "ODS|P||P1^牛乳を好まない^99XYZ", "ODS|S||S1^栄養補助飲料^99XYZ");
        assertThat(lines(chart)).containsExactly("F1 | 常食 |  | ", "P1 | 牛乳を好まない | 嗜好 | ", "S1 | 栄養補助飲料 | 補食 | ");
    }

    @Test
    void aTraySaysWhichMealAndItsInstruction() {
        var chart = ReadChart.of("OMD^O03", ORC, "ODT|EARLY^早出し^HL70160|B^夕^99XYZ|検査のため 16 時に");
        assertThat(lines(chart)).containsExactly("EARLY | 早出し | 夕 検査のため 16 時に | ");
    }

    @Test
    void fastingThatWasStoppedSaysSinceWhenAndWhy() {
        var chart = ReadChart.of(
                "OMD^O03",
                "ORC|DC|20260401040|||||||20260401||||||202604031200|R1^検査終了^99XYZ",
                "TQ1|1||||||202604030000",
                "ODS|D||F0^絶食^99XYZ",
                "NTE|1||飲水は可");
        assertThat(lines(chart)).containsExactly("F0 | 絶食 | 2026/4/3 00:00から 飲水は可 | 中止");
        assertThat(chart.acts().getFirst().reason()).isEqualTo("検査終了 2026/4/3 12:00から");
        assertThat(chart.fhir("ServiceRequest", "status")).isEqualTo("revoked");
    }

    @Test
    void anAllergyInAMealOrderIsSeen() {
        var chart = ReadChart.of("OMD^O03", "AL1|1|FA^食物^HL70127|E1^卵^99XYZ", ORC, "ODS|D||F1^卵除去食^99XYZ");
        assertThat(chart.allergies()).extracting(item -> item.name()).containsExactly("卵");
    }
}
