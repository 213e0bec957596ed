package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.DocumentExtract.SectionItem;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.ProcedureExtract.ProcedureItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Acts, vaccinations, documents and reports, value by value as FHIR R4 and JP Core say it.
class ActsFhirTest {
    private static ProcedureExtract acts(ChartOf chart) {
        return (ProcedureExtract) chart.seen();
    }

    private static ProcedureItem act(String type, String members) throws Unreadable {
        return acts(ChartOf.one(type, members)).items().getFirst();
    }

    private static DocumentExtract paper(String type, String members) throws Unreadable {
        return (DocumentExtract) ChartOf.one(type, members).seen();
    }

    @Test
    void anOperationSaysWhereWhyAndWhatCameOfIt() throws Unreadable {
        var chart = ChartOf.one("Procedure", """
                "status":"completed","code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.701","code":"150253010","display":"架空切除術"}],"text":"架空切除術"},
                "performedPeriod":{"start":"2026-04-06T10:00:00+09:00","end":"2026-04-06T12:30:00+09:00"},
                "performer":[{"actor":{"display":"架空 執刀"}},{"actor":{"display":"架空 助手"}}],
                "bodySite":[{"text":"右"},{"text":"結腸"}],"reasonCode":[{"text":"結腸癌"}],"outcome":{"text":"完全切除"},
                "complication":[{"text":"出血"}],"followUp":[{"text":"抜糸"}],"note":[{"text":"術後経過良好"},{"text":" "}]""");
        var said = acts(chart);
        assertThat(said.ordered()).isFalse();
        assertThat(said.doctor()).isEqualTo("架空 執刀、架空 助手");
        var act = said.items().getFirst();
        assertThat(act.code()).isEqualTo("150253010");
        assertThat(act.name()).isEqualTo("架空切除術");
        assertThat(act.said())
                .isEqualTo("部位 右・結腸 理由 結腸癌 結果 完全切除 合併症 出血 追跡 抜糸"
                        + " 期間 2026-04-06T10:00:00+09:00～2026-04-06T12:30:00+09:00 術後経過良好");
        assertThat(chart.row().at()).hasToString("2026-04-06T10:00+09:00");
        assertThat(chart.row().title()).isEqualTo("架空切除術");
    }

    @Test
    void anActOfOneMomentHasNoPeriod() throws Unreadable {
        assertThat(act("Procedure", """
                "status":"completed","code":{"text":"創傷処置"},"performedDateTime":"2026-04-06\"""").said()).isEmpty();
        assertThat(act("Procedure", """
                "status":"completed","code":{"text":"創傷処置"},"performedPeriod":{"start":"2026-04-06"}""").said()).isEmpty();
    }

    @Test
    void aVaccinationKeepsLotNumberDoseAndSite() throws Unreadable {
        var act = act("Immunization", """
                "status":"completed","vaccineCode":{"text":"架空ワクチン"},"occurrenceDateTime":"2026-04-06","lotNumber":"AB12","site":{"text":"左上腕"},"route":{"text":"皮下"},
                "doseQuantity":{"value":0.5,"unit":"mL"},"protocolApplied":[{"doseNumberPositiveInt":2}]""");
        assertThat(act.name()).isEqualTo("架空ワクチン");
        assertThat(act.amount() + " " + act.unit()).isEqualTo("0.5 mL");
        assertThat(act.said()).isEqualTo("部位 左上腕 経路 皮下 ロット AB12 接種回数 2");
    }

    @Test
    void anOrderNamesWhoAskedAndAnActWhoDidIt() throws Unreadable {
        var order = acts(ChartOf.one("ServiceRequest", """
                "status":"active","intent":"order","code":{"text":"理学療法"},"orderDetail":[{"text":"週3回"}],"requester":{"display":"架空 依頼"},"performer":[{"display":"架空 療法士"}]"""));
        assertThat(order.ordered()).isTrue();
        assertThat(order.doctor()).isEqualTo("架空 依頼");
        assertThat(order.items().getFirst().said()).isEqualTo("指示 週3回");
        var unasked = acts(ChartOf.one("ServiceRequest", """
                "status":"active","intent":"order","code":{"text":"理学療法"},"performer":[{"display":"架空 療法士"}]"""));
        assertThat(unasked.doctor()).isEqualTo("架空 療法士");
        var done = acts(ChartOf.one("Procedure", """
                "status":"completed","code":{"text":"創傷処置"},"recorder":{"display":"架空 記録"},"performer":[{"actor":{"display":"架空 処置"}}]"""));
        assertThat(done.doctor()).isEqualTo("架空 処置");
        var recorded = acts(ChartOf.one("Procedure", """
                "status":"completed","code":{"text":"創傷処置"},"recorder":{"display":"架空 記録"}"""));
        assertThat(recorded.doctor()).isEqualTo("架空 記録");
    }

