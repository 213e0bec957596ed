package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.StayExtract;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Documents led by a Composition, and what the sharing service collects, one file each, value by value as FHIR R4 and
/// the profiles of 3文書6情報 say it.
class LetterFhirTest {
    private static final String PATIENT = """
            {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p","identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"77"}],"name":[{"text":"架空 花子"}],"birthDate":"1950-01-01","gender":"female"}},
            {"fullUrl":"urn:uuid:d","resource":{"resourceType":"Practitioner","id":"d","name":[{"text":"架空 主治医"}]}},
            {"fullUrl":"urn:uuid:o","resource":{"resourceType":"Organization","id":"o","name":"架空病院"}}""";

    /// A document: its type, status and sections, and what stands beside the patient.
    private static ChartOf document(String type, String status, String sections, String... entries) throws Unreadable {
        return ChartOf.file("""
                {"resourceType":"Bundle","id":"b","type":"document","identifier":{"system":"urn:x","value":"DOC-1"},"timestamp":"2026-04-18T17:00:00+09:00","entry":[
                 {"fullUrl":"urn:uuid:k","resource":{"resourceType":"Composition","id":"k","status":"STATUS","type":{TYPE},
                  "subject":{"reference":"urn:uuid:p"},"date":"2026-04-18T16:30:00+09:00","author":[{"reference":"urn:uuid:d"},{"reference":"urn:uuid:o"}],
                  "title":"TITLE","section":[SECTIONS]}},
                 PATIENT ENTRIES]}""".replace("STATUS", status)
                .replace(
                        "TYPE",
                        "\"coding\":[{\"system\":\"http://jpfhir.jp/fhir/Common/CodeSystem/doc-typecodes\",\"code\":\""
                                + type.replace(" ", "\",\"display\":\"") + "\"}]")
                .replace("TITLE", type.substring(type.indexOf(' ') + 1))
                .replace("SECTIONS", sections)
                .replace("PATIENT", PATIENT)
                .replace(
                        "ENTRIES",
                        List.of(entries).stream().map(entry -> "," + entry).collect(Collectors.joining())));
    }

    private static String entry(String id, String resource) {
        return "{\"fullUrl\":\"urn:uuid:" + id + "\",\"resource\":{\"resourceType\":"
                + resource.replaceFirst(",", ",\"id\":\"" + id + "\",\"subject\":{\"reference\":\"urn:uuid:p\"},")
                + "}}";
    }

    private static String section(String title, String words, String more) {
        return "{\"title\":\"" + title
                + "\",\"text\":{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">"
                + words + "</div>\"}" + more + "}";
    }

