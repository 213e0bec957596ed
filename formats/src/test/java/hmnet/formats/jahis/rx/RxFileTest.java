package hmnet.formats.jahis.rx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.QrSymbols;
import hmnet.formats.model.pharmacy.Samples;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RxFileTest {
    static final String PRESCRIPTION = """
            JAHIS10
            1,1,9999999,34,試験診療所
            4,2,01,
            5,,,試験 医師
            11,T-1,試験 太郎,ｼｹﾝ ﾀﾛｳ
            12,1
            13,3350606
            22,06999999
            23,試,１２３,1,02
            51,20260401
            52,20260404
            64,3
            81,1,1,一包化
            101,1,1,,14
            111,1,2,1013044400000000,１日３回朝昼夕食後,3
            181,1,1,2,一包化,,
            201,1,1,1,2,620000033,試験錠３００ｍｇ,3,1,錠
            241,1,1,1,3
            201,1,2,1,7,1149019F1ZZZ,【般】試験錠,1.5,1,錠
            221,1,2,1,0.5,,,,,,,,
            101,2,2,,5
            111,2,1,,頭痛時,
            201,2,1,1,4,1149001X9999,試験頓服錠,1,1,錠
            101,3,3,,2
            111,3,1,,塗布,
            201,3,1,1,1,,試験軟膏,10,1,ｇ
            998,later,records
            """;

    static byte[] windows(String text) {
        return (text.replace("\n", "\r\n") + "\u001A").getBytes(RecordForm.WINDOWS);
    }

    static RxFile read(String text) throws Unreadable {
        return RxFile.read(windows(text));
    }

    private static RxFile open(String text) throws Unreadable {
        return RxFile.read(text.strip().replace("\n", "\r\n").getBytes(RecordForm.WINDOWS));
    }

    private static String cut(String text) {
        return catchThrowableOfType(Unreadable.class, () -> open(text)).note().code();
    }

    @Test
    void aLastLineWithoutItsEndIsALineUnlessItShowsALoss() throws Unreadable {
        var whole = PRESCRIPTION.replace("998,later,records\n", "");
        for (var last : List.of("211,3,1,0.5", "241,3,1,5,2", "221,3,1,4,3,3", "82,1,1234567890123456")) {
            assertThat(open(whole + last).sheets())
                    .as(last)
                    .isEqualTo(read(whole + last + "\n").sheets());
            assertThat(open(whole + last).notes()).extracting(Note::code).contains("last-line-open");
        }
        for (var last : List.of("211,3,1,0.", "211,3,1", "221,3,1,4,3", "22", "201,3,2,1,1,,別の軟膏,10,1", "998")) {
            assertThat(cut(whole + last)).as(last).isIn("cut", "column-missing", "record-contradicts");
        }
    }

    @Test
    void aDrugWithoutAnAmountIsRefusedByItsName() {
        var text = PRESCRIPTION.replace("試験軟膏,10,1,ｇ", "試験軟膏,,1,ｇ");
        assertThat(catchThrowableOfType(Unreadable.class, () -> read(text))
                        .note()
                        .text())
                .isEqualTo("試験軟膏");
    }

    private static String refused(String text) {
        return catchThrowableOfType(Unreadable.class, () -> read(text)).note().code();
    }

    private static List<String> codes(RxFile file) {
        return file.notes().stream().map(Note::code).toList();
    }

    private static Medicines medicines(RxFile file) {
        return (Medicines) file.sheets().getFirst().entries().getFirst();
    }

    @Test
    void aPrescriptionSaysWhoWhatHowMuchAndHow() throws Unreadable {
        var file = read(PRESCRIPTION);
        var sheet = file.sheets().getFirst();
        assertThat(file.version()).isEqualTo("JAHIS10");
        assertThat(codes(file)).containsExactly("column-required", "record-unknown", "not-carried");
        assertThat(sheet.patient()).isEqualTo("T-1");
        assertThat(sheet.person().familyName()).isEqualTo("試験");
        assertThat(sheet.person().givenKana()).isEqualTo("ﾀﾛｳ");
        assertThat(sheet.person().birthDate()).isEqualTo(LocalDate.of(1960, 6, 6));
        assertThat(sheet.insured()).isEqualTo(new InsuredNumber("06999999", "試", "１２３", "02"));
        var medicines = medicines(file);
        assertThat(medicines.act()).isEqualTo(Medicines.MedicineAct.ORDERED);
        assertThat(medicines.department()).isEqualTo("内科");
        assertThat(medicines.notes()).containsExactly("一包化", "使用期限 2026-04-04", "リフィル 総使用回数3");
    }

    @Test
    void theFormOfAGroupSaysWhatAnAmountCounts() throws Unreadable {
        var drugs = medicines(read(PRESCRIPTION)).drugs();
        assertThat(drugs.get(0).daily().value()).isEqualTo("3");
        assertThat(drugs.get(0).dose().value()).isEqualTo("1");
        assertThat(drugs.get(0).count()).isEqualTo(14);
        assertThat(drugs.get(0).total().value()).isEqualTo("42");
        assertThat(drugs.get(0).usageCode()).isEqualTo("1013044400000000");
        assertThat(drugs.get(0).drug().code(DrugCodes.RECEIPT)).isEqualTo("620000033");
        assertThat(drugs.get(1).instructions()).containsExactly(DispensingInstruction.ONE_DOSE.concept());
        assertThat(drugs.get(1).dosage().amounts().uneven())
                .containsExactly(
                        new UnevenDose("1回目", Amount.of("1", "錠")), new UnevenDose("2回目", Amount.of("0.5", "錠")));
        assertThat(drugs.get(2).asNeeded()).isTrue();
        assertThat(drugs.get(2).dose().value()).isEqualTo("1");
        assertThat(drugs.get(2).count()).isEqualTo(5);
        assertThat(drugs.get(3).daily().isNone()).isTrue();
        assertThat(drugs.get(3).count()).isZero();
        assertThat(drugs.get(3).total().value()).isEqualTo("20");
        assertThat(drugs).extracting(PrescribedDrug::rp).containsExactly("1", "1", "2", "3");
    }

    @Test
    void whatIsReadIsWrittenAgainAsTheStandardWantsIt() throws Unreadable {
        var file = RxFile.read(PRESCRIPTION.getBytes(StandardCharsets.UTF_8));
        var written = file.bytes();
        assertThat(written.notes()).isEmpty();
        assertThat(written.bytes()).isEqualTo(windows(PRESCRIPTION));
        assertThat(RxFile.read(written.bytes()).sheets()).isEqualTo(file.sheets());
    }

    @Test
    void qrSymbolsComeInAnyOrderAndMissingOnesAreNamed() throws Unreadable {
        var symbols = new ArrayList<>(QrSymbols.split(windows(PRESCRIPTION), 101));
        Collections.reverse(symbols);
        symbols.add(symbols.getFirst());
        assertThat(RxFile.read(symbols).sheets()).isEqualTo(read(PRESCRIPTION).sheets());
        symbols.removeIf(symbol -> symbol.index() == 2);
        var missing = catchThrowableOfType(Unreadable.class, () -> RxFile.read(symbols));
        assertThat(missing.note().code()).isEqualTo("parts-missing");
        assertThat(missing.note().text()).startsWith("3 of ");
        var other = QrSymbols.split(windows(PRESCRIPTION + "999,x\n"), 101).getLast();
        assertThat(catchThrowableOfType(Unreadable.class, () -> RxFile.read(List.of(symbols.getFirst(), other)))
                        .note()
                        .code())
                .isEqualTo("parts-mixed");
    }

    @Test
    void whatAPatientCouldBeHarmedByIsRefused() {
        assertThat(refused(PRESCRIPTION.replace("JAHIS10", "SOMETHING"))).isEqualTo("header");
        assertThat(refused(PRESCRIPTION.replace("51,20260401\n", ""))).isEqualTo("record-missing");
        assertThat(refused(PRESCRIPTION.replace("51,20260401\n", "51,20260431\n")))
                .isEqualTo("date");
        assertThat(refused(PRESCRIPTION.replace("111,2,1,,頭痛時,\n", ""))).isEqualTo("record-missing");
        assertThat(refused(PRESCRIPTION.replace("101,2,2,,5\n", ""))).isEqualTo("parent-missing");
        assertThat(refused(PRESCRIPTION.replace("201,3,1,1,1,,試験軟膏,10,1,ｇ\n", "")))
                .isEqualTo("record-missing");
        assertThat(refused(PRESCRIPTION.replace("試験軟膏,10,1,ｇ", "試験軟膏,,1,ｇ"))).isEqualTo("column-missing");
        assertThat(refused(PRESCRIPTION.replace("4,1149001X9999", "4,"))).isEqualTo("drug-code-missing");
        assertThat(refused(PRESCRIPTION + "11,T-2,試験 花子,\n")).isEqualTo("patient-contradicts");
        assertThat(refused(PRESCRIPTION + "51,20260402\n")).isEqualTo("record-contradicts");
    }

    @Test
    void aLineThatStandsThereTwiceIsLeftOut() throws Unreadable {
        var twice = read(PRESCRIPTION.replace("12,1\n", "12,1\n12,1\n"));
        assertThat(codes(twice)).contains("record-doubled");
        assertThat(twice.sheets()).isEqualTo(read(PRESCRIPTION).sheets());
    }

    @Test
    void recordsSortedByNumberBelongToTheirGroupsAllTheSame() throws Unreadable {
        var lines = new ArrayList<>(PRESCRIPTION.lines().toList());
        lines.sort(Comparator.comparingInt(
                line -> line.startsWith("JAHIS") ? 0 : Integer.parseInt(line.split(",", -1)[0])));
        assertThat(medicines(read(String.join("\n", lines) + "\n")).drugs())
                .isEqualTo(medicines(read(PRESCRIPTION)).drugs());
    }

    @Test
    void anotherPrescriptionOfTheDayIsAnotherSource() throws Unreadable {
        var other = read(PRESCRIPTION.replace("試験軟膏,10", "試験軟膏,5"));
        var same = read(PRESCRIPTION.replace("64,3\n", ""));
        var source = read(PRESCRIPTION).sheets().getFirst().source();
        assertThat(other.sheets().getFirst().source()).isNotEqualTo(source);
        assertThat(same.sheets().getFirst().source()).isEqualTo(source);
        assertThat(read(PRESCRIPTION + "82,1,1234567890123456\n")
                        .sheets()
                        .getFirst()
                        .source())
                .isEqualTo("jahis-rx/1234567890123456");
    }

    @Test
    void aHeaderIsRecognisedInDamagedFilesToo() {
        assertThat(RxFile.looksLike("JAHIS9\n1".getBytes(StandardCharsets.UTF_8), ""))
                .isTrue();
        assertThat(RxFile.looksLike("\uFEFFJAHIS10".getBytes(StandardCharsets.UTF_8), ""))
                .isTrue();
        assertThat(RxFile.looksLike("SJ1\r\n".getBytes(StandardCharsets.UTF_8), ""))
                .isTrue();
        assertThat(RxFile.looksLike("JAHISTC08,1".getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(RxFile.looksLike(new byte[0], "")).isFalse();
    }

    @Test
    void everySampleIsReadOrRefusedForItsTrueReason() {
        var outcomes = new TreeMap<String, String>();
        for (var path : Samples.in("jahis-rx-tc-matsumoto/fixtures")) {
            var name = path.getFileName().toString();
            if (!name.startsWith("tc-")) {
                outcomes.put(name, Samples.outcome(RxFile::read, Samples.bytes(path.toString())));
            }
        }
        assertThat(outcomes.remove("invalid-header.txt")).isEqualTo("header");
        assertThat(outcomes.remove("invalid-missing-101.txt")).isEqualTo("parent-missing");
        assertThat(outcomes.remove("empty-input.txt")).isEqualTo("empty");
        assertThat(outcomes).hasSize(11).containsValue("read");
        assertThat(outcomes.values()).containsOnly("read");
    }

    @Test
    void samplesAreWrittenAndReadAgainTheSame() throws Unreadable {
        var bytes = Samples.bytes("jahis-rx-tc-matsumoto/external-data/sample.txt");
        var file = RxFile.read(bytes);
        assertThat(file.sheets()).hasSize(1);
        assertThat(file.sheets().getFirst().person().birthDate()).isEqualTo(LocalDate.of(2011, 1, 10));
        assertThat(RxFile.read(file.bytes().bytes()).sheets()).isEqualTo(file.sheets());
        file.sheets().forEach(Samples::rows);
    }

    @Test
    void aDamagedPrescriptionIsReadOrRefusedAndNothingElse() {
        assertThat(Samples.damage(RxFile::read, windows(PRESCRIPTION), 600, 41)).isBetween(60, 540);
    }

    @Test
    void aFileBeyondItsLimitsIsRefusedBeforeTheWork() {
        assertThat(refused(PRESCRIPTION + "81,1,,x\n".repeat(5_000))).isEqualTo("too-many-lines");
        assertThat(refused(PRESCRIPTION + ",".repeat(1_000))).isEqualTo("too-many-columns");
        var many = new StringBuilder(PRESCRIPTION);
        for (int i = 10; i < 600; i++) {
            many.append("201,1,").append(i).append(",1,1,,試験錠,1,1,錠\n");
        }
        assertThat(refused(many.toString())).isEqualTo("too-many-drugs");
        assertThat(refused(PRESCRIPTION + "x".repeat(2 << 20))).isEqualTo("too-large");
    }
}
