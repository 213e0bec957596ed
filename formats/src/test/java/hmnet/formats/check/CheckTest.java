package hmnet.formats.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import hmnet.formats.Samples;
import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.check.CheckReport.CodeCount;
import hmnet.formats.file.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a facility reads before it joins.
class CheckTest {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final String RECEIPTS = """
            IR,2,34,1,9999999,,見本クリニック,202605,00,000-000-0000
            RE,1,1112,202604,見本　花子,2,3300101,70,,,,,,0000123,,,,,,,,,,,,,,,,,,,,,,,ミホン　ハナコ,
            HO,  999999,見本,１,1,1000,,,,,,,,,
            SY,2500013,20240401,1,,,01,
            RE,2,1112,202604,架空　太郎,1,3400202,70,,,,,,0000124,,,,,,,,,,,,,,,,,,,,,,,カクウ　タロウ,
            HO,  999999,見本,２,1,1000,,,,,,,,,
            SY,0000999,20260410,2,,見本の病気,,
            GO,2,2000,99
            """;

    private static byte[] receipts() {
        return RECEIPTS.replace("\n", "\r\n").getBytes(MS932);
    }

    @TempDir
    Path folder;

    private CheckReport walk() throws IOException {
        return FileWalk.of(List.of(folder), seen -> {});
    }

    @Test
    void aFileOfManyPatientsIsCountedWithWhatIsCoded() {
        var file = CheckedFile.of("a.UKE", "a.UKE", receipts());
        assertThat(file.format()).isEqualTo(Format.UKE_IKA);
        assertThat(file.outcome()).isNotEqualTo(Outcome.REFUSED);
        assertThat(file.patients()).isEqualTo(2);
        assertThat(file.rows()).isPositive();
        assertThat(file.codes().get("icd10")).isEqualTo(new CodeCount(2, 1));
        assertThat(file.sha256()).hasSize(64);
    }

    private static byte[] stored(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var crc = new CRC32();
            crc.update(content);
            var entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void anArchiveOfFilesIsToldAsThatWhateverItHolds() throws IOException {
        var file = CheckedFile.of("a.zip", "a.zip", stored("a.UKE", receipts()));
        assertThat(file.format()).isEqualTo(Format.OTHER);
        assertThat(file.notes()).extracting(Note::code).containsExactly("archive");
    }

    @Test
    void aCutFileIsStillOfItsKind() {
        var dental = RECEIPTS.replace("IR,2,34,1,", "IR,2,34,3,").replace("GO,2,2000,99\n", "");
        var file = CheckedFile.of("a.UKE", "a.UKE", dental.replace("\n", "\r\n").getBytes(MS932));
        assertThat(file.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(file.format()).isEqualTo(Format.UKE_SHIKA);
    }

    @Test
    void whatNoFormatKnowsIsRefusedAndTheOthersAreNot() throws IOException {
        Files.write(folder.resolve("a.UKE"), receipts());
        Files.writeString(folder.resolve("letter.txt"), "nothing of ours");
        Files.write(folder.resolve("empty"), new byte[0]);
        var report = walk();
        assertThat(report.count(Outcome.REFUSED)).isEqualTo(2);
        assertThat(report.json())
                .contains(
                        "\"totals\":{\"accepted\":",
                        "\"refused\":2}",
                        "\"unknown-format\"",
                        "\"empty\"",
                        "\"uke-ika\"");
        assertThat(report.words()).contains("受け入れられないファイル: 2", "letter.txt", "unknown-format");
        assertThat(report.table(1)).contains("uke-ika");
    }

    /// The file says 140 receipts and holds two: it is taken, and the report says so.
    @Test
    void whatAnAcceptedFileIsToldIsPrintedInJapaneseWithItsPlace() throws IOException {
        Files.write(
                folder.resolve("a.UKE"),
                new String(receipts(), MS932).replace("GO,2,", "GO,140,").getBytes(MS932));
        var words = walk().words();
        assertThat(words).contains("受入（指摘あり）: 1", "total-differs（書かれた合計と実際の件数・点数が違います） [8 行目 GO[1] 件数] 記載は 140、実際は 2");
        assertThat(words.lines().reduce((a, b) -> b).orElse(""))
                .startsWith("次にすること: 送れます。上の指摘（1 件のファイル）をご覧ください。最初の箇所: ")
                .contains("a.UKE");
    }

    @Test
    void theLastLineSaysWhatToDoNext() throws IOException {
        Files.writeString(
                folder.resolve("a.txt"),
                "JAHISTC08,1\r\n1,試験 太郎,1,S330303\r\n5,R080410,1\r\n201,1,試験錠,2,錠,4,1179044F1ZZZ,1\r\n201,,,,\r\n",
                MS932);
        assertThat(walk().words().lines().reduce((a, b) -> b).orElse(""))
                .startsWith("次にすること: 受け入れられないファイルが 1 件あります。直して、もう一度確かめてから送ってください。最初の箇所: ")
                .endsWith("a.txt 5 行目 201[2] 薬品名称 必要な項目が足りません");
        Files.delete(folder.resolve("a.txt"));
        Files.writeString(folder.resolve("b.json"), """
                {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/1","identifier":{"value":"1","system":"urn:oid:1.2.392.100495.20.3.51.13419999999"}},
                 "code":{"text":"見本の病"},"recordedDate":"2026-11-01"}""");
        assertThat(walk().words()).endsWith("次にすること: ありません。このまま送れます。");
    }

    @Test
    void aFileCutBehindItsHeaderIsNotGreen() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "JAHISTC08,1\r\n1,試験 太郎,1,S330303\r\n", MS932);
        Files.writeString(folder.resolve("b.txt"), "JAHIS10\r\n1,1,9999999,34,試験診療所\r\n", MS932);
        Files.writeString(
                folder.resolve("c.hl7"),
                "MSH|^~\\&|HIS||GW||20260401101112||ORU^R01^ORU_R01|A1|P|2.5\rPID|0001||1^^^^PI||架空^花子\r");
        var report = walk();
        assertThat(report.count(Outcome.ACCEPTED) + report.count(Outcome.REPAIRED))
                .isZero();
        assertThat(report.files()).allSatisfy(file -> assertThat(file.rows()).isZero());
        assertThat(report.words()).contains("内容なし", "nothing-told");
        assertThat(report.json()).contains("\"empty\":");
    }

