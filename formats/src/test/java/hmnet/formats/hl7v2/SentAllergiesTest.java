package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Allergies and adverse reactions of invented patients (アレルギー・副作用, IAM and AL1).
class SentAllergiesTest {
    private static String line(AllergyItem item) {
        return String.join(
                " | ",
                item.category(),
                item.name(),
                item.severity(),
                item.reaction(),
                item.since(),
                item.status().name(),
                item.type().name(),
                item.recorded(),
                String.join("；", item.notes()));
    }

    private static ReadChart iam(String... fields) {
        return ReadChart.of("ADT^A60", fields);
    }

    @Test
    void anInactiveOneIsNoPresentOne() {
        var chart = iam(
                "IAM|1|FA^食物^HL70127|S1^ソバ^99XYZ|SV^重度^HL70128|呼吸困難|A^追加^HL70323|||AL^アレルギー^HL70436||1996||20260401||||I");
        assertThat(line(chart.allergies().getFirst()))
                .isEqualTo("FA | ソバ | SV | 呼吸困難 | 1996 | INACTIVE | ALLERGY | 2026-04-01 | ");
        assertThat(chart.titles()).containsExactly("アレルギー 現在なし（過去 1件）");
        assertThat(chart.fhir("AllergyIntolerance", "clinicalStatus.coding.code"))
                .isEqualTo("inactive");
    }

    @Test
    void anAdverseReactionIsNoAllergy() {
        var chart = iam("IAM|1|DA^薬剤^HL70127|P1^架空薬^99XYZ||めまい|A^追加^HL70323|||AD^副作用^HL70436||||20260401|家族||||C");
        assertThat(line(chart.allergies().getFirst()))
                .isEqualTo("DA | 架空薬 |  | めまい |  | PRESENT | ADVERSE_REACTION | 2026-04-01 | 報告者 家族");
        assertThat(chart.fhir("AllergyIntolerance", "type")).isEqualTo("intolerance");
        assertThat(chart.fhir("AllergyIntolerance", "reaction.manifestation.text"))
                .isEqualTo("めまい");
    }

    @Test
    void severityStandsWithoutAReaction() {
        var chart = iam("IAM|1|DA^薬剤^HL70127|P2^架空抗生剤^99XYZ|SV^重度^HL70128||A^追加^HL70323|||CT^禁忌^HL70436");
        assertThat(line(chart.allergies().getFirst())).isEqualTo("DA | 架空抗生剤 | SV |  |  | PRESENT | UNSAID |  | 禁忌");
        assertThat(chart.fhir("AllergyIntolerance", "reaction.severity")).isEqualTo("severe");
    }

    @Test
    void noneIsNoAllergy() {
        var chart = iam("IAM|1|DA^薬剤^HL70127|^該当なし||||||||||");
        assertThat(line(chart.allergies().getFirst())).startsWith("DA | 該当なし |  |  |  | DENIED");
        assertThat(chart.titles()).containsExactly("アレルギー 申告なし");
        assertThat(chart.fhir("AllergyIntolerance", "code.coding.code")).isEqualTo("409137002");
    }

    @Test
    void theAllergiesOfAPrescriptionAreSeenBesideThePatientsOwn() {
        for (var type : List.of("RDE^O11", "OMP^O09")) {
            var chart = ReadChart.of(
                    type,
                    "AL1|1|EA^環境^HL70127|S2^スギ^99XYZ|SV|鼻炎|20100301",
                    "AL1|2|FA^食物^HL70127|S1^ソバ^99XYZ",
                    "ORC|NW|20260401001||1|||||20260401",
                    type.startsWith("RDE")
                            ? "RXE||620007329^架空錠^HOT9|1||TAB^錠^MR9P"
                            : "RXO|620007329^架空錠^HOT9|1||TAB^錠^MR9P");
            assertThat(chart.allergies())
                    .extracting(SentAllergiesTest::line)
                    .containsExactly(
                            "EA | スギ | SV | 鼻炎 | 2010-03-01 | PRESENT | UNSAID |  | ",
                            "FA | ソバ |  |  |  | PRESENT | UNSAID |  | ");
            assertThat(chart.file().sheets())
                    .extracting(sheet -> sheet.source())
                    .containsExactly("ORDERED/20260401001", "ALLERGY/AL1/ORDER");
            assertThat(chart.fhir("AllergyIntolerance", "code.text")).isEqualTo("スギ|ソバ");
        }
    }

    @Test
    void aListWhoseAllergiesAreAllWithdrawnIsTakenAway() {
        var chart = iam("IAM|1|DA^薬剤^HL70127|P2^架空薬^99XYZ|||D^削除^HL70323");
        assertThat(chart.file().sheets().getFirst().deletes()).isTrue();
        assertThat(iam("IAM|1|DA^薬剤^HL70127|P2^架空薬^99XYZ|||A^追加^HL70323|||AL||||||||S")
                        .allergies()
                        .getFirst()
                        .status()
                        .name())
                .isEqualTo("UNCONFIRMED");
    }
}
