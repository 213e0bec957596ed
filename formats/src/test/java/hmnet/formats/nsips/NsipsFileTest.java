package hmnet.formats.nsips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Samples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NsipsFileTest {
    static final String DISPENSED = """
            VER010603,20260401103000,,PC1,34,4,9999999,試験薬局,7300000,試験市試験町1,0820000000,
            1,T-1,ｼｹﾝ ﾊﾅｺ,試験　花子,2,19700102,7300000,試験市試験町2,0821111111,,,,,2,349999,,７０,0012345,1,30,70,0%s
            2,RX9,41,U,20260401,,,20260401,0,0,0,206,9999998,34,試験病院,,,,01,内科,,,7,ｼｹﾝ ｲｼ,試験　医師,0,,,,,,,訪問,,0,0,0,0,0,0,0,0
            3,1,*1000,１日２回　朝夕食後,,,,,2,1,14,0,,2,0,0,,,,,,
            4,1,1,1,3969010F2030,621951001,,ｼｹﾝ50,試験錠５０ｍｇ,試験成分,0,1,0,0.5,0,0,1.5,1,錠,0,0,0,0,1,82.1,,,,,,,,0,,,,,,,,
            4,2,1,1,,621951002,,ｼｹﾝ20,試験錠２０ｍｇ,,0,0,0,0,0,0,2,1,錠,0,0,0,0,1,10.1,,,,,,,,0,,,,,,,,
            3,2,*2000,塗布,,,,,7,9,3,0,,1,0,0,,,,,,
            4,1,2,1,,,,ｼｹﾝ,試験軟膏,,0,0,0,0,0,0,10,1,g,0,0,0,0,1,5.1,,,,,,,,0,,,,,,,,
            5,560,0,0,0,448,0,0,0,0,0,0,560,0,0,0,0,0,0,0,0
            """.formatted(",".repeat(27));

    static byte[] windows(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static NsipsFile read(String text) throws Unreadable {
        return NsipsFile.read(windows(text));
    }

    private static String refused(String text) {
        return catchThrowableOfType(Unreadable.class, () -> read(text)).note().code();
    }

    private static Medicines medicines(NsipsFile file) {
        return (Medicines) file.sheets().getFirst().entries().getFirst();
    }

    @Test
    void aDispensingSaysWhoseWhatAndByWhom() throws Unreadable {
        var file = read(DISPENSED);
        var sheet = file.sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("T-1");
        assertThat(sheet.person().givenName()).isEqualTo("花子");
        assertThat(sheet.person().sex()).isEqualTo("female");
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1970, 1, 2));
        assertThat(sheet.source()).isEqualTo("nsips/9999999/RX9/41");
        assertThat(sheet.version()).isEqualTo("20260401103000");
        var medicines = medicines(file);
        assertThat(medicines.act()).isEqualTo(Medicines.MedicineAct.DISPENSED);
        assertThat(medicines.correction()).isTrue();
        assertThat(medicines.place()).isEqualTo("試験病院");
        assertThat(medicines.doctor()).isEqualTo("試験　医師");
        assertThat(medicines.notes()).containsExactly("処方箋交付 2026-04-01", "訪問");
        assertThat(file.notes())
                .extracting(Note::code)
                .containsExactly("not-carried", "rp-kind-unknown", "dosing-not-understood");
    }

    @Test
    void aZeroInPlaceOfTheDrugBeforeASubstitutionIsNoDrug() throws Unreadable {
        var filled = read(DISPENSED.replace("82.1,,,,,,,,0,", "82.1,,,,,,,0,0,"));
        assertThat(medicines(filled).drugs().getFirst().notes()).noneMatch(note -> note.startsWith("変更前"));
        var named = read(DISPENSED.replace("82.1,,,,,,,,0,", "82.1,,,,,,,先の錠,0,"));
        assertThat(medicines(named).drugs().getFirst().notes()).contains("変更前 先の錠");
    }

    @Test
    void aDoseIsReckonedWithOnlyWhereItsMeaningIsKnown() throws Unreadable {
        var drugs = medicines(read(DISPENSED)).drugs();
        assertThat(drugs.get(0).daily().value()).isEqualTo("1.5");
        assertThat(drugs.get(0).count()).isEqualTo(14);
        assertThat(drugs.get(0).total().value()).isEqualTo("21");
        assertThat(drugs.get(0).dosage().amounts().uneven())
                .containsExactly(new UnevenDose("朝", Amount.of("1", "錠")), new UnevenDose("夕", Amount.of("0.5", "錠")));
        assertThat(drugs.get(0).notes()).contains("一般名 試験成分");
        assertThat(drugs.get(0).drug().code(CodingSystems.YJ)).isEqualTo("3969010F2030");
        assertThat(drugs.get(1).drug().code(DrugCodes.RECEIPT)).isEqualTo("621951002");
        var ointment = drugs.get(2);
        assertThat(ointment.total().isNone()).isTrue();
        assertThat(ointment.daily().isNone()).isTrue();
        assertThat(ointment.count()).isZero();
        assertThat(ointment.dosage().notes()).contains("服用量 10g 日回数 3 (RP区分 7)");
    }

    @Test
    void aRevisionReplacesAndADeletionTakesAway() throws Unreadable {
        var first = read(DISPENSED.replace("RX9,41,U", "RX9,41,A")).sheets().getFirst();
        var later = read(DISPENSED.replace("20260401103000", "20260401113000"))
                .sheets()
                .getFirst();
        assertThat(later.source()).isEqualTo(first.source());
        assertThat(later.version()).isGreaterThan(first.version());
        var lines = DISPENSED.lines().limit(3).toList();
        var deletion = read(String.join("\n", lines).replace("RX9,41,U", "RX9,41,D") + "\n");
        assertThat(deletion.sheets().getFirst().deletes()).isTrue();
        assertThat(deletion.sheets().getFirst().source()).isEqualTo(first.source());
    }

    @Test
    void whatIsReadIsWrittenAgainTheSame() throws Unreadable {
        var utf8 = NsipsFile.read(DISPENSED.getBytes(StandardCharsets.UTF_8));
        assertThat(utf8.bytes().bytes()).isEqualTo(windows(DISPENSED));
        assertThat(utf8.sheets()).isEqualTo(read(DISPENSED).sheets());
    }

    @Test
    void aFileThatIsNotWholeIsRefusedWithItsReason() {
        var whole = windows(DISPENSED);
        assertThat(refused(DISPENSED.substring(DISPENSED.indexOf('\n') + 1))).isEqualTo("header");
        var lines = DISPENSED.lines().toList();
        assertThat(refused(String.join("\n", lines.subList(0, 5)) + "\n")).isEqualTo("drugs-missing");
        assertThat(refused(String.join("\n", lines.subList(0, 7)) + "\n")).isEqualTo("record-missing");
        assertThat(refused(String.join("\n", List.of(lines.get(0), lines.get(2), lines.get(1))) + "\n"))
                .isEqualTo("order");
        assertThat(refused(DISPENSED.replace("4,1,2,1,", "4,1,3,1,"))).isEqualTo("order");
        assertThat(refused(DISPENSED + "1,T-2,ｼｹﾝ,試験,1,19700102\n")).isEqualTo("patient-contradicts");
        assertThat(refused(DISPENSED + lines.getFirst() + "\n")).isEqualTo("record-twice");
        assertThat(refused(DISPENSED.replace("0,0,0,0,0,0,2,1,錠", "0,0,0,0,0,0,,1,錠")))
                .isEqualTo("column-missing");
        assertThat(catchThrowableOfType(Unreadable.class, () -> NsipsFile.read(Arrays.copyOf(whole, whole.length - 30)))
                        .note()
                        .code())
                .isEqualTo("cut");
    }

    @Test
    void columnsThatLaterVersionsAddAreKept() throws Unreadable {
        var later = read(DISPENSED.replace(",訪問,,0,0,0,0,0,0,0,0\n", ",訪問,,0,0,0,0,0,0,0,0,new,\n"));
        assertThat(later.notes()).extracting(Note::code).contains("column-unknown");
        assertThat(new String(later.bytes().bytes(), RecordForm.WINDOWS)).contains(",0,new,\r\n");
    }

    @Test
    void itIsRecognisedWithoutItsHeaderToo() {
        assertThat(NsipsFile.looksLike(windows(DISPENSED), "")).isTrue();
        assertThat(NsipsFile.looksLike(windows(DISPENSED.substring(DISPENSED.indexOf('\n') + 1)), ""))
                .isTrue();
        assertThat(NsipsFile.looksLike("VERY,1".getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(NsipsFile.looksLike(new byte[] {1}, "")).isFalse();
    }

    @Test
    void theSamplesAreReadAndWrittenAgainByteForByte() throws Unreadable {
        for (var name : List.of("validator_sample_VER010603.txt", "validator_sample2_VER010603.txt")) {
            var bytes = Samples.bytes("nsips/" + name);
            var file = NsipsFile.read(bytes);
            assertThat(NsipsFile.looksLike(bytes, name)).isTrue();
            assertThat(NsipsFile.read(file.bytes().bytes()).sheets()).isEqualTo(file.sheets());
            var drug = medicines(file).drugs().getFirst();
            assertThat(drug.daily().value()).isEqualTo("1");
            assertThat(drug.count()).isEqualTo(70);
            assertThat(drug.total().value()).isEqualTo("70");
            Samples.rows(file.sheets().getFirst());
        }
    }

    @Test
    void aDamagedFileIsReadOrRefusedAndNothingElse() {
        assertThat(Samples.damage(NsipsFile::read, windows(DISPENSED), 600, 42)).isBetween(60, 540);
    }

    @Test
    void aFileBeyondItsLimitsIsRefusedBeforeTheWork() {
        assertThat(refused(DISPENSED + "7,1\n".repeat(5_000))).isEqualTo("too-many-lines");
        assertThat(refused(DISPENSED + ",".repeat(1_000))).isEqualTo("too-many-columns");
    }
}
