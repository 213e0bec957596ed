package hmnet.formats.eprescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.pharmacy.Samples;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EPrescriptionFileTest {
    private static final String RECORDS = """
            SJ1
            1,1,9999999,34,試験診療所
            5,,,試験　医師
            11,T-1,試験　太郎,ｼｹﾝ ﾀﾛｳ
            12,1
            13,19600606
            22,06999999
            23,試,１２３,1,02
            51,20260401
            82,1,1234567890123456
            101,1,1,,14
            111,1,3,1013044400000000,１日３回朝昼夕食後　服用,3
            201,1,1,1,2,620000033,試験錠３００ｍｇ,3,1,錠
            301,1,試験錠,効果を見て減量
            302,1,eGFR 58
            """;

    private static byte[] envelope(String records) {
        var base64 = Base64.getMimeEncoder()
                .encodeToString(records.replace("\n", "\r\n").getBytes(RecordForm.WINDOWS));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document id="Document"><Prescription><PrescriptionManagement><Version Value="EPS1.0"/></PrescriptionManagement>
                <PrescriptionDocument id="PrescriptionDocument">%s</PrescriptionDocument>
                <PrescriptionSign><xs:Signature xmlns:xs="http://www.w3.org/2000/09/xmldsig#"><xs:SignedInfo/></xs:Signature>
                </PrescriptionSign></Prescription></Document>
                """.formatted(base64).getBytes(StandardCharsets.UTF_8);
    }

    private static String refused(String xml) {
        return catchThrowableOfType(
                        Unreadable.class, () -> EPrescriptionFile.read(xml.getBytes(StandardCharsets.UTF_8)))
                .note()
                .code();
    }

    @Test
    void theRecordsAreReadAndTheSignedEnvelopeStaysAsItCame() throws Unreadable {
        var bytes = envelope(RECORDS);
        var file = EPrescriptionFile.read(bytes);
        assertThat(file.original()).isEqualTo(bytes);
        assertThat(file.signed()).isTrue();
        assertThat(file.kind()).isEqualTo("電子処方箋");
        assertThat(file.notes()).extracting(Note::code).containsExactly("signature-not-verified", "not-carried");
        var sheet = file.sheets().getFirst();
        assertThat(sheet.source()).isEqualTo("jahis-rx/1234567890123456");
        var medicines = (Medicines) sheet.entries().getFirst();
        assertThat(medicines.notes()).containsExactly("提供診療情報 試験錠 効果を見て減量", "検査値等 eGFR 58");
        assertThat(medicines.drugs().getFirst().usageCode()).isEqualTo("1013044400000000");
    }

    @Test
    void aDispensingIsKeptButNotRead() throws Unreadable {
        var xml = "<Document><Dispensing><DispensingDocument>QQ==</DispensingDocument></Dispensing></Document>";
        var file = EPrescriptionFile.read(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(file.sheets()).isEmpty();
        assertThat(file.notes()).extracting(Note::code).containsExactly("layout-unknown");
    }

    @Test
    void hostileEnvelopesAreRefused() {
        assertThat(refused("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document>&x;</Document>"))
                .isEqualTo("xml-doctype");
        assertThat(refused("<Document>&x;</Document>")).isEqualTo("xml-doctype");
        assertThat(refused("<Document>" + "<a>".repeat(20_000))).isEqualTo("xml-too-deep");
        assertThat(refused("<Document " + attributes(1_000) + "/>")).startsWith("xml");
        assertThat(refused("<Other/>")).isEqualTo("header");
        assertThat(refused("<Document/>")).isEqualTo("record-missing");
        assertThat(
                        refused(
                                "<Document><Prescription><PrescriptionDocument>***</PrescriptionDocument></Prescription></Document>"))
                .isEqualTo("base64");
        assertThat(refused("not xml")).isEqualTo("xml");
        assertThat(refused(new String(envelope(RECORDS.replace("SJ1", "JAHIS10")), StandardCharsets.UTF_8)))
                .isEqualTo("header");
    }

    private static String attributes(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(" a").append(i).append("=\"x\"");
        }
        return out.toString();
    }

    @Test
    void itIsRecognisedByItsElements() {
        assertThat(EPrescriptionFile.looksLike(envelope(RECORDS), "")).isTrue();
        assertThat(EPrescriptionFile.looksLike("<ClinicalDocument/>".getBytes(StandardCharsets.UTF_8), ""))
                .isFalse();
        assertThat(EPrescriptionFile.looksLike(new byte[0], "")).isFalse();
    }

    @Test
    void aDamagedEnvelopeIsReadOrRefusedAndNothingElse() {
        assertThat(Samples.damage(EPrescriptionFile::read, envelope(RECORDS), 400, 44))
                .isBetween(10, 390);
    }
}