    @Test
    void anActInOtherFormatsKeepsItsDoctorAndItsCode() throws Unreadable {
        var plain = (PerformedActs) ChartOf.one("Procedure", """
                "status":"not-done","statusReason":{"text":"患者拒否"},"code":{"coding":[{"system":"urn:x","code":"P1","display":"架空処置"}]},"performedDateTime":"2026-04-06",
                "note":[{"text":"再検討"}],"performer":[{"actor":{"identifier":{"system":"urn:staff","value":"D9"},"display":"架空 処置"}}]""").plain();
        assertThat(plain.kind()).isEqualTo(PerformedActs.PerformedKind.PROCEDURE);
        assertThat(plain.title()).isEqualTo("架空処置");
        assertThat(plain.ordered()).isFalse();
        assertThat(plain.status().reason()).isEqualTo("患者拒否");
        assertThat(plain.from().doctor().shown()).isEqualTo("架空 処置");
        assertThat(plain.from().doctor().first().code()).isEqualTo("D9");
        assertThat(plain.acts()).singleElement().satisfies(act -> {
            assertThat(act.act().first().code()).isEqualTo("P1");
            assertThat(act.said()).isEqualTo("再検討");
            assertThat(act.status().reason()).isEqualTo("患者拒否");
        });
    }

    /// What HL7's list-empty-reason says stands in words: none, not asked and withheld never look alike.
    @Test
    void aSectionThatIsEmptySaysWhy() throws Unreadable {
        for (var reason : List.of(
                List.of("nilknown", "ないことを確認"),
                List.of("notasked", "聞いていない"),
                List.of("withheld", "伏せられている"),
                List.of("unavailable", "入手できない"),
                List.of("notstarted", "未着手"),
                List.of("closed", "更新を終えた"))) {
            assertThat(section(
                            "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/list-empty-reason\",\"code\":\""
                                    + reason.getFirst() + "\",\"display\":\"x\"}]}"))
                    .isEqualTo("記載なし（" + reason.getLast() + "）");
        }
        assertThat(
                        section(
                                "{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/list-empty-reason\",\"code\":\"withheld\"}],\"text\":\"家族の希望で伏せる\"}"))
                .as("the sender's own words count more")
                .isEqualTo("記載なし（家族の希望で伏せる）");
        assertThat(section("{\"coding\":[{\"system\":\"urn:x\",\"code\":\"withheld\",\"display\":\"別の表の語\"}]}"))
                .as("a code of another table is not HL7's")
                .isEqualTo("記載なし（別の表の語）");
    }

    private static String section(String reason) throws Unreadable {
        var items = paper("Composition", """
                "status":"final","type":{"text":"紹介状"},"date":"2026-04-06","title":"紹介状","author":[{"display":"架空 医師"}],"section":[{"title":"既往歴","emptyReason":REASON}]""".replace("REASON", reason)).items();
        assertThat(items).singleElement().extracting(SectionItem::title).isEqualTo("既往歴");
        return items.getFirst().text();
    }

    @Test
    void sectionsWithinSectionsAreReadInTheirOrder() throws Unreadable {
        var said = paper("Composition", """
                "status":"final","type":{"text":"退院時サマリー"},"title":"サマリー","date":"2026-04-06","author":[{"display":"架空 主治医"},{"display":"架空 主治医"},{"display":"架空 研修医"}],
                "section":[{"title":"経過","text":{"div":"<div>入院</div>"},"section":[{"title":"手術","text":{"div":"<div>胃切除</div>"}}]},{"title":"空"},{"title":"方針","text":{"div":"<div>外来</div>"}}]""");
        assertThat(said.type()).isEqualTo("退院時サマリー");
        assertThat(said.author()).isEqualTo("架空 主治医 架空 研修医");
        assertThat(said.items())
                .containsExactly(
                        new SectionItem("経過", "入院"), new SectionItem("手術", "胃切除"), new SectionItem("方針", "外来"));
        assertThat(said.contentType()).isEmpty();
        assertThat(said.size()).isZero();
    }