    private static KeptFhir row(ChartOf chart, RecordKind kind) {
        return chart.rows().stream()
                .filter(each -> each.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Extract seen(ChartOf chart, RecordKind kind) {
        return row(chart, kind).extract();
    }

    private static final String HYPERTENSION = entry("c", """
            "Condition","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full","code":"I10"}],"text":"高血圧症"},"onsetDateTime":"2024-02"\s""");
    private static final String TABLETS = entry("m", """
            "MedicationRequest","status":"completed","meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_MedicationRequest"]},"intent":"order","authoredOn":"2026-04-18","medicationCodeableConcept":{"text":"架空錠5mg"},
            "dosageInstruction":[{"text":"1日1回朝食後","doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}],"dispenseRequest":{"expectedSupplyDuration":{"value":14,"unit":"日","code":"d"}}""");

    @Test
    void aDischargeSummaryIsALetterAndItsParts() throws Unreadable {
        var chart = document(
                "18842-5 退院時サマリー",
                "final",
                section("入院理由", "<p>呼吸苦</p>", "") + ","
                        + section(
                                "退院時診断",
                                "<p>高血圧症</p>",
                                ",\"entry\":[{\"reference\":\"urn:uuid:c\"}],\"section\":["
                                        + section("経過", "<p>点滴にて軽快</p><p>退院</p>", "") + "]")
                        + "," + section("退院時処方", "", ",\"entry\":[{\"reference\":\"urn:uuid:m\"}]"),
                HYPERTENSION,
                TABLETS,
                entry("s", """
                        "Encounter","status":"finished","class":{"code":"IMP"},"period":{"start":"2026-04-01","end":"2026-04-18"},"serviceType":{"text":"内科"}"""));
        assertThat(chart.rows())
                .extracting(KeptFhir::kind)
                .containsExactlyInAnyOrder(
                        RecordKind.DOCUMENT, RecordKind.DIAGNOSIS, RecordKind.PRESCRIPTION, RecordKind.ADMISSION);
        var letter = (DocumentExtract) seen(chart, RecordKind.DOCUMENT);
        assertThat(row(chart, RecordKind.DOCUMENT).title()).isEqualTo("退院時サマリー");
        assertThat(row(chart, RecordKind.DOCUMENT).at()).hasToString("2026-04-18T16:30+09:00");
        assertThat(letter.author()).isEqualTo("架空 主治医 架空病院");
        assertThat(letter.state()).isEqualTo(CareState.ACTIVE);
        assertThat(letter.items())
                .extracting(item -> item.title() + ": " + item.text())
                .containsExactly("入院理由: 呼吸苦", "退院時診断: 高血圧症", "経過: 点滴にて軽快\n退院");
        var disease = (DiagnosisExtract) seen(chart, RecordKind.DIAGNOSIS);
        assertThat(disease.name() + " " + disease.icd10() + " " + disease.onset())
                .isEqualTo("高血圧症 I10 2024-02");
        var drug = ((PrescriptionExtract) seen(chart, RecordKind.PRESCRIPTION))
                .items()
                .getFirst();
        assertThat(drug.name() + " " + drug.dose() + drug.doseUnit() + " " + drug.usage() + " " + drug.days())
                .isEqualTo("架空錠5mg 1錠 1日1回朝食後 14");
        var stay = (StayExtract) seen(chart, RecordKind.ADMISSION);
        assertThat(stay.event() + " " + stay.department()).isEqualTo("discharged 内科");
        assertThat(row(chart, RecordKind.ADMISSION).at()).hasToString("2026-04-18T00:00+09:00");
    }

    @Test
    void aReferralKeepsWhyASectionIsEmpty() throws Unreadable {
        var reason =
                ",\"emptyReason\":{\"coding\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/list-empty-reason\",\"code\":\"";
        var chart = document(
                "57133-1 診療情報提供書",
                "final",
                section("紹介先", "<p>架空クリニック 御中</p>", "") + ","
                        + "{\"title\":\"アレルギー\"" + reason + "nilknown\"}]}},"
                        + "{\"title\":\"家族歴\"" + reason + "notasked\"}]}},"
                        + "{\"title\":\"社会歴\"" + reason + "withheld\"}]}},"
                        + "{\"title\":\"画像\"" + reason + "unavailable\"}],\"text\":\"別送\"}}",
                HYPERTENSION);
        var letter = (DocumentExtract) seen(chart, RecordKind.DOCUMENT);
        assertThat(letter.type()).isEqualTo("診療情報提供書");
        assertThat(letter.items())
                .extracting(item -> item.title() + ": " + item.text())
                .containsExactly(
                        "紹介先: 架空クリニック 御中",
                        "アレルギー: 記載なし（ないことを確認）",
                        "家族歴: 記載なし（聞いていない）",
                        "社会歴: 記載なし（伏せられている）",
                        "画像: 記載なし（別送）");
        assertThat(chart.rows()).extracting(KeptFhir::kind).containsExactly(RecordKind.DOCUMENT, RecordKind.DIAGNOSIS);
    }

    @Test
    void aReferralWithADeclinedDrugNeverShowsItAsTaken() throws Unreadable {
        var chart = document(
                "57133-1 診療情報提供書",
                "amended",
                section("処方", "<p>中止した薬があります</p>", ""),
                TABLETS.replace(
                        "\"status\":\"completed\"", "\"status\":\"stopped\",\"statusReason\":{\"text\":\"発疹\"}"),
                entry("a", """
                        "AllergyIntolerance","patient":{"reference":"urn:uuid:p"},"clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"category":["medication"],"code":{"text":"架空錠"},"reaction":[{"manifestation":[{"text":"発疹"}],"severity":"moderate"}]""").replace("\"subject\":{\"reference\":\"urn:uuid:p\"},", ""));
        var drugs = (PrescriptionExtract) seen(chart, RecordKind.PRESCRIPTION);
        assertThat(row(chart, RecordKind.PRESCRIPTION).title()).isEqualTo("処方（中止） 架空錠5mg");
        assertThat(drugs.items().getFirst().isCurrent()).isFalse();
        assertThat(drugs.items().getFirst().reason()).isEqualTo("発疹");
        var allergy = ((AllergyExtract) seen(chart, RecordKind.ALLERGY)).items().getFirst();
        assertThat(allergy.name() + " " + allergy.reaction() + " " + allergy.severity())
                .isEqualTo("架空錠 発疹 MO");
    }

    @Test
    void aCheckupReportIsOneRowOfItsResults() throws Unreadable {
        var chart = document(
                "53576-5 健診結果報告書",
                "final",
                section("検査・問診結果", "", ",\"entry\":[{\"reference\":\"urn:uuid:w\"},{\"reference\":\"urn:uuid:g\"}]"),
                entry("w", """
                        "Observation","status":"final","category":[{"coding":[{"code":"vital-signs"}]}],"code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"9N006000000000001","display":"体重"}]},"effectiveDateTime":"2026-04-10","valueQuantity":{"value":61.5,"unit":"kg"}"""),
                entry("g", """
                        "Observation","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"3D010000001926101","display":"空腹時血糖"}]},"effectiveDateTime":"2026-04-10","valueQuantity":{"value":126,"unit":"mg/dL"},"interpretation":[{"coding":[{"code":"H"}]}],"referenceRange":[{"high":{"value":99}}]"""));
        assertThat(chart.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(RecordKind.CHECKUP);
            assertThat(row.title()).isEqualTo("健診結果報告書");
        });
        assertThat(((LabExtract) seen(chart, RecordKind.CHECKUP)).items())
                .extracting(item -> item.name() + " " + item.value() + item.unit() + " " + item.flag() + item.high())
                .containsExactly("体重 61.5kg ", "空腹時血糖 126mg/dL H99");
    }

    @Test
    void anElectronicPrescriptionIsOneOrder() throws Unreadable {
        var chart = document(
                "57833-6 処方箋",
                "final",
                section("処方指示ボディ", "", ",\"entry\":[{\"reference\":\"urn:uuid:m\"},{\"reference\":\"urn:uuid:n\"}]"),
                TABLETS.replace("\"completed\"", "\"active\""),
                TABLETS.replace("urn:uuid:m", "urn:uuid:n")
                        .replace("\"id\":\"m\"", "\"id\":\"n\"")
                        .replace("\"completed\"", "\"active\"")
                        .replace("架空錠5mg", "架空軟膏")
                        .replace(
                                "\"doseAndRate\":[{\"doseQuantity\":{\"value\":1,\"unit\":\"錠\"}}]",
                                "\"asNeededBoolean\":true"));
        assertThat(chart.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(RecordKind.PRESCRIPTION);
            assertThat(row.title()).isEqualTo("処方箋");
        });
        var items = ((PrescriptionExtract) seen(chart, RecordKind.PRESCRIPTION)).items();
        assertThat(items).extracting(PrescriptionExtract.DrugItem::name).containsExactly("架空錠5mg", "架空軟膏");
        assertThat(items.get(1).details()).contains("頓用");
        assertThat(items.get(1).dose()).isEmpty();
    }

