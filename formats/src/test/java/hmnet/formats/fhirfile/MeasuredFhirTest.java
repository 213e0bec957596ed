package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Conversion;
import hmnet.formats.file.Format;
import hmnet.formats.hl7v2.Hl7File;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.LabExtract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Observation and DiagnosticReport, value by value as FHIR R4 says it.
class MeasuredFhirTest {
    private static final String LAB =
            "\"category\":[{\"coding\":[{\"code\":\"laboratory\"}]}],\"effectiveDateTime\":\"2026-04-06T08:00:00+09:00\",";

    private static LabExtract lab(ChartOf chart) {
        return (LabExtract) chart.seen();
    }

    private static LabExtract.AnalyteItem item(String members) throws Unreadable {
        return lab(ChartOf.one("Observation", LAB + members)).items().getFirst();
    }

    @Test
    void commentsStandAtTheValue() throws Unreadable {
        var item = item("""
                "status":"final","code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"3D010000001926101","display":"グルコース"}]},
                "valueQuantity":{"value":42,"unit":"mg/dL"},"note":[{"text":"溶血"},{"text":"低血糖 主治医へ連絡済"}],"bodySite":{"text":"右腕"},"method":{"text":"酵素法"},
                "interpretation":[{"coding":[{"code":"LL","display":"Critical low"}],"text":"パニック値"}],
                "referenceRange":[{"low":{"value":70,"unit":"mg/dL"},"high":{"value":109,"unit":"mg/dL"},"text":"70 - 109"}]""");
        assertThat(item.value() + item.unit()).isEqualTo("42mg/dL");
        assertThat(item.flag()).isEqualTo("LL");
        assertThat(item.low() + "-" + item.high()).isEqualTo("70-109");
        assertThat(item.range()).isEmpty();
        assertThat(item.notes()).containsExactly("判定 パニック値", "溶血", "低血糖 主治医へ連絡済", "部位 右腕", "方法 酵素法");
    }

    @Test
    void aRangeInWordsIsNoNumber() throws Unreadable {
        var item = item("""
                "status":"final","code":{"text":"尿蛋白"},"valueString":"2+","interpretation":[{"text":"異常"}],
                "referenceRange":[{"text":"陰性"},{"appliesTo":[{"text":"妊婦"}],"text":"±まで"},{"type":{"coding":[{"code":"treatment","display":"治療域"}]},"low":{"value":1},"high":{"value":2}}]""");
        assertThat(item.range()).isEqualTo("陰性、妊婦 ±まで、治療域 1～2");
        assertThat(item.low()).isEmpty();
        assertThat(item.notes()).containsExactly("判定 異常");
    }

    @Test
    void aCancelledTestHasNoValue() throws Unreadable {
        var chart = ChartOf.one("Observation", LAB + """
                "status":"cancelled","code":{"text":"カリウム"},"valueQuantity":{"value":9.9,"unit":"mEq/L"},"note":[{"text":"検体取り違え"}]""");
        var item = lab(chart).items().getFirst();
        assertThat(chart.row().title()).isEqualTo("検査（取消） カリウム");
        assertThat(item.value()).isEmpty();
        assertThat(item.status()).isEqualTo("X");
        assertThat(item.notes()).containsExactly("取消", "取り消された値 9.9mEq/L", "検体取り違え");
        assertThat(lab(chart).state()).isEqualTo(CareState.CANCELLED);
        assertThat(((Results) chart.plain()).results().getFirst().value()).isEmpty();
    }

    @Test
    void whatHasNoValueSaysWhy() throws Unreadable {
        var refused = item("""
                "status":"final","code":{"text":"HbA1c"},"dataAbsentReason":{"coding":[{"code":"asked-declined"}]}""");
        assertThat(refused.value()).isEmpty();
        assertThat(refused.status()).isEqualTo("X");
        assertThat(refused.notes()).containsExactly("結果なし（回答拒否）");
        var notDone = item("""
                "status":"final","code":{"text":"HbA1c"},"dataAbsentReason":{"coding":[{"code":"not-performed"}]}""");
        assertThat(notDone.notes()).containsExactly("結果なし（未実施）");
        var waiting = item("""
                "status":"registered","code":{"text":"HbA1c"}""");
        assertThat(waiting.status()).isEqualTo("O");
    }

