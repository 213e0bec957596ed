package hmnet.formats.hl7v2;

import static hmnet.formats.hl7v2.ReadChart.segment;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.extract.DocumentExtract;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What TXA says of a document of invented patients (文書の状態, MDM): when, by whom, finished or not, secret or not.
class SentDocumentStatesTest {
    private static final String TEXT = "OBX|1|TX|^本文^L||経過は良好||||||F";
    private static final String PDF = "^application^pdf^Base64^JVBERi0xLjQ=";

    private static ReadChart document(String trigger, String[] txa, String... more) {
        var segments = new String[more.length + 1];
        segments[0] = segment("TXA", txa);
        System.arraycopy(more, 0, segments, 1, more.length);
        return ReadChart.of("MDM^" + trigger, segments);
    }

    private static String[] fields(String... fields) {
        return fields;
    }

    private static DocumentExtract paper(ReadChart chart) {
        return chart.extracts(DocumentExtract.class).getFirst();
    }

    @Test
    void aDocumentSaysWhoWroteItAndWhen() {
        var chart = document(
                "T02",
                fields("2=11506-3^経過記録^LN", "4=202604090900", "5=D1^架空^一郎", "6=202604091000", "12=DOC1", "17=LA"),
                TEXT);
        assertThat(paper(chart).author()).isEqualTo("架空 一郎");
        assertThat(chart.rows().getFirst().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604090900")));
        assertThat(chart.sections()).containsExactly("文書の状態：記載日時 2026/4/9 10:00", "本文：経過は良好");
        var written = document("T02", fields("2=^記録", "6=202604091000", "8=202604091100", "12=DOC1"), TEXT);
        assertThat(written.rows().getFirst().occurredAt())
                .isEqualTo(Objects.requireNonNull(Hl7Time.at("202604091000")));
        assertThat(written.sections()).containsExactly("本文：経過は良好");
        var edited = document("T02", fields("2=^記録", "8=202604091100", "12=DOC1"), TEXT);
        assertThat(edited.rows().getFirst().occurredAt()).isEqualTo(Objects.requireNonNull(Hl7Time.at("202604091100")));
    }

    @Test
    void everyStateBeforeSigningLooksLikeADraft() {
        var words = new String[][] {{"DI", "口述のみ"}, {"DO", "記載済み・未承認"}, {"IN", "未完成"}, {"IP", "作成中"}, {"PA", "承認前"}};
        for (var word : words) {
            var chart = document("T02", fields("2=^記録", "4=20260409", "12=DOC1", "17=" + word[0]), TEXT);
            assertThat(chart.sections()).startsWith("文書の状態：" + word[1]);
            assertThat(chart.titles()).containsExactly("（下書き）記録");
        }
        for (var finished : new String[] {"AU", "LA", ""}) {
            var chart = document("T02", fields("2=^記録", "4=20260409", "12=DOC1", "17=" + finished), TEXT);
            assertThat(chart.titles()).containsExactly("記録");
            assertThat(chart.sections()).containsExactly("本文：経過は良好");
        }
    }

    @Test
    void anObsoleteOrUnusableDocumentSaysSo() {
        var old = document("T02", fields("2=^記録", "4=20260409", "12=DOC1", "17=LA", "19=OB"), TEXT);
        assertThat(old.sections()).startsWith("文書の状態：旧版");
        assertThat(paper(old).state()).isEqualTo(CareState.ENDED);
        var unused = document("T02", fields("2=^記録", "4=20260409", "12=DOC1", "17=LA", "19=UN"), TEXT);
        assertThat(unused.sections()).startsWith("文書の状態：診療に使わない");
        assertThat(paper(unused).state()).isEqualTo(CareState.ON_HOLD);
        assertThat(document("T02", fields("2=^記録", "12=DOC1", "19=AV"), TEXT).sections())
                .containsExactly("本文：経過は良好");
    }

    @Test
    void everybodyWhoAnswersForADocumentIsNamed() {
        var chart = document(
                "T06",
                fields(
                        "2=^記録",
                        "4=20260409",
                        "10=D2^承認^二郎~D3^承認^三郎",
                        "12=DOC2",
                        "13=DOC1",
                        "21=検査値の追記",
                        "22=D4^署名^四郎~D5^署名^五郎"),
                TEXT);
        assertThat(chart.sections().getFirst())
                .isEqualTo("文書の状態：元の文書 DOC1\n変更の理由 検査値の追記\n承認予定者 承認 二郎\n承認予定者 承認 三郎\n承認者 署名 四郎\n承認者 署名 五郎");
    }

    @Test
    void aSecretDocumentIsLabelled() {
        for (var secret : new String[] {"R", "V"}) {
            assertThat(document("T02", fields("2=^記録", "12=DOC1", "18=" + secret), TEXT)
                            .rows()
                            .getFirst()
                            .labels())
                    .containsExactly(Label.RESTRICTED);
        }
        assertThat(document("T02", fields("2=^記録", "12=DOC1", "18=U"), TEXT)
                        .rows()
                        .getFirst()
                        .labels())
                .isEmpty();
    }

    @Test
    void aDocumentIsKnownByItsNumberElseByItsFile() {
        assertThat(document("T02", fields("2=^記録", "12=DOC1", "16=a.pdf"), TEXT).sources())
                .containsExactly("+DOCUMENT/DOC1");
        var file = document("T02", fields("16=a.pdf"), TEXT);
        assertThat(file.sources()).containsExactly("+DOCUMENT/a.pdf");
        assertThat(document("T02", fields("2=^記録"), TEXT).rows().getFirst().key())
                .isEqualTo("document");
        assertThat(document("T02", fields("16=a.pdf", "25=退院時要約"), TEXT).titles())
                .containsExactly("退院時要約");
        assertThat(document("T02", fields("16=a.pdf"), TEXT).titles()).containsExactly("a.pdf");
        assertThat(document("T02", fields("12=DOC1"), TEXT).titles()).containsExactly("文書");
        assertThat(document("T02", fields("2=^記録", "25=退院時要約"), TEXT).titles())
                .as("a type in words without a code")
                .containsExactly("記録");
    }

    @Test
    void aCancelledDocumentLeaves() {
        assertThat(document("T11", fields("2=^記録", "12=DOC1")).sources()).containsExactly("-DOCUMENT/DOC1");
        assertThat(document("T02", fields("2=^記録", "12=DOC1", "19=CA"), TEXT).sources())
                .containsExactly("-DOCUMENT/DOC1");
    }

    @Test
    void onlyAReplacementTakesAnotherAway() {
        assertThat(document("T09", fields("2=^記録", "12=DOC3", "13=DOC1"), TEXT).sources())
                .containsExactly("-DOCUMENT/DOC1", "+DOCUMENT/DOC3");
        assertThat(document("T10", fields("2=^記録", "12=DOC1", "13=DOC1"), TEXT).sources())
                .as("one that keeps its number takes its own place")
                .containsExactly("+DOCUMENT/DOC1");
        assertThat(document("T10", fields("2=^記録", "12=DOC1"), TEXT).sources()).containsExactly("+DOCUMENT/DOC1");
        assertThat(document("T04", fields("2=^記録", "12=DOC1"), TEXT).sources())
                .as("a change that brings its content")
                .containsExactly("+DOCUMENT/DOC1");
        assertThat(document("T04", fields("2=^記録", "12=DOC1")).sources()).isEmpty();
        assertThat(document("T01", fields("2=^記録", "12=DOC1")).sources())
                .as("a first notice without content")
                .containsExactly("+DOCUMENT/DOC1");
    }

    @Test
    void everyFileOfADocumentIsKept() {
        var chart = document(
                "T02",
                fields("2=^記録", "4=20260409", "12=DOC1", "17=LA"),
                TEXT,
                "OBX|2|ED|^添付^L||" + PDF + "||||||F",
                "OBX|3|ED|^添付^L||" + PDF + "||||||D",
                "OBX|4|ED|^添付^L||^image^png^Base64^iVBORw==||||||F");
        assertThat(chart.rows()).extracting(row -> row.key()).containsExactly("DOC1", "DOC1/1");
        assertThat(chart.extracts(DocumentExtract.class))
                .extracting(paper ->
                        paper.contentType() + " " + paper.items().getFirst().text())
                .containsExactly("application/pdf 経過は良好", "image/png 経過は良好");
    }
}