    @Test
    void whatIsKnownAndNotFiledIsCalledByItsName() throws IOException {
        Files.writeString(
                folder.resolve("a.xml"),
                "<?xml version='1.0'?><query:AdhocQueryRequest xmlns:query=\"urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0\"/>");
        Files.writeString(folder.resolve("b.xml"), "<PRPA_IN201306UV02 xmlns=\"urn:hl7-org:v3\"/>");
        Files.writeString(folder.resolve("c.csv"), "\uFEFF報告数・累積報告数、疾病・都道府県別,,\r\n2026年16週,,\r\n");
        var words = walk().words();
        assertThat(words)
                .contains("IHE XDS（文書の登録・検索。ebXML）", "IHE 患者の登録・照会", "感染症発生動向調査（IDWR）の集計", "ここへ取り込むファイルではありません")
                .doesNotContain("unknown-format");
    }

    @Test
    void everyIheDocumentAndWeeklyReportOfTheSamplesHasAName() throws IOException {
        for (var shared : List.of("ihe-ipf", "surveillance-idwr")) {
            var report = FileWalk.of(List.of(Samples.folder(shared)), seen -> {});
            assertThat(report.files().stream()
                            .filter(file -> file.path().matches(".*\\.(xml|csv)"))
                            .filter(file -> file.notes().stream()
                                    .anyMatch(note -> note.code().equals("unknown-format"))))
                    .extracting(CheckedFile::path)
                    .isEmpty();
        }
    }

    @Test
    void aLinkLeadsNowhere() throws IOException {
        var outside = Files.createTempFile("outside", ".UKE");
        Files.write(outside, receipts());
        Files.createSymbolicLink(folder.resolve("link.UKE"), outside);
        assertThat(walk().files()).isEmpty();
    }

    @Test
    void aConversionIsABundleWithEveryPatient() throws Unreadable {
        var made = Conversion.of("a.UKE", receipts(), Format.FHIR);
        var bundle = (Bundle)
                FhirContext.forR4().newJsonParser().parseResource(new String(made.bytes(), StandardCharsets.UTF_8));
        assertThat(bundle.getEntry().stream().filter(entry -> entry.getResource() instanceof Patient))
                .hasSize(2);
        assertThat(bundle.getEntry().stream().map(entry -> entry.getResource().getId()))
                .doesNotHaveDuplicates();
        var again = Conversion.of("a.UKE", receipts(), Format.FHIR);
        assertThat(again.bytes()).as("the same file, the same ids").isEqualTo(made.bytes());
    }

    @Test
    void whatCannotBeReadIsNotConverted() {
        var refused = catchThrowableOfType(
                Unreadable.class, () -> Conversion.of("x", "x".getBytes(StandardCharsets.UTF_8), Format.FHIR));
        assertThat(refused.note().code()).isEqualTo("unknown-format");
    }

    /// The sender's own system had lost it before: nobody can bring it back, but everybody is told. Of records whose
    /// character set must be guessed it is damage, and they are refused.
    @Test
    void aCharacterLostBeforeTheFileWasMadeIsCountedOrRefused() throws IOException {
        var condition = """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"0000123",
                  "system":"urn:oid:1.2.392.100495.20.3.51.13499999999"}],"name":[{"text":"見本 花子"}]}},
                 {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Condition","id":"c","subject":{"reference":"urn:uuid:1"},
                  "code":{"text":"見本の病\uFFFD"},"recordedDate":"2026-11-01"}}]}""";
        Files.writeString(folder.resolve("a.json"), condition);
        var report = walk();
        assertThat(report.files().getFirst().lost()).isEqualTo(1);
        assertThat(report.json()).contains("\"lost\":1");
        assertThat(report.words()).contains("欠けた文字: 1");
        var receipts = CheckedFile.of(
                "a.UKE", "a.UKE", RECEIPTS.replace("の病気", "\uFFFD").getBytes(StandardCharsets.UTF_8));
        assertThat(receipts.notes()).extracting(Note::code).contains("charset");
        assertThat(receipts.outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aSchemaOfCheckUpsIsNoCheckUp() {
        var schema = """
                <?xml version="1.0"?><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
                 targetNamespace="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html"><xs:element name="index"/></xs:schema>""";
        var file = CheckedFile.of("ix08_V08.xsd", "ix08_V08.xsd", schema.getBytes(StandardCharsets.UTF_8));
        assertThat(file.format()).isEqualTo(Format.OTHER);
    }
}
