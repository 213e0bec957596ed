package hmnet.formats.jahis.rx;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.PharmacySlip;
import org.junit.jupiter.api.Test;

/// What a doctor must see of a prescription, written by hand from JAHIS 院外処方箋2次元シンボル Ver.1.10.
class RxGoldenTest {
    private static final String HEAD = """
            JAHIS10
            1,1,9999999,34,見本医院
            4,2,01,内科
            5,D7,ﾐﾎﾝ ｲｼ,見本 医師
            11,T-1,見本 花子,ﾐﾎﾝ ﾊﾅｺ
            12,2
            13,19550101
            51,20260401
            """;

    private static RxFile read(String groups) throws Unreadable {
        return RxFileTest.read(HEAD + groups);
    }

    @Test
    void aWeeklyDrugIsWeeklyWithEachTimeOfItsDay() throws Unreadable {
        var file = read("""
                101,1,1,,4
                111,1,2,1012040400000000,１日２回朝夕食後服用,2
                181,1,1,8,月曜日,W0100000,
                201,1,1,1,2,620000001,見本ＭＴＸカプセル２ｍｇ,3,1,カプセル
                221,1,1,2,1,,,,V12NNNNN,V21NNNNN,,,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本ＭＴＸカプセル２ｍｇ | 1回 2-1カプセル | 1日 3カプセル | １日２回朝夕食後服用 | 4日分 | 計 12カプセル"
                        + " | 不均等 1回目 2カプセル・2回目 1カプセル | 毎週 月曜日 | 月曜日");
    }

    @Test
    void everyOtherDayIsSaidByCodeOrByKind() throws Unreadable {
        var file = read("""
                101,1,1,,14
                111,1,2,1011000400000000,１日１回朝食後服用,
                181,1,1,8,１日おき,I1100000,
                201,1,1,1,6,105271807,見本プレドニン錠５ｍｇ,3,1,錠
                101,2,1,,14
                111,2,1,,１日１回朝食後服用,
                181,2,1,3,奇数日,,
                201,2,1,1,1,,見本錠,1,1,錠
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本プレドニン錠５ｍｇ | 1日 3錠 | １日１回朝食後服用 | 14日分 | 計 42錠 | 隔日（1日おき） | １日おき",
                        "2 | 見本錠 | 1日 1錠 | １日１回朝食後服用 | 14日分 | 計 14錠 | 隔日（1日おき） | 奇数日");
    }

    @Test
    void aDrugTakenWhenNeededKeepsItsTimesAndItsLimit() throws Unreadable {
        var file = read("""
                101,1,2,,10
                111,1,1,,疼痛時,
                181,1,1,,１日２回まで,,
                201,1,1,1,4,1149001X9999,見本頓服錠,1,1,錠
                """);
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本頓服錠 | 1回 1錠 | 疼痛時 | 計 10錠 | 頓用 | 10回分 | １日２回まで");
    }

