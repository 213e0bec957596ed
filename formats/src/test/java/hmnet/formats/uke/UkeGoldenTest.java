package hmnet.formats.uke;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.file.MedicineLines;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a doctor must see of receipts, written by hand from the record layouts of 医科 and 調剤.
class UkeGoldenTest {
    private static UkeFile clinic(String kind, String rows) throws Unreadable {
        return read("""
                IR,2,34,1,9999999,,見本クリニック,202605,00,
                RE,1,%s,202604,見本　花子,2,19550101,70,%s,,,,,0000123
                HO,  999999,見本,１,1,1000,,,,,,,,,
                %sGO,1,1000,99
                """.formatted(kind, kind.equals("1111") ? "20260405" : "", rows));
    }

    private static UkeFile pharmacy(String rows) throws Unreadable {
        return read("""
                YK,1,34,4,9999998,見本薬局,202605,00,
                RE,1,4112,202604,見本　花子,2,19550101,70,,34,1,9999999,見本クリニック,,見本医師
                HO,  999999,見本,１,1,500,,,,,
                %sGO,1,500,99
                """.formatted(rows));
    }

    private static UkeFile read(String text) throws Unreadable {
        return UkeFile.read(text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS));
    }

    /// On the tenth of the month, so many times.
    private static String on10th(int times) {
        return ",,,,,," + ",".repeat(10) + times + ",".repeat(21) + "\n";
    }

    private static <T extends Entry> List<T> entries(UkeFile file, Class<T> type) {
        return file.sheets().getFirst().entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void aDaysAmountHasNoUnitAndSaysSo() throws Unreadable {
        var file = clinic(
                "1112",
                "CO,21,1,810000001,毎食後\nIY,,1,620000001,3,8,14" + on10th(14)
                        + "CO,22,1,810000001,疼痛時\nIY,,1,620000002,1,8,5" + on10th(5));
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "1 | 620000001 | 1日 3 | 毎食後 | 14日分 | ※単位の記載なし",
                        "2 | 620000002 | 1回 1 | 疼痛時 | 頓用 | 5回分 | ※単位の記載なし");
        assertThat(entries(file, Medicines.class).getFirst().from().setting()).isEqualTo(CareSetting.OUTPATIENT);
        assertThat(entries(file, Medicines.class).getFirst().orderClass()).isEmpty();
    }

    @Test
    void everyOtherDayInACommentIsNotDaily() throws Unreadable {
        var file = clinic("1112", "CO,21,1,810000001,朝食後\nCO,,1,810000001,隔日\nIY,,1,620000001,3,8,14" + on10th(14));
        assertThat(MedicineLines.of(file))
                .containsExactly("1 | 620000001 | 1日 3 | 朝食後 隔日 | 14日分 | 隔日（1日おき） | ※単位の記載なし");
    }

    @Test
    void suspectedStaysSuspectedWithOrWithoutCodes() throws Unreadable {
        var file = clinic("1112", """
                SY,0000999,20260410,1,,見本の病気の疑い,01,
                SY,2500013,20260410,1,8002,,,
                SY,2500013,20240401,1,,,,
                """);
        assertThat(entries(file, Problem.class)).extracting(Problem::suspected).containsExactly(true, true, false);
    }

    @Test
    void deathAndTheEndOfADiagnosisAreSeen() throws Unreadable {
        var file = clinic("1111", """
                SY,2500013,20260401,3,,,01,
                SY,2959010,20260401,2,,,,
                SY,4019014,20260401,4,,,,
                """);
        assertThat(entries(file, Problem.class)).extracting(Problem::outcome).containsExactly("死亡", "治ゆ", "中止");
    }

    @Test
    void aHospitalsInjectionIsGivenInABedAndPublicExpenseIsNamed() throws Unreadable {
        var file = clinic(
                "1111",
                "KO,51349999,1234567,,1,100\nSI,31,1,130000510,,25,1" + on10th(1) + "IY,,1,640000001,2,30,1"
                        + on10th(1));
        var given = entries(file, Medicines.class).getFirst();
        assertThat(given.act()).isEqualTo(Medicines.MedicineAct.ADMINISTERED);
        assertThat(given.from().setting()).isEqualTo(CareSetting.INPATIENT);
        assertThat(MedicineLines.of(file)).containsExactly("2 | 640000001 | 1回 2 | ※単位の記載なし");
        assertThat(file.notes()).extracting(Note::code).contains("not-carried");
    }

    @Test
    void aPharmacysGroupsCountDaysTimesAndPieces() throws Unreadable {
        var file = pharmacy("""
                SH,01,1,003,,
                CZ,1,20260410,20260411,1,14,1,1,,,
                CO,810000001,一包化
                IY,1,620000001,3,,,,,,1
                SH,02,3,900,疼痛時,
                CZ,1,20260410,20260411,1,5,1,1,,,
                IY,1,620000002,1,,,,,,
                SH,03,5,900,患部に塗る,
                CZ,1,20260410,20260411,1,2,1,1,,,
                IY,1,620000003,10,,,,,,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly(
                        "01 | 620000001 | 1回 1 | 1日 3 | 1日3回食後服用 | 14日分 | 処方日 2026-04-10 | 一包化 | ※単位の記載なし",
                        "02 | 620000002 | 1回 1 | 疼痛時 | 頓用 | 5回分 | 処方日 2026-04-10 | ※単位の記載なし",
                        "03 | 620000003 | 患部に塗る | 計 10 | 処方日 2026-04-10 | ※2調剤 | ※単位の記載なし");
        var slip = entries(file, Medicines.class).getFirst();
        assertThat(slip.from().facility().code(PharmacySlip.INSTITUTION)).isEqualTo("3419999999");
        assertThat(slip.doctor()).isEqualTo("見本医師");
    }

    @Test
    void aWeeklyDrugOfAPharmacyIsWeekly() throws Unreadable {
        var file = pharmacy("""
                SH,01,1,900,１日１回朝食後,
                CZ,1,20260410,20260411,1,4,1,1,,,
                CO,810000001,月曜日
                IY,1,620000001,2,,,,,,
                """);
        assertThat(MedicineLines.of(file))
                .containsExactly("01 | 620000001 | 1日 2 | １日１回朝食後 | 4日分 | 毎週 月曜日 | 処方日 2026-04-10 | ※単位の記載なし");
    }
}
