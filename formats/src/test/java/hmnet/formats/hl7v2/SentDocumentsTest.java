package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.extract.DocumentExtract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Documents of invented patients (文書, MDM) and files among results: what they say and whether they stand.
class SentDocumentsTest {
    private static final String PDF =
            Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));

    /// @param fields from TXA-12 on
    private static String txa(String fields) {
        return "TXA|1|18842-5^退院時サマリー^LN|TX|202604090900|D1^架空^一郎|202604091000|||D2^架空^二郎|D3^架空^三郎||" + fields;
    }

    private static String sections(ReadChart chart) {
        return chart.extracts(DocumentExtract.class).getFirst().items().stream()
                .map(section -> section.title() + "：" + section.text())
                .collect(Collectors.joining(" / "));
    }

    @Test
    void aFinishedDocumentIsOne() {
        var chart = ReadChart.of("MDM^T02", txa("DOC1|||||LA"), "OBX|1|TX|11535-2^退院時診断^LN||肺炎~軽快||||||F");
        assertThat(chart.titles()).containsExactly("退院時サマリー");
        assertThat(sections(chart)).endsWith("退院時診断：肺炎 軽快").contains("承認予定者 架空 三郎");
        assertThat(chart.extracts(DocumentExtract.class).getFirst().author()).isEqualTo("架空 二郎");
        assertThat(chart.fhir("DocumentReference", "docStatus")).isEmpty();
    }

    @Test
    void aDocumentThatNobodyHasSignedSaysSo() {
        var chart = ReadChart.of("MDM^T02", txa("DOC1|||||DO"), "OBX|1|TX|11535-2^退院時診断^LN||肺炎||||||P");
        assertThat(chart.titles()).containsExactly("（下書き）退院時サマリー");
        assertThat(sections(chart)).contains("記載済み・未承認");
        assertThat(chart.fhir("DocumentReference", "docStatus")).isEqualTo("preliminary");
    }

    @Test
    void anAddendumNamesWhatItAddsTo() {
        var chart = ReadChart.of("MDM^T06", txa("DOC2|DOC1||||AU"), "OBX|1|TX|^追記^L||退院後に培養陽性||||||F");
        assertThat(chart.file().sheets().getFirst().source()).isEqualTo("DOCUMENT/DOC2");
        assertThat(sections(chart)).contains("元の文書 DOC1").contains("退院後に培養陽性");
        assertThat(chart.file().sheets()).hasSize(1);
    }

    @Test
    void aNoticeWithoutContentEmptiesNoDocument() {
        for (var trigger : new String[] {"T03", "T07"}) {
            var chart = ReadChart.of("MDM^" + trigger, txa("DOC1|||||LA"));
            assertThat(chart.file().sheets()).isEmpty();
            assertThat(chart.notes()).containsExactly("nothing-told");
        }
        assertThat(ReadChart.of("MDM^T03", txa("DOC1|||||LA||CA"))
                        .file()
                        .sheets()
                        .getFirst()
                        .deletes())
                .isTrue();
    }

    @Test
    void aReplacementTakesItsParentAway() {
        var chart = ReadChart.of("MDM^T10", txa("DOC3|DOC1||||LA"), "OBX|1|TX|^本文^L||訂正版||||||F");
        assertThat(chart.file().sheets())
                .extracting(sheet -> sheet.source() + " " + sheet.deletes())
                .containsExactly("DOCUMENT/DOC1 true", "DOCUMENT/DOC3 false");
    }

    @Test
    void aFileOfTheWrongPatientIsNeverShown() {
        var chart = ReadChart.of(
                "MDM^T02",
                txa("DOC1|||||LA"),
                "OBX|1|ED|^添付^L||^application^pdf^Base64^" + PDF + "||||||W",
                "OBX|2|TX|^本文^L||本人の文書||||||F");
        assertThat(chart.rows()).hasSize(1);
        assertThat(chart.extracts(DocumentExtract.class).getFirst().contentType())
                .isEmpty();
    }

    @Test
    void aReportAmongLaboratoryResultsIsARowOfItsOwn() {
        var chart = ReadChart.of(
                "ORU^R01",
                "ORC|SC|20260401030",
                "OBR|1|20260401030||E9^病原体遺伝子^99O03|||202604010800",
                "OBX|1|ST|5F625000006145011^核酸検出^JC10||検出せず||||||F",
                "OBX|2|ED|^報告書^L||^application^pdf^Base64^" + PDF + "||||||F");
        assertThat(chart.tests())
                .extracting(test -> test.name() + "=" + test.value())
                .containsExactly("核酸検出=検出せず", "報告書=添付ファイル");
        var file = chart.extracts(DocumentExtract.class).getFirst();
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(chart.file().sheets())
                .extracting(sheet -> sheet.source())
                .containsExactly("LABORATORY/20260401030", "REPORT/20260401030");
    }
}