    @Test
    void anExternalDrugKeepsItsFormSiteAndAmountOfATime() throws Unreadable {
        var file = read("""
                101,1,3,,1
                111,1,1,,１日３回点耳,3
                181,1,1,7,３滴,,
                181,1,2,9,左耳,,42L
                201,1,1,1,4,1329706Q1012,見本点耳液,5,1,ｍＬ
                """);
        assertThat(MedicineLines.of(file)).containsExactly("1 | 見本点耳液 | 1回 3滴 | １日３回点耳 | 計 5ｍＬ | 部位 左耳 | 剤形 外用");
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.drugs().getFirst().dosage().way().site().code(RxUsage.SITE))
                .isEqualTo("42L");
        assertThat(medicines.drugs().getFirst().dosage().rhythm().timesADay()).isEqualTo(3);
    }

    @Test
    void instructionsToThePharmacyAndUnknownKindsAreSeen() throws Unreadable {
        var file = read("""
                101,1,1,,7
                111,1,1,,１日１回朝食後服用,
                181,1,1,2,一包化,,
                181,1,2,1,３日目より半量,,
                201,1,1,1,1,,見本末,10,2,ｍｇ
                281,1,1,1,3,後発品変更不可,
                281,1,1,2,2,粉砕,
                281,1,1,3,,残薬３日分あり,
                281,1,1,4,12,見知らぬ指示,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本末 | 1日 10ｍｇ | １日１回朝食後服用 | 7日分 | 計 70ｍｇ | 漸減 ３日目より半量 | 量は原薬量（力価）"
                        + " | 一包化 | 後発品変更不可 | 粉砕 | ※残薬３日分あり | ※見知らぬ指示");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::field)
                .containsExactly("281[4]");
    }

    @Test
    void aPartOfASplitPrescriptionCountsItsOwnDays() throws Unreadable {
        var file = read("""
                63,3,1
                101,1,1,,42
                102,1,14,42
                111,1,2,1013044400000000,１日３回毎食後服用,3
                201,1,1,1,2,620000001,見本錠,3,1,錠
                241,1,1,1,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1回 1錠 | 1日 3錠 | １日３回毎食後服用 | 14日分 | 計 42錠 | 分割 今回14 総42");
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.notes()).containsExactly("分割指示 3回のうち1回目");
    }

    @Test
    void whoPrescribedStandsWithCodesAndInsuranceIsNamed() throws Unreadable {
        var file = read("""
                14,3
                22,06999999
                23,試,1,2,01
                27,51349999,1234567
                61,M-9,見本市見本町1,082-000-0000
                101,1,1,,3
                111,1,1,,就寝前,
                201,1,1,1,1,,見本錠,1,1,錠
                231,1,1,1,,,
                """);
        var sheet = file.sheets().getFirst();
        var medicines = (Medicines) sheet.entries().getFirst();
        assertThat(medicines.from().facility().code(PharmacySlip.INSTITUTION)).isEqualTo("3419999999");
        assertThat(medicines.from().facility().text()).isEqualTo("見本医院");
        assertThat(medicines.from().department().code(PharmacySlip.DEPARTMENT)).isEqualTo("01");
        assertThat(medicines.from().doctor().code(PharmacySlip.DOCTOR)).isEqualTo("D7");
        assertThat(medicines.doctor()).isEqualTo("見本 医師");
        assertThat(medicines.notes()).containsExactly("麻薬施用者免許 M-9");
        assertThat(sheet.person().address()).isEqualTo("見本市見本町1");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("not-carried"))
                .extracting(Note::text)
                .containsExactly("一部負担金区分", "第一公費", "被保険者/被扶養者", "医師カナ氏名", "公費負担区分");
        assertThat(medicines.drugs().getFirst().drug().code(CodingSystems.YJ)).isEmpty();
    }

    @Test
    void wordsOfASupplementNeverHideItsKind() throws Unreadable {
        var file = read("""
                62,3
                81,1,2,
                101,1,1,散,15
                111,1,1,,１日１回朝食後服用,
                181,1,1,1,４日おき,,
                181,1,2,2,朝の分のみ,,
                201,1,1,1,1,,見本錠,4,1,錠
                281,1,1,1,3,患者の強い希望,
                281,1,1,2,2,,
                281,1,1,3,5,剤形は変えてよい,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1日 4錠 | １日１回朝食後服用 | 15日分 | 計 60錠 | 漸減 ４日おき | 剤形名称 散"
                        + " | 一包化（朝の分のみ） | 後発品変更不可（患者の強い希望） | 粉砕 | 含量規格変更不可（剤形は変えてよい）");
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.drugs().getFirst().dosage().rhythm().skipsDays()).isFalse();
        assertThat(medicines.notes()).containsExactly("粉砕", "残薬確認 3");
    }

    @Test
    void aCodeCountsWhateverItsKindIs() throws Unreadable {
        var file = read("""
                101,1,1,,4
                111,1,1,,１日１回朝食後服用,
                181,1,1,,,W0100000,
                181,1,2,6,左膝,,12L
                201,1,1,1,1,,見本錠,2,1,錠
                101,2,1,,14
                111,2,1,,１日１回朝食後服用,
                181,2,1,5,下記の日に,CW200000,
                201,2,1,1,1,,見本錠Ｂ,1,1,錠
                281,2,1,1,,透析の日,X9999999
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠 | 1日 2錠 | １日１回朝食後服用 | 4日分 | 計 8錠 | 毎週 月曜日 | W0100000 | 部位 左膝",
                        "2 | 見本錠Ｂ | 1日 1錠 | １日１回朝食後服用 | 14日分 | 計 14錠 | 週2回 | 下記の日に | X9999999 | ※透析の日");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::text)
                .containsExactly("X9999999");
    }

    @Test
    void unevenCodesFillWhatIsMissingAndAreNamedWhereTheyContradict() throws Unreadable {
        var file = read("""
                101,1,1,,7
                111,1,2,1013044400000000,１日３回毎食後服用,3
                201,1,1,1,1,,見本錠,6,1,錠
                221,1,1,3,,1,,,V13NNNNN,V22NNNNN,V32NNNNN,,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1回 3-2-1錠 | 1日 6錠 | １日３回毎食後服用 | 7日分 | 計 42錠"
                        + " | 不均等 1回目 3錠・2回目 2錠・3回目 1錠 | ※不均等コード V32NNNNN");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::text)
                .containsExactly("V32NNNNN");
    }
}