    @Test
    void componentsAndTitersKeepTheirForm() throws Unreadable {
        var pressure = lab(ChartOf.one("Observation", """
                "status":"final","category":[{"coding":[{"code":"vital-signs"}]}],"effectiveDateTime":"2026-04-06T08:00:00+09:00","code":{"text":"血圧"},"note":[{"text":"座位"}],
                "component":[{"code":{"text":"収縮期"},"valueQuantity":{"value":182,"unit":"mmHg"},"interpretation":[{"coding":[{"code":"H"}]}]},
                 {"code":{"text":"拡張期"},"dataAbsentReason":{"coding":[{"code":"error"}]}}]"""));
        assertThat(pressure.items()).extracting(LabExtract.AnalyteItem::name).containsExactly("収縮期", "拡張期");
        assertThat(pressure.items().getFirst().notes()).containsExactly("座位");
        assertThat(pressure.items().get(1).notes()).containsExactly("結果なし（測定エラー）");
        assertThat(
                        item("\"status\":\"final\",\"code\":{\"text\":\"抗体価\"},\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":128}}")
                                .value())
                .isEqualTo("1:128");
        assertThat(
                        item("\"status\":\"final\",\"code\":{\"text\":\"菌量\"},\"valueQuantity\":{\"comparator\":\"<\",\"value\":0.5,\"unit\":\"ng/mL\"}")
                                .value())
                .isEqualTo("<0.5");
    }

    private static final String REPORT = """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"77"}],"name":[{"text":"架空 花子"}],"birthDate":"1960-04-01","gender":"female"}},
             {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Specimen","id":"s","type":{"text":"血清"},"accessionIdentifier":{"value":"S-1"},"collection":{"bodySite":{"text":"左肘静脈"}},"condition":[{"text":"溶血"}]}},
             {"fullUrl":"urn:uuid:3","resource":{"resourceType":"Observation","id":"o1","status":"final","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-04-06T08:00:00+09:00","specimen":{"reference":"urn:uuid:2"},
               "category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"3F999000002327201","display":"架空項目"}]},"valueQuantity":{"value":20,"unit":"U/L"}}},
             {"fullUrl":"urn:uuid:4","resource":{"resourceType":"Observation","id":"o2","status":"final","subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-04-06T08:00:00+09:00","specimen":{"reference":"urn:uuid:2"},
               "category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"5H010000001999901","display":"HBs抗原"}]},"valueString":"陰性"}},
             {"fullUrl":"urn:uuid:5","resource":{"resourceType":"DiagnosticReport","id":"d","identifier":[{"value":"ORD-5"}],"status":"STATUS","subject":{"reference":"urn:uuid:1"},"issued":"2026-04-06T12:00:00+09:00","effectiveDateTime":"2026-04-06T08:00:00+09:00",
               "category":[{"coding":[{"system":"http://loinc.org","code":"LP29693-6"}]}],"code":{"text":"生化学"},"conclusion":"特記なし","result":[{"reference":"urn:uuid:3"},{"reference":"urn:uuid:4"}]}}]}""";

    @Test
    void aReportAndItsResultsAreOneRow() throws Unreadable {
        var chart = ChartOf.file(REPORT.replace("STATUS", "final"));
        assertThat(chart.rows()).hasSize(1);
        assertThat(chart.row().kind()).isEqualTo(RecordKind.LABORATORY);
        assertThat(lab(chart).items())
                .extracting(each -> each.name() + " " + each.value() + " " + each.specimen())
                .containsExactly("架空項目 20 血清", "HBs抗原 陰性 血清");
        assertThat(lab(chart).items().getFirst().notes()).containsExactly("検体 溶血");
        assertThat(lab(chart).notes()).containsExactly("特記なし");
        var plain = (Results) chart.plain();
        assertThat(plain.title()).isEqualTo("生化学");
        assertThat(plain.specimen().number()).isEqualTo("S-1");
        assertThat(plain.specimen().site().shown()).isEqualTo("左肘静脈");
        assertThat(plain.orderNumber()).isEqualTo("ORD-5");
        assertThat(plain.notes()).containsExactly("特記なし");
        assertThat(plain.finalAt()).hasToString("2026-04-06T12:00+09:00");
    }

    @Test
    void aReportIsWrittenAsAMessageAgain() throws Unreadable {
        var report = REPORT.replace("STATUS", "final").getBytes(StandardCharsets.UTF_8);
        var written = Conversion.of("report.json", report, Format.HL7V2);
        var back = Hl7File.read(written.bytes()).sheets().getFirst().entries();
        assertThat(back)
                .singleElement()
                .satisfies(entry -> assertThat(((Results) entry).results())
                        .extracting(test -> test.test().shown() + " " + test.value())
                        .containsExactly("架空項目 20", "HBs抗原 陰性"));
    }

    @Test
    void aCancelledReportSaysSo() throws Unreadable {
        var chart = ChartOf.file(REPORT.replace("STATUS", "cancelled"));
        assertThat(chart.row().title()).isEqualTo("検査（取消） 架空項目 ほか1項目");
        assertThat(lab(chart).state()).isEqualTo(CareState.CANCELLED);
        var imaging = ChartOf.one("DiagnosticReport", """
                "status":"preliminary","effectiveDateTime":"2026-04-06","code":{"text":"胸部CT"},"conclusion":"右上葉に結節","conclusionCode":[{"text":"肺結節"}]""");
        assertThat(imaging.row().title()).isEqualTo("（下書き）胸部CT");
        assertThat(List.of(imaging.row().kind())).containsExactly(RecordKind.REPORT);
    }

    /// A pharmacist's tests are a row of their own; what became of the report counts for both.
    @Test
    void everyRowOfACancelledReportSaysSo() throws Unreadable {
        var two = ChartOf.file(REPORT.replace("STATUS", "cancelled")
                .replace("3F999000002327201", "3B035000002327201")
                .replace("架空項目", "AST(GOT)"));
        assertThat(two.rows())
                .extracting(row -> row.kind() + " " + row.title())
                .containsExactly("LAB_SAFETY 検査（取消） AST(GOT)", "LABORATORY 検査（取消） HBs抗原");
        assertThat(two.file().plainSheets().getFirst().entries())
                .allSatisfy(
                        entry -> assertThat(((Results) entry).status().state()).isEqualTo(CareState.CANCELLED));
    }

    @Test
    void anOrderThatWasRevokedSaysSo() throws Unreadable {
        var chart = ChartOf.one("ServiceRequest", """
                "status":"revoked","intent":"order","category":[{"coding":[{"code":"108252007"}]}],"authoredOn":"2026-04-06","code":{"text":"血算"}""");
        assertThat(chart.row().title()).isEqualTo("検査依頼（取消） 血算");
        assertThat(lab(chart).state()).isEqualTo(CareState.CANCELLED);
        var forbidden = ChartOf.one("ServiceRequest", """
                "status":"active","intent":"order","doNotPerform":true,"authoredOn":"2026-04-06","code":{"text":"右腕採血"}""");
        assertThat(forbidden.row().title()).isEqualTo("（禁止）右腕採血");
    }
}
