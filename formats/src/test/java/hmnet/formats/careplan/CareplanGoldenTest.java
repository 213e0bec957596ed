package hmnet.formats.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Sheet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of care plans, written by hand from ケアプランデータ連携標準仕様 4.1版: columns from 0.
class CareplanGoldenTest {
    private static final String TO = "_3499999999_3499999998_20260401102233.CSV";

    private static List<Sheet> read(String name, String... lines) throws Unreadable {
        return CareplanFile.read(String.join("\r\n", lines).getBytes(RecordForm.WINDOWS), name + TO)
                .sheets();
    }

    private static String line(int width, String... values) {
        var columns = new String[width];
        Arrays.fill(columns, "");
        columns[0] = "202410";
        columns[1] = "999999";
        columns[2] = "0000000001";
        for (var value : values) {
            var pair = value.split("=", 2);
            columns[Integer.parseInt(pair[0])] = pair[1];
        }
        return String.join(",", columns);
    }

    private static PerformedActs only(Sheet sheet) {
        assertThat(sheet.patient()).isEqualTo("999999-0000000001");
        return (PerformedActs) sheet.entries().getFirst();
    }

    private static List<String> said(Sheet sheet) {
        return only(sheet).acts().stream()
                .map(act -> act.act().shown() + " " + act.said())
                .toList();
    }

    @Test
    void whoNeedsHowMuchCareIsSeenBesideThePerson() throws Unreadable {
        var sheet = read(
                        "UPHOSOKU",
                        line(
                                63,
                                "3=20260401",
                                "4=ミホン　ハナコ",
                                "5=見本　花子",
                                "6=2",
                                "7=19300101",
                                "9=見本市1",
                                "12=20260301",
                                "15=2",
                                "16=20260301",
                                "17=24",
                                "58=23"))
                .getFirst();
        assertThat(sheet.master()).isTrue();
        assertThat(sheet.person().familyName()).isEqualTo("見本");
        assertThat(only(sheet).ordered()).isFalse();
        assertThat(said(sheet))
                .containsExactly(
                        "居宅サービス計画作成(変更)日 20260401",
                        "認定日 20260301",
                        "認定状況区分 認定済（2）",
                        "要介護状態変更日 20260301",
                        "要介護状態区分 要介護４（24）",
                        "前回要介護状態区分 要介護３（23）");
    }

    @Test
    void theFirstTableIsAPlanWithItsAuthorAndAim() throws Unreadable {
        var sheet = read(
                        "UP1KYO",
                        line(
                                28,
                                "3=20260401",
                                "7=見本 専門員",
                                "13=20260401",
                                "15=11",
                                "20=06",
                                "23=転倒しない",
                                "24=3",
                                "25=遠方の家族"))
                .getFirst();
        assertThat(only(sheet).ordered()).isTrue();
        assertThat(only(sheet).from().doctor().shown()).isEqualTo("見本 専門員");
        assertThat(said(sheet))
                .contains("計画書区分 初回（11）", "要介護状態区分 事業対象者（06）", "総合的な援助の方針 転倒しない", "生活援助中心型の算定理由 その他（3）", "その他理由 遠方の家族");
    }

    @Test
    void theThirdTableSaysDaysAndTimes() throws Unreadable {
        var sheets = read(
                "UP3KYO",
                line(13, "3=20260401", "4=20260401", "5=訪問介護", "6=1", "7=0900", "8=1000"),
                line(13, "3=20260401", "4=20260401", "5=通所リハ", "6=5", "7=0930", "8=1530", "12=月1回受診"));
        assertThat(sheets).hasSize(1);
        assertThat(said(sheets.getFirst())).contains("曜日 月曜日（1）", "開始時間 0900", "曜日 金曜日（5）", "週単位以外のサービス 月1回受診");
    }

    @Test
    void whatIsPlannedAndWhatWasDoneNeverLookAlikeAndMonthsStandApart() throws Unreadable {
        var row = line(25, "3=20260401", "4=202604", "6=見本 専門員", "9=05", "13=1", "14=111111", "19=3499999998");
        var planned = read("UPPLAN_202604", row, row.replace(",202604,", ",202605,"));
        assertThat(planned)
                .extracting(sheet -> sheet.at().toLocalDate().toString())
                .containsExactly("2026-04-01", "2026-05-01");
        assertThat(planned)
                .allSatisfy(sheet -> assertThat(only(sheet).ordered()).isTrue());
        var done = read("UPJSK_202604", row.replace("9=05", "")).getFirst();
        assertThat(only(done).ordered()).isFalse();
        assertThat(said(done)).contains("サービス利用日 05", "サービス回数 1", "サービスコード 111111");
    }

    @Test
    void illnessesOfThePersonAreToldAndNotPlanned() throws Unreadable {
        var sheet = read(
                        "UPKIHON_SUB2",
                        line(11, "3=20260401", "4=2015年", "5=脳梗塞", "6=見本病院 見本医師", "7=1", "9=02", "10=抗血小板薬"))
                .getFirst();
        assertThat(only(sheet).ordered()).isFalse();
        assertThat(said(sheet)).contains("病名 脳梗塞", "主治医・意見作成者フラグ 主治医（1）", "経過 経過観察中（02）", "治療中の内容 抗血小板薬");
    }

    @Test
    void aDeletionTakesAwayWhatItNamesAndNothingElse() throws Unreadable {
        var done = read("UPJSK_202604", line(25, "3=20260501", "4=202604", "9=05", "14=151111", "19=3499999998"))
                .getFirst();
        var deletes = read("DLTJSK_202604", line(6, "3=202604", "4=3499999998", "5=15"));
        assertThat(deletes).extracting(Sheet::deletes).containsExactly(true);
        assertThat(deletes).extracting(Sheet::source).containsExactly(done.source());
    }
}
