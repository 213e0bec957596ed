package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Reports of examinations of invented patients (放射線・内視鏡・生理検査の報告, ORU): headings, values, who, when, state.
class SentReportsTest {
    private static final String ORC = "ORC|SC|20260401070|||||||20260401|||D1^架空^一郎|||||10^放射線科^99XY1";
    private static final String PDF = "^application^pdf^Base64^JVBERi0xLjQ=";

    private static String obr(String... more) {
        var fields = new String[more.length + 3];
        fields[0] = "2=20260401070";
        fields[1] = "4=CT1^胸部ＣＴ^99XYZ";
        fields[2] = "24=RAD";
        System.arraycopy(more, 0, fields, 3, more.length);
        return segment("OBR", fields);
    }

    private static DocumentExtract report(ReadChart chart) {
        return chart.extracts(DocumentExtract.class).getFirst();
    }

    @Test
    void eachPartOfAReportStandsUnderItsHeading() {
        var chart = ReadChart.of(
                "ORU^R01",
                ORC,
                obr("7=202604010900", "25=F", "32=D5&読影&太郎"),
                "OBX|1|TX|CT1&HIS^x^99XYZ||喫煙歴あり||||||F",
                "OBX|2|TX|CT1&GDT^x^99XYZ||右上葉に結節||||||F",
                "OBX|3|TX|CT1&IMP^x^99XYZ||肺癌の疑い||||||F",
                "OBX|4|FT|CT1&REC^x^99XYZ||生検を勧める||||||F",
                "OBX|5|TX|CT1&ADT^x^99XYZ||ＰＥＴ||||||F",
                "OBX|6|TX|CT1&CNP^x^99XYZ||呼吸器カンファレンス||||||F",
                "OBX|7|TX|CT1&DEV^x^99XYZ||ＣＴ装置１||||||F",
                "OBX|8|TX|N1^読影メモ^99XYZ||比較 2025年||||||F",
                "OBX|9|NM|S1^最大径^99XYZ||23|mm|0-10|H|||F",
                "OBX|10|NM|S2^心胸郭比^99XYZ||48|%||N|||F",
                "OBX|11|ST|S3^肺機能^99XYZ||||||||X");
        assertThat(chart.sections())
                .containsExactly(
                        "病歴：喫煙歴あり",
                        "所見：右上葉に結節",
                        "診断：肺癌の疑い",
                        "推奨：生検を勧める",
                        "追加検査：ＰＥＴ",
                        "会議：呼吸器カンファレンス",
                        "機器：ＣＴ装置１",
                        "読影メモ：比較 2025年",
                        "計測値：最大径: 23 mm（判定 H 基準 0-10）\n心胸郭比: 48 %\n肺機能: （測定不能）");
        assertThat(chart.titles()).containsExactly("胸部ＣＴ");
        assertThat(report(chart).author()).isEqualTo("読影 太郎");
        assertThat(chart.sources()).containsExactly("+REPORT/20260401070");
        assertThat(chart.rows().getFirst().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604010900")));
        assertThat(chart.fhir("DiagnosticReport", "status")).isEqualTo("final");
    }

    @Test
    void aReportWithoutTimeOfTheExaminationStandsAtItsIssue() {
        var issued = ReadChart.of("ORU^R01", ORC, obr("16=D2^依頼^花子", "22=202604021500"), "OBX|1|TX|^所見^L||異常なし||||||F");
        assertThat(issued.rows().getFirst().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604021500")));
        assertThat(report(issued).author())
                .as("OBR-16, where nobody interpreted")
                .isEqualTo("依頼 花子");
        var ordered = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|^所見^L||異常なし||||||F");
        assertThat(ordered.rows().getFirst().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("20260401")));
    }

    @Test
    void wordsWithoutAnOrderAreAReportOfTheirDoctor() {
        var chart = ReadChart.of("ORU^R01", ORC, "OBX|1|TX|^所見^L||胸水なし||||||F");
        assertThat(chart.titles()).containsExactly("検査報告");
        assertThat(report(chart).author()).isEqualTo("架空 一郎");
        assertThat(chart.sections()).containsExactly("所見：胸水なし");
        var nobody = ReadChart.of("ORU^R01", "OBX|1|TX|^所見^L||胸水なし||||||F");
        assertThat(nobody.sources()).containsExactly("+REPORT/");
        assertThat(nobody.rows().getFirst().key()).isEqualTo("report");
        assertThat(report(nobody).author()).isEmpty();
    }

    @Test
    void aReportOfSeveralExaminationsNamesEachOnce() {
        var chart = ReadChart.of(
                "ORU^R01",
                ORC,
                obr("7=202604010900"),
                "NTE|1||造影あり",
                "OBX|1|TX|^所見^L||結節||||||F",
                "NTE|1||主治医へ連絡済",
                segment("OBR", "2=20260401070", "4=CT2^腹部ＣＴ^99XYZ", "24=RAD"),
                "OBX|1|TX|^所見^L||肝嚢胞||||||F");
        assertThat(chart.sections()).containsExactly("検査項目：胸部ＣＴ\n腹部ＣＴ", "所見：結節\n肝嚢胞", "コメント：造影あり\n主治医へ連絡済");
        assertThat(chart.rows()).hasSize(1);
    }

    @Test
    void aReportSaysWhetherItIsFinal() {
        for (var state : new String[] {"P", "R", "A", "S", "I", "O"}) {
            var chart = ReadChart.of("ORU^R01", ORC, obr("25=" + state), "OBX|1|TX|^所見^L||結節||||||F");
            assertThat(chart.sections()).as(state).containsExactly("報告の状態：暫定報告", "所見：結節");
        }
        assertThat(ReadChart.of("ORU^R01", ORC, obr("25=C"), "OBX|1|TX|^所見^L||結節||||||F")
                        .sections())
                .containsExactly("報告の状態：訂正報告", "所見：結節");
        assertThat(ReadChart.of("ORU^R01", ORC, obr("25=F"), "OBX|1|TX|^所見^L||結節||||||P")
                        .sections())
                .as("what the whole says counts before its observations")
                .containsExactly("所見：結節");
    }

    @Test
    void aReportWithoutAStateHasThatOfItsObservations() {
        var preliminary = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|^所見^L||結節||||||F", "OBX|2|TX|^診断^L||肺癌||||||P");
        assertThat(preliminary.sections()).startsWith("報告の状態：暫定報告");
        var corrected = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|^所見^L||結節||||||F", "OBX|2|TX|^診断^L||嚢胞||||||C");
        assertThat(corrected.sections()).startsWith("報告の状態：訂正報告");
        var partly = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|^所見^L||結節||||||F", "OBX|2|TX|^診断^L||撮影不可||||||X");
        assertThat(partly.sections()).startsWith("所見：結節");
        var none = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|^所見^L||撮影不可||||||X");
        assertThat(none.titles()).containsExactly("（取消）胸部ＣＴ");
        assertThat(none.sections()).startsWith("報告の状態：取消");
    }

    @Test
    void everyFileOfAReportIsARowAndNoDeletedOneIs() {
        var chart = ReadChart.of(
                "ORU^R01",
                ORC.replace("20260401070", "20260401071"),
                segment("OBR", "2=20260401071", "4=CT1^胸部ＣＴ^99XYZ", "7=202604010900", "24=RAD", "32=D5&読影&太郎"),
                "OBX|1|ED|K1^画像^99XYZ|1|" + PDF + "||||||F",
                "OBX|2|ED|K1^画像^99XYZ|2|" + PDF + "||||||F",
                "OBX|3|ED|K2^報告書^99XYZ||" + PDF + "||||||D",
                "OBX|4|ED|K3^動画^99XYZ||^video^mp4^Hex^00 01||||||F");
        assertThat(chart.rows())
                .extracting(row -> row.key() + " " + row.title())
                .containsExactly(
                        "20260401071 胸部ＣＴ",
                        "20260401071/K1/1 胸部ＣＴ 画像",
                        "20260401071/K1/2 胸部ＣＴ 画像",
                        "20260401071/K3 胸部ＣＴ 動画");
        assertThat(chart.extracts(DocumentExtract.class))
                .extracting(paper -> paper.contentType() + " " + paper.size() + " " + paper.author())
                .containsExactly(" 0 読影 太郎", "application/pdf 8 読影 太郎", "application/pdf 8 読影 太郎", "video/mp4 2 読影 太郎");
    }

    @Test
    void theTypeOfAFileIsFoundInItsSubtypeToo() {
        var types = new String[][] {
            {"^image^jpg^Base64", "image/jpeg"},
            {"^IM^JPEG^Base64", "image/jpeg"},
            {"^IM^png^Base64", "image/png"},
            {"^IM^gif^Base64", "image/gif"},
            {"^IM^tiff^Base64", "image/tiff"},
            {"^TEXT^plain^Base64", "text/plain"},
            {"^AP^rtf^Base64", "text/rtf"},
            {"^AP^html^Base64", "text/html"},
            {"^AP^pdf^Base64", "application/pdf"},
            {"^audio^mpeg^Base64", "audio/mpeg"},
            {"^^application/pdf^Base64", "application/pdf"},
            {"^AP^^Base64", "application/octet-stream"}
        };
        for (var type : types) {
            var chart = ReadChart.of(
                    "ORU^R01", ORC, obr("7=202604010900"), "OBX|1|ED|K1^添付^99XYZ||" + type[0] + "^JVBERi0xLjQ=||||||F");
            assertThat(chart.extracts(DocumentExtract.class).getLast().contentType())
                    .as(type[0])
                    .isEqualTo(type[1]);
        }
        var broken = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|ED|K1^添付^99XYZ||^AP^pdf^Hex^GG||||||F");
        assertThat(broken.rows()).as("what is not encoded so is no file").hasSize(1);
        var word = ReadChart.of("ORU^R01", ORC, obr(), "OBX|1|TX|K1^添付^99XYZ||" + PDF + "||||||F");
        assertThat(word.rows()).as("and what is no ED neither").hasSize(1);
    }

    @Test
    void aReportThatWasCancelledLeaves() {
        var chart = ReadChart.of(
                "ORU^R01",
                ORC.replace("SC|", "CA|"),
                obr("7=202604010900"),
                "OBX|1|TX|^所見^L||結節||||||F",
                "ORC|SC|20260401072",
                segment("OBR", "2=20260401072", "4=US1^腹部超音波^99XYZ", "24=RUS"),
                "OBX|1|TX|^所見^L||胆石||||||F");
        assertThat(chart.sources()).containsExactlyInAnyOrder("+REPORT/20260401072", "-REPORT/20260401070");
        assertThat(chart.titles()).containsExactly("腹部超音波");
    }

    @Test
    void aReportThatIsRestrictedSaysSo() {
        var chart = ReadChart.of(
                "ORU^R01",
                segment("ORC", "1=SC", "2=20260401070", "28=R^限定^HL70177"),
                obr(),
                "OBX|1|TX|^所見^L||結節||||||F",
                "OBX|2|ED|K1^添付^99XYZ||" + PDF + "||||||F");
        assertThat(chart.rows()).hasSize(2).allMatch(row -> row.labels().contains(Label.RESTRICTED));
    }

    @Test
    void whoseValuesAreCodedTestsIsALaboratory() {
        for (var laboratory : new String[] {
            "OBX|1|TX|3B035000002327201^ＧＯＴ^JC10||31||||||F",
            "OBX|1|TX|G1^GOT^99XYZ^3B035000002327201^ＧＯＴ^JC10||31||||||F",
            "OBX|1|SN|G1^抗体価^99XYZ||^1^:^128||||||F",
            "OBX|1|NM|G1^抗体価^99XYZ||128||||||F",
            "SPM|1|S1||023^血清^JC10\rOBX|1|TX|G1^抗体価^99XYZ||陰性||||||F"
        }) {
            var chart = ReadChart.of(
                    "ORU^R01", segment("OBR", "2=20260401073", "4=E1^検査^99XYZ", "7=202604010900"), laboratory);
            assertThat(chart.sources()).as(laboratory).containsExactly("+LABORATORY/20260401073");
        }
        assertThat(ReadChart.of("ORU^R01", obr(), "OBX|1|NM|S1^最大径^99XYZ||23|mm|||||F")
                        .rows()
                        .getFirst()
                        .kind())
                .as("what radiology writes is a report, even if it is a number")
                .isEqualTo(RecordKind.REPORT);
    }

    @Test
    void aFileAmongResultsWithoutNumberIsKept() {
        var chart = ReadChart.of(
                "ORU^R01",
                "OBR|1|||E9^病原体遺伝子^99O03|||202604010800",
                "OBX|1|ST|5F625000006145011^核酸検出^JC10||検出せず||||||F",
                "OBX|2|ED|R1^報告書^99XYZ||" + PDF + "||||||F");
        assertThat(chart.rows()).extracting(row -> row.key()).contains("report/R1");
        var cancelled = ReadChart.of(
                "ORU^R01",
                "ORC|CA|20260401074",
                "OBR|1|20260401074||E9^病原体遺伝子^99O03|||202604010800",
                "OBX|1|ST|5F625000006145011^核酸検出^JC10||検出せず||||||F",
                "OBX|2|ED|R1^報告書^99XYZ||" + PDF + "||||||F");
        assertThat(cancelled.rows()).isEmpty();
    }
}
