package hmnet.formats.labcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.CodingSystems;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LabCsvFileTest {
    static final String NLAB = """
            見本検査,0000123,20260401,見本　花子,2,,,,E,P1,生化学,,1001,3B035000002327201,ＡＳＴ,H,10-40,55,U/L,023,血清,,,,
            見本検査,0000123,20260401,見本　花子,2,,,,E,P1,生化学,,1002,,ＨＢｓ抗原,,(-),(-),,023,血清,C1,再検済,,
            見本検査,0000123,20260401,見本　花子,2,,,,E,P2,尿,,2001,,尿蛋白,,,±,,001,尿,,,,
            見本検査,0000456,20260402,見本　太郎,1,,,,E,P1,生化学,,1001,3B035000002327201,ＡＳＴ,,10-40,20,U/L,023,血清,,,,
            """;
    private static final String FIXED = """
            # invented: 64 bytes, a record H names the patient, a record R holds two results
            layout,mihon64,2026-01-01
            form,fixed,64
            record,-,1,1
            field,patient,H,2,10
            field,name,H,12,20
            field,sampled,H,32,8
            field,order,H,40,10
            repeat,R,2,30,2
            item,itemCode,R,1,6
            item,item,R,7,12
            item,value,R,19,6
            item,unit,R,25,6
            flag,1,H
            """;

    static byte[] ms932(String text) {
        return text.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS);
    }

    private static String refusal(String text) {
        return catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(ms932(text)))
                .note()
                .code();
    }

    @Test
    void resultsAreSetsByPatientDayAndMaterial() throws Unreadable {
        var file = LabCsvFile.read(ms932(NLAB));
        assertThat(LabCsvFile.looksLike(ms932(NLAB), "20260401.DAT")).isTrue();
        assertThat(file.kind()).isEqualTo("nlab");
        assertThat(file.sheets()).hasSize(2);
        var sheet = file.sheets().getFirst();
        assertThat(sheet.person().familyName()).isEqualTo("見本");
        assertThat(sheet.entries()).hasSize(2);
        var serum = (Results) sheet.entries().getFirst();
        assertThat(serum.at().toLocalDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        var ast = serum.results().getFirst();
        assertThat(ast.test().code(CodingSystems.JLAC10)).isEqualTo("3B035000002327201");
        assertThat(ast.value()).isEqualTo("55");
        assertThat(ast.high()).isEqualTo("40");
        assertThat(ast.flag()).isEqualTo("H");
        assertThat(serum.results().get(1).notes()).containsExactly("再検済");
        assertThat(serum.results().get(1).range()).isEqualTo("(-)");
        assertThat(Rows.of(sheet, (type, key) -> type + key.hashCode())).isNotEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainEqual() throws Unreadable {
        var file = LabCsvFile.read(ms932(NLAB));
        var again = LabCsvFile.read(file.write().bytes());
        assertThat(again.lines()).isEqualTo(file.lines());
    }

    @Test
    void resultsOfOtherFormatsAreWrittenAsTheyAre() throws Unreadable {
        var sheets = LabCsvFile.read(ms932(NLAB)).sheets();
        var nlab = LabLayout.known().getFirst();
        var written = LabCsvFile.write(nlab, sheets);
        var again = LabCsvFile.read(written.bytes());
        assertThat(again.lines()).hasSize(4);
        assertThat(again.lines().getFirst().at("value")).isEqualTo("55");
        assertThat(again.sheets().getFirst().entries())
                .isEqualTo(sheets.getFirst().entries());
        assertThat(written.notes()).isEmpty();
    }

    @Test
    void aDeclaredLayoutOfBytesIsReadAndWritten() throws Unreadable {
        var layout = LabLayout.read(ms932(FIXED.replace("record,-,1,1", "record,,1,1")));
        var text = record("H0000000123見本花子            20260401ORDER00001")
                + record("R1001  ＡＳＴ      55    U/L   1002  ＡＬＴ      40    U/L   ")
                + record("R1003  血糖        99    mg/dL ");
        var file = LabCsvFile.read(text.getBytes(RecordForm.WINDOWS), layout);
        assertThat(file.lines()).hasSize(3);
        assertThat(file.lines().get(2).at("item")).isEqualTo("血糖");
        assertThat(file.sheets().getFirst().patient()).isEqualTo("0000000123");
        var again = LabCsvFile.read(file.write().bytes(), layout);
        assertThat(again.lines())
                .extracting(LabLine::values)
                .isEqualTo(file.lines().stream().map(LabLine::values).toList());
    }

    private static String record(String text) {
        int bytes = text.getBytes(RecordForm.WINDOWS).length;
        return text + " ".repeat(64 - bytes) + "\r\n";
    }

    @Test
    void aCutFixedRecordAndACutCharacterAreRefused() throws Unreadable {
        var layout = LabLayout.read(ms932(FIXED.replace("record,-,1,1", "record,,1,1")));
        var whole = record("H0000000123見本花子            20260401ORDER00001").getBytes(RecordForm.WINDOWS);
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(Arrays.copyOf(whole, 40), layout))
                        .note()
                        .code())
                .isEqualTo("cut");
        whole[30] = (byte) 0x83;
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(whole, layout))
                        .note()
                        .code())
                .isEqualTo("charset");
    }

    @Test
    void aLayoutThatIsNoneIsRefusedWithItsLine() {
        var refused = catchThrowableOfType(
                Unreadable.class, () -> LabLayout.read(ms932("layout,x,1\nform,csv,3,3\nfield,patients,1\n")));
        assertThat(refused.note().code()).isEqualTo("layout");
        assertThat(refused.note().line()).isEqualTo(3);
    }

    @Test
    void onePatientToANumberAndAllThatAResultNeeds() {
        assertThat(refusal(NLAB.replace("0000456,20260402", "0000123,20260402")))
                .isEqualTo("patient-differs");
        assertThat(refusal(NLAB.replace("0000456", ""))).isEqualTo("patient-missing");
        assertThat(refusal(NLAB.replace("20260402", "2026"))).isEqualTo("date-missing");
        assertThat(refusal("a,b,c\n")).isEqualTo("layout-unknown");
        assertThat(refusal(NLAB.substring(0, NLAB.lastIndexOf(",血清")))).isEqualTo("cut");
    }

    /// A record A1 of 256 bytes: head, five results of 32 bytes, the day of sampling and a flag for each.
    private static byte[] medis(String patient, String items, String flags) {
        var text = "A1" + "LAB001" + padded(patient, 20) + " ".repeat(20) + padded("ﾐﾎﾝ ﾊﾅｺ", 20) + "E" + " ".repeat(9)
                + padded(items, 160) + "2026/04/01" + "1" + padded(flags, 5) + "  ";
        var bytes = text.getBytes(RecordForm.WINDOWS);
        assertThat(bytes).hasSize(256);
        return bytes;
    }

    private static String padded(String text, int bytes) {
        return text + " ".repeat(bytes - text.getBytes(RecordForm.WINDOWS).length);
    }

    private static String item(String code, String value, String limit) {
        return padded(code, 17) + " ".repeat(8 - value.length()) + value + padded(limit, 1) + padded("C01", 3) + "   ";
    }

    private static final String ITEMS = item("3B035000002327201", "55", "") + item("00605", "0.50", "L");

    @Test
    void recordsOf256BytesAreKnownAndALimitIsNeverLeftBehind() throws Unreadable {
        var bytes = medis("0000123", ITEMS, "H ");
        assertThat(LabCsvFile.looksLike(bytes, "R.DAT")).isTrue();
        var file = LabCsvFile.read(bytes);
        assertThat(file.kind()).isEqualTo("medis256");
        var results = ((Results) file.sheets().getFirst().entries().getFirst()).results();
        assertThat(results).extracting(Results.TestResult::value).containsExactly("55", "<0.50");
        assertThat(results).extracting(Results.TestResult::flag).containsExactly("H", "");
        assertThat(results.getFirst().test().code(CodingSystems.JLAC10)).isEqualTo("3B035000002327201");
        assertThat(results.getLast().notes()).containsExactly("コメントコード C01");
        assertThat(file.sheets().getFirst().patient()).isEqualTo("0000123");
        assertThat(LabCsvFile.read(file.write().bytes()).lines())
                .extracting(LabLine::values)
                .isEqualTo(file.lines().stream().map(LabLine::values).toList());
    }

    @Test
    void aLimitThatNobodyKnowsAndARecordOfNobodyAreRefused() {
        var strange = medis("0000123", item("00605", "0.50", "Z"), "");
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(strange))
                        .note()
                        .code())
                .isEqualTo("limit-unknown");
        var nobodys = medis("", ITEMS, "");
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(nobodys))
                        .note()
                        .code())
                .isEqualTo("patient-missing");
    }

    @Test
    void aResultOfAnotherOrderNeverGetsThePatientInFrontOfIt() throws Unreadable {
        var layout = LabLayout.read(ms932("""
                layout,mihon40,2026-01-01
                form,fixed,40
                record,,1,1
                field,patient,H,2,8
                field,sampled,H,10,8
                field,order,H,18,4
                field,order,R,2,4
                field,item,R,6,10
                field,value,R,16,6
                """));
        var text = padded("H0000012320260401A001", 40)
                + padded("H0000045620260402A002", 40)
                + padded("RA001血糖      99    ", 40)
                + padded("RA002血糖      80    ", 40);
        var file = LabCsvFile.read(text.getBytes(RecordForm.WINDOWS), layout);
        assertThat(file.lines()).extracting(line -> line.at("patient")).containsExactly("00000123", "00000456");
        var lost =
                (padded("H0000012320260401A001", 40) + padded("RA009血糖      99    ", 40)).getBytes(RecordForm.WINDOWS);
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabCsvFile.read(lost, layout))
                        .note()
                        .code())
                .isEqualTo("patient-missing");
    }

    @Test
    void headingsAndCharsetAreDeclaredAndALayoutNeedsWhatAResultNeeds() throws Unreadable {
        var declared =
                "layout,mihon,1\nform,csv,4,4\nheading,2\ncharset,utf-8\nfield,patient,1\nfield,sampled,2\nfield,item,3\nfield,value,4\n";
        var layout = LabLayout.read(ms932(declared));
        var file = "検査会社の見本\r\n番号,日,項目,値\r\n0000123,20260401,血糖,\"9,9\"\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(LabCsvFile.fits(file, layout)).isTrue();
        assertThat(LabCsvFile.read(file, layout).lines().getFirst().at("value")).isEqualTo("9,9");
        assertThat(LabCsvFile.read(file, layout).notes()).isEmpty();
        assertThat(catchThrowableOfType(
                                Unreadable.class, () -> LabLayout.read(ms932(declared.replace("field,value,4\n", ""))))
                        .note()
                        .code())
                .isEqualTo("layout");
        assertThat(catchThrowableOfType(Unreadable.class, () -> LabLayout.read(ms932(declared + "limit,L,about\n")))
                        .note()
                        .line())
                .isEqualTo(9);
    }
}
