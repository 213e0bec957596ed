package hmnet.formats.hl7v2.segment;

import static hmnet.formats.hl7v2.ReadChart.parsed;
import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.hl7v2.ReadChart;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.code.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What single segments say, field by field (セグメントの読み).
class SegmentWordsTest {
    private static List<String> problem(boolean doubted, String... fields) {
        return ProblemWords.of(parsed(segment("PRB", fields)), doubted);
    }

    @Test
    void aDiagnosisSaysAllThatStandsBesideIt() {
        String[] fields = {
            "3=20061808^高血圧症^MDCDX2",
            "6=2",
            "8=20260501",
            "11=管理中^経過観察^99XYZ",
            "12=良^良好^99XYZ",
            "13=K^疑い^99XYZ",
            "15=20260601",
            "17=春先から",
            "18=2^副病名^99XYZ",
            "19=H^高い^99XYZ",
            "20=0.8",
            "22=G^良^99XYZ",
            "24=Y^説明済^99XYZ"
        };
        assertThat(problem(false, fields))
                .containsExactly(
                        "優先順位 2",
                        "治癒見込み 2026/5/1",
                        "管理 経過観察",
                        "経過 良好",
                        "診断の確かさ 疑い",
                        "転帰日 2026/6/1",
                        "発症 春先から",
                        "順位 副病名",
                        "確実性 高い",
                        "確率 0.8",
                        "予後 良",
                        "家族への説明 説明済");
        assertThat(problem(true, fields)).doesNotContain("診断の確かさ 疑い").hasSize(11);
        assertThat(problem(true, "3=1^病^99", "9=20260601", "15=20260601", "17=病", "18=1^主^99"))
                .isEmpty();
    }

    @Test
    void anOutcomeIsSaidInTheSendersWordsElseInThoseOfHl7() {
        assertThat(ProblemWords.outcome(parsed(segment("PRB", "14=W")))).isEqualTo("悪化");
        assertThat(ProblemWords.outcome(parsed(segment("PRB", "14=W^^HL70241"))))
                .isEqualTo("悪化");
        assertThat(ProblemWords.outcome(parsed(segment("PRB", "14=W^^99XYZ")))).isEqualTo("W");
        assertThat(ProblemWords.outcome(parsed(segment("PRB", "14=W^転医^99XYZ"))))
                .isEqualTo("転医");
    }

    @Test
    void diagnosesWithoutNumbersOfTheirOwnAreToldApart() {
        var chart = ReadChart.of(
                "PPR^ZD1",
                "PRB|AD|20260401|I10^高血圧症^I10",
                "PRB|AD|20260401|I10^本態性高血圧症^I10",
                "PRB|AD|20260401|E11^糖尿病^I10");
        assertThat(chart.titles()).containsExactlyInAnyOrder("高血圧症", "本態性高血圧症", "糖尿病");
    }

    @Test
    void aCodedThingHasItsOwnCodeAndAnAlternateOne() {
        var both = parsed(segment("OBX", "3=1^その一^JC10^2^その二^99LAB"));
        assertThat(Names.codes(both, 3, 1))
                .containsExactly(
                        new Code("urn:oid:1.2.392.200119.4.504", "1", "その一"),
                        new Code("urn:hmnet:coding:99LAB", "2", "その二"));
        assertThat(Names.codes(parsed(segment("OBX", "3=^名のみ")), 3, 1)).isEmpty();
        assertThat(Names.of(parsed(segment("OBX", "3=^^^2^その二^99LAB")), 3)).isEqualTo("その二");
        assertThat(Names.of(parsed(segment("OBX", "3=7")), 3)).isEqualTo("7");
        assertThat(Names.person(parsed(segment("ORC", "12=D1^架空^一郎")), 12)).isEqualTo("架空 一郎");
        assertThat(Names.person(parsed(segment("ORC", "12=D1^^一郎")), 12)).isEqualTo("一郎");
        assertThat(Names.person(parsed(segment("ORC", "12=D1^架空 一郎")), 12)).isEqualTo("架空 一郎");
    }

    @Test
    void aNameInLatinLettersAloneIsAName() {
        var latin = patient(new ArrayList<>(), "5=SMITH^JOHN^^^^^L^A~スミス^ジョン^^^^^L^P");
        assertThat(latin.familyName() + " " + latin.givenName() + " " + latin.familyKana())
                .isEqualTo("SMITH JOHN スミス");
        var both = patient(new ArrayList<>(), "5=LI^XIAOMING^^^^^L^A~李^暁明^^^^^L^I");
        assertThat(both.familyName()).isEqualTo("李");
    }

