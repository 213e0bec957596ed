package hmnet.formats.labcsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.chart.Results;
import hmnet.formats.fhir.CodingSystems;
import hmnet.formats.fhir.Rows;
import hmnet.formats.file.Note;
import hmnet.formats.file.Unreadable;
import hmnet.formats.lines.RecordForm;
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
        assertThat(serum.results().get(1).notes()).containsExactly("再検済", "基準値 (-)");
        assertThat(Rows.of(sheet, (type, key) -> type + key.hashCode())).isNotEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgainEqual() throws Unreadable {
        var file = LabCsvFile.read(ms932(NLAB));
        var again = LabCsvFile.read(file.write().bytes());
        assertThat(again.lines()).isEqualTo(file.lines());
    }

    @Test
    void resultsOfOtherFormatsAreWrittenAndWhatHasNoColumnIsTold() throws Unreadable {
        var sheets = LabCsvFile.read(ms932(NLAB)).sheets();
        var nlab = LabLayout.known().getFirst();
        var written = LabCsvFile.write(nlab, sheets);
        var again = LabCsvFile.read(written.bytes());
        assertThat(again.lines()).hasSize(4);
        assertThat(again.lines().getFirst().at("value")).isEqualTo("55");
        assertThat(written.notes()).extracting(Note::code).contains("no-column");
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
}
