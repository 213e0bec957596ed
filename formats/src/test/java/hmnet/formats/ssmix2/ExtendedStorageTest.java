package hmnet.formats.ssmix2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.ssmix2.storage.StorageKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Documents, pictures, reports and vital signs of the extended storage; transactions.
class ExtendedStorageTest {
    private static final String FOLDER = "000/123/0001234567/20260401/";
    private static final String SUMMARY =
            FOLDER + "L1^入院サマリー^99ZZZ^18842-5^退院時サマリー^LN/" + "0001234567_20260401_L1_20260401_20260401102030456_01_1/";
    private static final String VITALS = FOLDER + "L-OBSERVATIONS^OBSERVATIONS^99ZL01/"
            + "0001234567_20260401_L-OBSERVATIONS_2026040110_202604011020304_1/main_document.hl7";

    private static FacilityFile read(String path, byte[] bytes) throws Unreadable {
        assertThat(Storages.looksLike(bytes, path)).isTrue();
        return Storages.read(bytes, path);
    }

    private static String refusal(String path, byte[] bytes) {
        try {
            Storages.read(bytes, path);
            return "read";
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentIsKeptAsItCameUnderItsNameAndCodes() throws Unreadable {
        var bytes = utf8("%PDF-1.4 架空");
        var file = read("region/STD01/" + SUMMARY + "main.pdf", bytes);
        assertThat(file.kind()).isEqualTo("入院サマリー");
        assertThat(file.notes()).isEmpty();
        var sheet = file.sheets().getFirst();
        assertThat(sheet.patient()).isEqualTo("0001234567");
        assertThat(sheet.source()).isEqualTo("EXT/20260401/L1/20260401/01/main.pdf");
        var paper = (Paper) sheet.entries().getFirst();
        assertThat(paper.contentType()).isEqualTo("application/pdf");
        assertThat(paper.content()).isEqualTo(bytes);
        assertThat(paper.type().code("http://loinc.org")).isEqualTo("18842-5");
        assertThat(file.rows(Invented.IDS)).extracting(row -> row.kind()).containsExactly(RecordKind.DOCUMENT);
    }

    @Test
    void aReportIsOneByItsCodeOrItsName() throws Unreadable {
        var text = "画像所見あり".getBytes(Charset.forName("windows-31j"));
        for (var kind : new String[] {"^放射線^^18748-4^画像診断報告書^LN", "R1^内視鏡レポート^99ZZZ"}) {
            var code = kind.startsWith("R1") ? "R1" : "18748-4";
            var path = FOLDER + kind + "/0001234567_20260401_" + code + "_A_B_20260401102030456_-_1/report.txt";
            var paper = (Paper) read(path, text).sheets().getFirst().entries().getFirst();
            assertThat(paper.kind()).isEqualTo(Paper.PaperKind.REPORT);
            assertThat(paper.sections()).containsExactly(new Paper.PaperSection("", "画像所見あり"));
        }
    }

    @Test
    void vitalSignsAreValuesEachAtItsTime() throws Unreadable {
        var file = read(VITALS, InventedSteps.vitalSigns());
        assertThat(file.notes()).extracting(Note::code).containsExactly("department-missing");
        var entries = file.sheets().getFirst().entries();
        assertThat(entries).hasSize(2).allMatch(entry -> ((Results) entry).kind() == Results.ResultKind.VITAL);
        assertThat(((Results) entries.getFirst()).results())
                .extracting(result -> result.test().shown() + result.value())
                .containsExactly("体温36.5", "収縮期血圧128");
        assertThat(file.rows(Invented.IDS)).extracting(row -> row.kind()).containsOnly(RecordKind.VITAL);
        assertThat(file.sheets().getFirst().person().familyName()).isEqualTo("架空");
    }

    @Test
    void aRetractedFolderDeletesAndAStyleSheetTellsNothing() throws Unreadable {
        var retracted = SUMMARY.replace("_01_1/", "_01_0/");
        var sheet = read(retracted + "main.xml", utf8("<a/>")).sheets().getFirst();
        assertThat(sheet.deletes()).isTrue();
        assertThat(sheet.source()).isEqualTo("EXT/20260401/L1/20260401/01/main.xml");
        assertThat(read(SUMMARY + "CSS/style.css", utf8("a{}")).sheets()).isEmpty();
        var picture = read(SUMMARY + "photo.png", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        assertThat(picture.notes()).extracting(Note::code).containsExactly("content-differs");
    }

    /// A045.
    @Test
    void pathsThatLeadElsewhereOrNameTwoPatientsAreRefused() {
        assertThat(refusal(SUMMARY + "../main.pdf", utf8("x"))).isEqualTo("path");
        assertThat(refusal(SUMMARY + "a\u0000.pdf", utf8("x"))).isEqualTo("path");
        assertThat(refusal(SUMMARY.replace("/0001234567/", "/0009999999/") + "main.pdf", utf8("x")))
                .isEqualTo("patient-differs");
        assertThat(refusal(SUMMARY + "main.pdf", new byte[0])).isEqualTo("empty");
        assertThat(refusal(VITALS, utf8("MSH|^~\\&|"))).isEqualTo("truncated");
    }

    @Test
    void transactionsAreReadOneByOneWithWhatWasDone() throws Unreadable, IOException {
        var messages = Invented.messages();
        var name = Invented.nameOf(StorageKind.OML_11).fileName();
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(utf8("INS," + name + ",20260401\r\n"));
        bytes.writeBytes(messages.getOrDefault(StorageKind.OML_11, new byte[0]));
        bytes.writeBytes(utf8("\r\nDEL,0001234567\r\n"));
        bytes.writeBytes(messages.getOrDefault(StorageKind.ADT_12, new byte[0]));
        var file = read("2026/TR_20260401102030456_00001.DAT", bytes.toByteArray());
        assertThat(((TransactionFile) file).transactions())
                .extracting(TransactionFile.Transaction::deletes)
                .containsExactly(false, true);
        assertThat(file.sheets()).hasSize(2);
        assertThat(file.sheets().getFirst().source()).isEqualTo("20260401/OML-11/000000000000123");
        assertThat(file.sheets().get(1).deletes()).isTrue();
        assertThat(refusal("TR_20260401_1.DAT", utf8("nothing"))).isEqualTo("not-hl7");
    }
}