    @Test
    void aRangeIsTwoBoundsOrOneOrWords() {
        assertThat(LabRange.of("13-30")).isEqualTo(new LabRange("13", "30"));
        assertThat(LabRange.of(" 3.5 ～ 5.0 ")).isEqualTo(new LabRange("3.5", "5.0"));
        assertThat(LabRange.of("<=5")).isEqualTo(new LabRange("", "5"));
        assertThat(LabRange.of("0.3以下")).isEqualTo(new LabRange("", "0.3"));
        assertThat(LabRange.of("≧40")).isEqualTo(new LabRange("40", ""));
        assertThat(LabRange.of("60以上")).isEqualTo(new LabRange("60", ""));
        assertThat(LabRange.of("陰性")).isEqualTo(LabRange.NONE);
        assertThat(LabRange.of("")).isEqualTo(LabRange.NONE);
        assertThat(LabRange.of("1-2" + " ".repeat(57))).isEqualTo(new LabRange("1", "2"));
        assertThat(LabRange.of("1-2" + " ".repeat(58))).isEqualTo(LabRange.NONE);
    }

    private static Demographics patient(List<Repair> repairs, String... fields) {
        return PatientSegment.read(parsed(segment("PID", fields)), repairs);
    }

    @Test
    void aPatientIsReadWhereverNameAddressAndTelephoneStand() {
        var repairs = new ArrayList<Repair>();
        var read = patient(
                repairs,
                "5=カクウ^ハナコ^^^^^L^P~架空^花子^^^^^L^I",
                "7=19500228",
                "8=F",
                "11=勤め先^^^^730-0001^^B~架空町1-2^^架空市^架空県^730-0099^^H",
                "13=^PRN^PH^^^082^5550199");
        assertThat(read)
                .isEqualTo(new Demographics(
                        "架空",
                        "花子",
                        "カクウ",
                        "ハナコ",
                        LocalDate.of(1950, 2, 28),
                        "female",
                        "730-0099",
                        "架空県架空市架空町1-2",
                        "082-5550199",
                        null));
        assertThat(repairs).isEmpty();
    }

    @Test
    void aBirthDateInTheFieldOfTheSexIsPutRightAndNamed() {
        var repairs = new ArrayList<Repair>();
        var read = patient(repairs, "5=架空^太郎~カクウ^タロウ", "7=M", "8=19310401");
        assertThat(read.birthDate()).isEqualTo(LocalDate.of(1931, 4, 1));
        assertThat(read.sex()).isEqualTo("male");
        assertThat(read.familyKana()).isEqualTo("カクウ");
        assertThat(repairs).extracting(Repair::code).containsExactly("pid7-pid8-swapped");
        repairs.clear();
        assertThat(patient(repairs, "5=架空^太郎", "7=X", "8=19310401").birthDate()).isNull();
        assertThat(repairs).extracting(Repair::code).containsExactly("birth-date-missing");
    }

    @Test
    void aTimeIsAsPreciseAsItWasSent() {
        assertThat(DisplayTime.shown("20260401")).isEqualTo("2026/4/1");
        assertThat(DisplayTime.shown("2026040108")).isEqualTo("2026/4/1 08時");
        assertThat(DisplayTime.shown("202604010830")).isEqualTo("2026/4/1 08:30");
        assertThat(DisplayTime.shown("春ごろ")).isEqualTo("春ごろ");
    }

    @Test
    void anAllergySaysWhoReportedItAndWhatIsToBeHeeded() {
        var item = AllergyLines.item(parsed(segment(
                "IAM",
                "2=DA",
                "3=1^架空ペニシリン^99XYZ",
                "4=SV",
                "5=発疹",
                "8=入院時に聴取",
                "9=CT",
                "10=抗菌薬",
                "11=20200401",
                "12=幼少時",
                "14=架空^花子",
                "15=^母",
                "16=^処方時に確認",
                "17=C",
                "20=202604010900")));
        assertThat(item.notes())
                .containsExactly(
                        "禁忌", "入院時に聴取", "感作物質の群 抗菌薬", "報告者 架空 花子 母", "注意喚起 処方時に確認", "発症 幼少時", "状態の記録 2026/4/1 09:00");
    }
}