    @Test
    void aDocumentWrittenByMistakeIsTakenAway() throws Unreadable {
        var chart = document("18842-5 退院時サマリー", "entered-in-error", section("経過", "<p>別人</p>", ""), HYPERTENSION);
        assertThat(chart.file().sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.deletes()).isTrue();
            assertThat(sheet.entries()).isEmpty();
        });
    }

    @Test
    void aDocumentOfADepartmentThatGivesSomethingAwayIsLabelled() throws Unreadable {
        var chart = document("18842-5 退院時サマリー", "final", section("経過", "<p>安定</p>", ""), entry("s", """
                        "Encounter","status":"finished","class":{"code":"IMP"},"period":{"start":"2026-04-01","end":"2026-04-18"},"serviceType":{"text":"精神科"}"""));
        assertThat(chart.rows()).allSatisfy(row -> assertThat(row.labels()).contains(Label.PSYCHIATRY));
    }

    /// 6情報: a collection, each resource by the profile of the sharing service.
    @Test
    void aTestForInfectionOfTheSharingServiceIsAResult() throws Unreadable {
        var chart = ChartOf.one("Observation", """
                "meta":{"lastUpdated":"2026-04-18T10:00:00+09:00","profile":["http://jpfhir.jp/fhir/eCS/StructureDefinition/JP_Observation_LabResult_eCS"]},
                "identifier":[{"system":"http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier","value":"O-1"}],
                "status":"final","category":[{"coding":[{"system":"http://jpfhir.jp/fhir/core/CodeSystem/JP_SimpleObservationCategory_CS","code":"laboratory"}]}],
                "code":{"coding":[{"system":"urn:oid:1.2.392.200119.4.504","code":"5F016141002306211","display":"HBs抗原"}],"text":"HBs抗原"},
                "effectiveDateTime":"2026-04-17T08:00:00+09:00","valueCodeableConcept":{"coding":[{"code":"260385009","display":"陰性"}],"text":"(-)"},"specimen":{"display":"血清"}""");
        var item = ((LabExtract) chart.seen()).items().getFirst();
        assertThat(item.name() + " " + item.value()).isEqualTo("HBs抗原 (-)");
        assertThat(item.status()).isEqualTo("F");
        assertThat(item.specimen()).isEqualTo("血清");
        assertThat(chart.row().at()).hasToString("2026-04-17T08:00+09:00");
    }
}
