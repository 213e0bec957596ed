package hmnet.formats.jahis.tc;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    @Test
    void aUnitThatContradictsTheFormIsNotReckonedWith() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本錠,1,錠,1,,1
                301,1,疼痛時,10,回分,1,1,,1
                201,2,見本頓服錠,2,錠,1,,1
                301,2,発熱時,5,日分,3,1,,1
                201,3,見本週一錠,1,錠,1,,1
                301,3,起床時,4,週分,1,1,,1
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 見本錠 | 疼痛時 | 用量 1錠 調剤数量 10回分 | 実施者 見本薬局",
                        "2 | 見本頓服錠 | 発熱時 | 用量 2錠 調剤数量 5日分 | 実施者 見本薬局",
                        "3 | 見本週一錠 | 起床時 | 用量 1錠 調剤数量 4週分 | 実施者 見本薬局");
        assertThat(file.notes())
                .filteredOn(note -> note.code().equals("dosing-not-understood"))
                .extracting(Note::field)
                .containsExactly("301[4]", "301[4]", "301[4]");
    }

    @Test
    void whatThePatientEnteredInADispensingIsSaidSo() throws Unreadable {
        var file = read(HEAD + """
                201,1,見本錠,1,錠,1,,2
                281,1,半分に割って飲んでいる,2
                301,1,就寝前,7,日分,1,1,,1
                391,1,眠気に注意,1
                421,残薬５錠,2
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 見本錠 | 1日 1錠 | 就寝前 | 7日分 | 計 7錠 | 眠気に注意 | 実施者 見本薬局"
                        + " | ※薬品（患者等記入） | ※半分に割って飲んでいる（患者等記入）");
        var medicines = (Medicines) file.sheets().getFirst().entries().getFirst();
        assertThat(medicines.notes()).contains("残薬確認 残薬５錠（患者等記入）");
    }

    @Test
    void allergiesAdverseReactionsDenialsAndHistoryStandApart() throws Unreadable {
        var file = read("""
                JAHISTC08,1
                1,見本 花子,2,19550101
                2,1,卵,2
                2,1,スギ花粉 なし,1
                2,2,見本錠で発疹,1
                2,2,ペニシリン以外なし,1
                2,3,既往なし,1
                2,3,緑内障の疑い,1
                2,9,嚥下困難,2
                3,見本感冒薬,20260301,,2,1,
                31,1,見本成分,2,123456,2
                701,見本 太郎,見本薬局,,20260310,20270310,1
                """);
        var entries = file.sheets().getFirst().entries();
        assertThat(entries)
                .filteredOn(Allergies.class::isInstance)
                .flatExtracting(entry -> ((Allergies) entry).items())
                .extracting(item -> item.type() + " " + item.status() + " " + item.name() + item.notes())
                .containsExactly(
                        "ALLERGY PRESENT 卵[（患者等記入）]",
                        "ALLERGY DENIED スギ花粉 なし[]",
                        "ADVERSE_REACTION PRESENT 見本錠で発疹[]",
                        "ADVERSE_REACTION PRESENT ペニシリン以外なし[]");
        assertThat(entries)
                .filteredOn(Problem.class::isInstance)
                .extracting(entry -> ((Problem) entry).disease().shown() + " " + ((Problem) entry).suspected())
                .containsExactly("緑内障の疑い true");
        assertThat(entries)
                .filteredOn(Paper.class::isInstance)
                .flatExtracting(entry -> ((Paper) entry).sections())
                .extracting(section -> section.title() + " " + section.text())
                .containsExactly("既往歴 既往なし", "患者特記 嚥下困難（患者等記入）", "かかりつけ薬剤師 見本 太郎 見本薬局 担当 2026-03-10～2027-03-10");
        assertThat(entries)
                .filteredOn(Medicines.class::isInstance)
                .flatExtracting(entry -> ((Medicines) entry).notes())
                .containsExactly("服用 2026-03-01～", "成分 見本成分（コード種別 2 123456）");
    }

    @Test
    void aWrittenHandbookTellsRefutedSuspectedAndEndedThingsSo() throws Unreadable {
        var at = JapaneseDate.at(LocalDate.of(2026, 4, 1));
        var items = List.of(
                item("卵", AllergyExtract.AllergyStatus.REFUTED),
                item("そば", AllergyExtract.AllergyStatus.DENIED),
                item("牛乳", AllergyExtract.AllergyStatus.RESOLVED));
        var problem = Problem.of("p", at, Concept.of("緑内障"), "", "", "", true, false, "", Set.of());
        var sheet = new Sheet(
                "",
                new Demographics("見本", "花子", "", "", LocalDate.of(1955, 1, 1), "female", "", "", "", null),
                null,
                "x",
                "20260401000000",
                at,
                false,
                false,
                List.of(new Allergies("a", at, items), problem));
        var written = TcFile.write(List.of(sheet), new PharmacySlip.Facility("見本薬局", "34", "4", "9999998"));
        assertThat(new String(written.bytes(), RecordForm.WINDOWS))
                .contains("2,1,卵（否定）,1", "2,1,そば なし,1", "2,1,牛乳（解消）,1", "2,9,病名 緑内障（疑い）,1");
    }

    private static AllergyExtract.AllergyItem item(String name, AllergyExtract.AllergyStatus status) {
        return AllergyExtract.AllergyItem.of("", name, status);
    }
}