    @Test
    void aReportSaysItsConclusionItsCodesAndItsNotes() throws Unreadable {
        var said = paper("DiagnosticReport", """
                "status":"final","code":{"text":"胸部CT"},"effectiveDateTime":"2026-04-06","performer":[{"display":"架空 放射線"}],
                "conclusion":" 右上葉に結節 ","conclusionCode":[{"text":"肺結節"}],"note":[{"text":"要経過観察"}]""");
        assertThat(said.author()).isEqualTo("架空 放射線");
        assertThat(said.items()).containsExactly(new SectionItem("胸部CT", "右上葉に結節\n肺結節\n要経過観察"));
        var narrated = paper("DiagnosticReport", """
                "status":"final","code":{"text":"胸部CT"},"effectiveDateTime":"2026-04-06","text":{"status":"generated","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\">異常を認めない</div>"}""");
        assertThat(narrated.items()).containsExactly(new SectionItem("胸部CT", "異常を認めない"));
    }

    @Test
    void aFileKeepsItsTypeItsSizeAndItsBytes() throws Unreadable {
        var chart = ChartOf.one("DocumentReference", """
                "status":"current","type":{"text":"同意書"},"date":"2026-04-06","description":"手術同意書",
                "content":[{"attachment":{"contentType":"application/pdf","data":"JVBERi0xLjQ="}}]""");
        var said = (DocumentExtract) chart.seen();
        assertThat(said.contentType()).isEqualTo("application/pdf");
        assertThat(said.size()).isEqualTo(8);
        assertThat(said.items()).containsExactly(new SectionItem("同意書", "手術同意書"));
        var plain = (Paper) chart.plain();
        assertThat(new String(plain.content(), StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4");
        assertThat(plain.kind()).isEqualTo(Paper.PaperKind.DOCUMENT);
        assertThat(plain.type().shown()).isEqualTo("同意書");
        assertThat(plain.contentType()).isEqualTo("application/pdf");
        assertThat(plain.sections()).containsExactly(new Paper.PaperSection("同意書", "手術同意書"));
    }

    @Test
    void aReportInOtherFormatsIsAReport() throws Unreadable {
        var plain = (Paper) ChartOf.one("DiagnosticReport", """
                "status":"preliminary","code":{"text":"胸部CT"},"effectiveDateTime":"2026-04-06","conclusion":"結節\"""").plain();
        assertThat(plain.kind()).isEqualTo(Paper.PaperKind.REPORT);
        assertThat(plain.title()).isEqualTo("（下書き）胸部CT");
        assertThat(plain.content()).isEmpty();
    }

    @Test
    void aFindingSaysItsValueWithItsUnitAndItsJudgement() throws Unreadable {
        var said = paper("Observation", """
                "status":"final","category":[{"coding":[{"code":"exam"}]}],"code":{"coding":[{"code":"V1"}],"text":"視力"},"effectiveDateTime":"2026-04-06",
                "valueQuantity":{"value":0.7,"unit":"単位"},"interpretation":[{"coding":[{"code":"L"}]}],"note":[{"text":"眼鏡なし"}],
                "component":[{"code":{"text":"右"},"valueQuantity":{"value":0.8,"unit":"単位"}},{"code":{"text":"左"},"valueString":"測定不能"}]""");
        assertThat(said.items()).containsExactly(new SectionItem("視力", "0.7単位 L\n眼鏡なし\n右 0.8単位\n左 測定不能"));
    }

    @Test
    void whatHasNoCodeIsCalledByItsTitleElseByItsDescription() throws Unreadable {
        assertThat(paper("DocumentReference", """
                "status":"current","description":"紹介状の控え","content":[{"attachment":{"contentType":"application/pdf","data":"JVBERi0xLjQ="}}]""").type()).isEqualTo("紹介状の控え");
        assertThat(paper("FamilyMemberHistory", """
                "status":"completed","relationship":{"text":"父"},"note":[{"text":"胃癌"}]""".replace("\"subject\"", "\"patient\""))
                        .type())
                .isEqualTo("父");
    }
}
