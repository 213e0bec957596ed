package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.StayExtract;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Each step of a stay of invented patients (来院・入退院の各事象, ADT): when it was, where, and what takes it back.
class SentStayStepsTest {
    private static final String EVN = segment("EVN", "2=202604020900", "3=202604200900", "6=202604011500");

    private static StayExtract step(String trigger, String... pv1) {
        var stay = ReadChart.of("ADT^" + trigger, EVN, segment("PV1", pv1)).stay();
        assertThat(stay.notes()).isEmpty();
        return stay;
    }

    @Test
    void aDischargeStandsAtItsOwnTime() {
        var stay = step("A03", "2=I", "3=５西^502^2", "19=V1", "44=20260325", "45=202604091000");
        assertThat(stay.title()).isEqualTo("退院");
        assertThat(stay.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604091000")));
        assertThat(stay.dischargedAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604091000")));
        assertThat(stay.admittedAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("20260325")));
        assertThat(step("A03", "2=I", "19=V1").at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604011500")));
        assertThat(step("A03", "2=I", "19=V1").admittedAt())
                .as("nobody said since when")
                .isNull();
    }

    @Test
    void onlyADischargeHasAnOutcome() {
        assertThat(step("A02", "2=I", "3=５西", "36=20", "19=V1").outcome()).isEmpty();
        assertThat(step("A02", "2=I", "3=５西", "19=V1").dischargedAt()).isNull();
        for (var dead : new String[] {"20", "40", "41", "42"}) {
            assertThat(step("A03", "2=I", "36=" + dead, "19=V1").title()).isEqualTo("退院（死亡）");
        }
        assertThat(step("A03", "2=I", "36=41^軽快^99XYZ", "19=V1").outcome())
                .as("the sender's own words count")
                .isEqualTo("軽快");
        assertThat(step("A03", "2=I", "36=01", "19=V1").title()).isEqualTo("退院");
    }

    @Test
    void anAdmissionWithoutItsOwnTimeBeganWithTheEvent() {
        var stay = step("A01", "2=I", "3=５西^502", "17=D3^当直^三郎", "19=V1");
        assertThat(stay.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604011500")));
        assertThat(stay.admittedAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604011500")));
        assertThat(stay.doctor()).as("the admitting one, where none attends").isEqualTo("当直 三郎");
        assertThat(stay.ward()).isEqualTo("５西-502");
    }

    @Test
    void aVisitHasADepartmentAndNoWard() {
        var stay = step("A04", "2=O", "3=内科外来^１診", "6=救急", "7=D1^架空^一郎", "44=202604011400");
        assertThat(stay.title()).isEqualTo("外来受付");
        assertThat(stay.department()).isEqualTo("内科外来");
        assertThat(stay.ward()).isEmpty();
        assertThat(stay.formerWard()).isEmpty();
        assertThat(stay.admittedAt()).isNull();
        assertThat(stay.at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604011400")));
        assertThat(step("A04", "2=O", "3=内科外来", "10=01").department()).isEqualTo("01");
        assertThat(step("A01", "2=I", "3=５西", "19=V1").department())
                .as("a ward is no department")
                .isEmpty();
    }

    @Test
    void aPlannedMoveSaysWhereTo() {
        var chart = ReadChart.of(
                "ADT^A15", EVN, segment("PV1", "2=I", "3=５西", "19=V1"), segment("PV2", "1=３東^305^1", "8=202604031000"));
        assertThat(chart.stay().title()).isEqualTo("転科・転棟予定");
        assertThat(chart.stay().ward()).isEqualTo("３東-305-1");
        assertThat(chart.stay().at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604031000")));
        assertThat(chart.sources()).containsExactly("+STAY/move-planned/V1/20260403");
        assertThat(ReadChart.of("ADT^A15", EVN, segment("PV1", "2=I", "3=５西", "19=V1"), segment("PV2", "8=20260403"))
                        .stay()
                        .ward())
                .isEqualTo("５西");
        assertThat(ReadChart.of("ADT^A02", EVN, segment("PV1", "2=I", "3=５西", "19=V1"), segment("PV2", "1=３東"))
                        .stay()
                        .ward())
                .as("the place before is none of the place now")
                .isEqualTo("５西");
        assertThat(step("A15", "2=I", "3=５西", "19=V1").at())
                .as("EVN-3, when it is planned for")
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("202604200900")));
    }

    @Test
    void aPlannedAdmissionIsNoneYet() {
        var chart = ReadChart.of(
                "ADT^A14", EVN, segment("PV1", "2=I", "3=５西", "44=20260420"), segment("PV2", "8=202604211000"));
        assertThat(chart.stay().title()).isEqualTo("入院予定");
        assertThat(chart.stay().admittedAt()).isNull();
        assertThat(chart.stay().at()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604211000")));
        assertThat(chart.sources()).containsExactly("+STAY/admission-planned/20260421/");
    }

    @Test
    void whatIsTakenBackLeaves() {
        assertThat(ReadChart.of("ADT^A11", EVN, segment("PV1", "2=I", "19=V1")).sources())
                .containsExactly("-STAY/admitted/V1");
        assertThat(ReadChart.of("ADT^A11", EVN, segment("PV1", "2=O", "3=内科", "19=V1"))
                        .sources())
                .as("a reception")
                .containsExactly("-STAY/visit/V1");
        assertThat(ReadChart.of("ADT^A13", EVN, segment("PV1", "2=O", "19=V1")).sources())
                .containsExactly("-STAY/discharged/V1");
        assertThat(ReadChart.of("ADT^A01", EVN, segment("PV1", "2=O", "19=V1")).sources())
                .containsExactly("+STAY/admitted/V1");
    }

    @Test
    void aStepWithoutAVisitNumberIsKnownByDayAndDepartment() {
        assertThat(ReadChart.of("ADT^A04", EVN, segment("PV1", "2=O", "3=内科", "44=202604011400"))
                        .sources())
                .containsExactly("+STAY/visit/20260401/内科");
    }

    @Test
    void everyRemarkOnAVisitIsTold() {
        var chart = ReadChart.of(
                "ADT^A04",
                EVN,
                segment(
                        "PV1",
                        "2=O",
                        "4=R",
                        "7=D1^架空^一郎",
                        "9=D4^相談^四郎",
                        "11=処置室",
                        "15=B6^妊娠^HL70009",
                        "17=D1^架空^一郎~D3^当直^三郎",
                        "18=P1^自費^99XYZ",
                        "38=F1^減塩食^99XYZ",
                        "42=３東^305",
                        "43=待合",
                        "44=20260401",
                        "52=N1^看護^花子"),
                segment(
                        "PV2",
                        "2=S1^個室^99XYZ",
                        "4=T1^病状悪化^99XYZ",
                        "12=胸痛",
                        "13=D8^紹介^八郎~D9^紹介^九郎",
                        "24=重症",
                        "25=1",
                        "40=3^全介助^99XYZ"),
                "DB1|1|2||Y",
                "DB1|2|3||N",
                "DB1|3|4||U");
        assertThat(chart.stay().notes())
                .containsExactly(
                        "転棟理由 病状悪化",
                        "来院の内容 胸痛",
                        "紹介元 紹介 八郎、紹介 九郎",
                        "患者の状態 重症",
                        "緊急度 1",
                        "ケアの度合い 全介助",
                        "部屋の種類 個室",
                        "来院の種別 通常",
                        "担当・相談医 相談 四郎",
                        "患者の状況 妊娠",
                        "入院時の医師 当直 三郎",
                        "患者の種別 自費",
                        "食事 減塩食",
                        "移動先（予定） ３東-305",
                        "一時的な場所 処置室",
                        "前の一時的な場所 待合",
                        "ほかの担当者 看護 花子",
                        "障害 あり 2",
                        "障害 なし 3",
                        "障害 U 4");
    }

    @Test
    void aPlaceIsCalledAsPeopleCallIt() {
        assertThat(step("A01", "2=I", "3=^^^^^^^^循環器病棟", "19=V1").ward()).isEqualTo("循環器病棟");
        assertThat(step("A01", "2=I", "3=５西^^^^^^^^５西", "19=V1").ward()).isEqualTo("５西");
        assertThat(step("A01", "2=I", "3=５西^^2^^^^^^循環器", "19=V1").ward()).isEqualTo("５西-2（循環器）");
    }

    @Test
    void aDiagnosisOfAStayKeepsItsWordsAndSecrecy() {
        var chart = ReadChart.of(
                "ADT^A08",
                segment("PV1", "2=I"),
                segment("DG1", "3=C34^肺癌^I10", "4=右肺癌の疑い", "6=W", "15=2", "17=C^分類Ｃ^99XYZ", "18=Y", "21=U"),
                segment("DG1", "3=^高血圧", "6=F"),
                segment("DG1", "1=3"));
        assertThat(chart.sources()).contains("+DG1/C34", "+DG1/高血圧").hasSize(2);
        var problem = chart.extracts(DiagnosisExtract.class);
        assertThat(problem.getFirst().suspected()).isTrue();
        assertThat(problem.getFirst().main()).isFalse();
        assertThat(problem.getFirst().notes()).containsExactly("暫定診断", "分類 分類Ｃ");
        assertThat(problem.getLast().notes()).containsExactly("確定診断");
        assertThat(problem.getLast().suspected()).isFalse();
        assertThat(chart.rows().getFirst().correction()).isTrue();
        assertThat(chart.rows().getLast().correction()).isFalse();
        assertThat(chart.rows().getFirst().labels()).contains(Label.RESTRICTED);
        assertThat(chart.rows().getLast().labels()).isEmpty();
    }
}
