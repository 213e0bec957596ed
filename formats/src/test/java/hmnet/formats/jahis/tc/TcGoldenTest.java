package hmnet.formats.jahis.tc;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.pharmacy.PharmacySlip;
import org.junit.jupiter.api.Test;

/// What a doctor must see of a handbook, written by hand from JAHIS 電子版お薬手帳 Ver.2.6.
class TcGoldenTest {
    private static final String HEAD = """
            JAHISTC08,1
            1,見本 花子,2,19550101
            5,20260410,1
            11,見本薬局,34,4,9999998,,,,1
            51,見本医院,34,1,9999999,1
            55,見本 医師,内科,1
            """;

    private static TcFile read(String text) throws Unreadable {
        return TcFile.read(TcFileTest.windows(text));
    }

    @Test
    void everyOtherDayAndWeekdaysInWordsAreNotDaily() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本プレドニン錠,3,錠,4,2456001F1310,1
                301,1,１日１回朝食後,14,日分,1,1,,1
                311,1,隔日投与,1
                201,2,見本ＭＴＸ錠,2,錠,1,,1
                301,2,１日１回朝食後,4,日分,1,1,,1
                311,2,月曜日,1
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本プレドニン錠 | 1日 3錠 | １日１回朝食後 | 14日分 | 計 42錠 | 隔日（1日おき） | 実施者 見本薬局",
                        "2 | 見本ＭＴＸ錠 | 1日 2錠 | １日１回朝食後 | 4日分 | 計 8錠 | 毎週 月曜日 | 実施者 見本薬局");
    }

    @Test
    void aDrugTakenWhenNeededAndAnOintmentCountOtherThings() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本頓服錠,1,錠,1,,1
                301,1,疼痛時,10,回分,3,1,,1
                311,1,１日２回まで,1
                201,2,見本軟膏,5,g,2,662640418,1
                301,2,１日２回塗布,2,調剤,5,1,,1
                311,2,部位 左手,1
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 計 10錠 | 頓用 | 10回分 | １日２回まで | 実施者 見本薬局",
                        "2 | 見本軟膏 | １日２回塗布 | 計 10g | 部位 左手 | 剤形 外用 | 実施者 見本薬局");
    }

    @Test
    void unevenDosesAndCautionsStandBesideTheDose() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本錠,3,錠,1,,1
                281,1,朝２錠、夕１錠,1
                281,1,粉砕,1
                291,1,グレープフルーツジュースを避ける,1
                301,1,１日２回朝夕食後,7,日分,1,1,,1
                311,1,一包化,1
                391,1,眠気に注意,1
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1日 3錠 | １日２回朝夕食後 | 7日分 | 計 21錠 | 眠気に注意 | 一包化 | 粉砕 | 実施者 見本薬局"
                        + " | ※朝２錠、夕１錠 | ※グレープフルーツジュースを避ける");
    }

    @Test
    void whatPharmacyAndPatientTellIsSeen() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本錠,1,錠,1,,1
                301,1,就寝前,7,日分,1,1,,1
                401,車の運転を避ける,1
                411,粉砕して交付,31,1
                411,発疹,30,1
                421,残薬５錠,1
                501,次回は２週間後,1
                601,めまいがした,20260412
                """);
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.notes())
                .containsExactly(
                        "調剤 見本薬局",
                        "服用注意 車の運転を避ける",
                        "提供情報（退院後の服薬） 粉砕して交付",
                        "提供情報（入院中の副作用） 発疹",
                        "残薬確認 残薬５錠",
                        "備考 次回は２週間後",
                        "患者等記入（2026-04-12） めまいがした");
        assertThat(medicines.from().facility().code(PharmacySlip.INSTITUTION)).isEqualTo("3419999999");
        assertThat(medicines.drugs().getFirst().by().code(PharmacySlip.INSTITUTION))
                .isEqualTo("3449999998");
        assertThat(medicines.doctor()).isEqualTo("見本 医師");
    }

    @Test
    void aBoughtDrugWithItsLastDayIsEnded() throws Unreadable {
        var file = read("""
                JAHISTC08,1
                1,見本 花子,2,19550101,,,,082-000-0000,Ａ＋,48.5
                3,見本感冒薬,20260301,20260303,2,1,
                3,見本胃腸薬,20260401,,2,2,
                """);
        assertThat(MedicineLines.of(file)).containsExactly("1 | 終了 | 見本感冒薬 | 期間 2026/03/01～2026/03/03", "1 | 見本胃腸薬");
        assertThat(file.sheets().getFirst().entries())
                .filteredOn(Paper.class::isInstance)
                .flatExtracting(entry -> ((Paper) entry).sections())
                .extracting(section -> section.title() + " " + section.text())
                .containsExactly("血液型 Ａ＋", "体重 48.5kg");
        assertThat(file.notes()).extracting(Note::text).contains("緊急連絡先");
    }

    @Test
    void ofAFormNobodyKnowsNothingIsReckoned() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本錠,3,錠,1,,1
                301,1,１日３回,7,日分,8,1,,1
                201,2,見本煎じ薬,7.5,g,1,,1
                301,2,１日３回食前,7,日分,6,1,,1
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠 | １日３回 | 用量 3錠 調剤数量 7日分 | 実施者 見本薬局",
                        "2 | 見本煎じ薬 | 1日 7.5g | １日３回食前 | 7日分 | 計 52.5g | 剤形 浸煎 | 実施者 見本薬局");
        assertThat(file.notes()).extracting(Note::code).contains("dosing-not-understood");
    }
}
