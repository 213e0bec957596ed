package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What was dispensed, given or is taken, value by value as FHIR R4 and JP Core say it.
class GivenFhirTest {
    private static final String MIXTURE = """
            {"resourceType":"Medication","id":"mix","ingredient":[
              {"itemCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.200119.4.403.1","code":"999000011","display":"架空輸液500mL"}]},
               "strength":{"numerator":{"value":1,"unit":"本"},"denominator":{"value":1,"unit":"回","code":"TIME"}}},
              {"itemCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.200119.4.403.1","code":"999000012","display":"架空注10mL"}]},
               "strength":{"numerator":{"value":2,"unit":"アンプル"},"denominator":{"value":1,"unit":"回","code":"TIME"}}}]}""";

    @Test
    void whatWasNotGivenSaysSoAndWhy() throws Unreadable {
        var chart = ChartOf.one("MedicationAdministration", """
                "status":"not-done","statusReason":[{"text":"患者拒否"},{"coding":[{"code":"x","display":"嘔気"}]}],
                "effectiveDateTime":"2026-04-06T09:00:00+09:00","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(chart.row().title()).isEqualTo("処方実施（未実施） 架空錠");
        assertThat(chart.drug().state()).isEqualTo(CareState.NOT_DONE);
        assertThat(chart.drug().reason()).isEqualTo("患者拒否、嘔気");
        assertThat(chart.drug().isCurrent()).isFalse();
    }

    @Test
    void anInfusionNamesEveryDrugWithItsAmount() throws Unreadable {
        var chart = ChartOf.one("MedicationAdministration", """
                "meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_MedicationAdministration_Injection"]},
                "contained":[MIX,{"resourceType":"BodyStructure","id":"arm","location":{"coding":[{"code":"ARM","display":"腕"}]},"locationQualifier":[{"text":"左"}]}],
                "status":"stopped","statusReason":[{"text":"血管痛"}],"effectivePeriod":{"start":"2026-04-06T08:05:00+09:00","end":"2026-04-06T13:10:00+09:00"},
                "medicationReference":{"reference":"#mix"},"performer":[{"actor":{"display":"架空 看護師"}}],"device":[{"display":"輸液ポンプ"}],
                "dosage":{"route":{"text":"静脈内"},"site":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/bodySite","valueReference":{"reference":"#arm"}}]},
                  "method":{"text":"中心静脈注射"},"dose":{"value":520,"unit":"mL","code":"mL"},
                  "rateRatio":{"numerator":{"value":104,"unit":"mL","code":"mL"},"denominator":{"value":1,"unit":"hour","code":"h"}},
                  "extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationDosage_Line","valueCodeableConcept":{"text":"末梢ルート"}},
                   {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationDosage_RateComment","valueCodeableConcept":{"text":"ゆっくり"}}]}""".replace("MIX", MIXTURE));
        assertThat(chart.row().kind()).isEqualTo(RecordKind.INJECTION);
        assertThat(chart.row().title()).isEqualTo("注射実施（中止） 架空輸液500mL ほか1剤");
        assertThat(chart.drugs())
                .extracting(drug -> drug.name() + " " + drug.dose() + drug.doseUnit())
                .containsExactly("架空輸液500mL 1本", "架空注10mL 2アンプル");
        assertThat(chart.drug().details())
                .containsExactly(
                        "混注 全量 520mL",
                        "速度 104mL/時間",
                        "期間 2026/04/06 08:05～2026/04/06 13:10",
                        "部位 左 腕",
                        "器具 輸液ポンプ",
                        "手技 中心静脈注射",
                        "ルート 末梢ルート",
                        "ゆっくり",
                        "担当者 架空 看護師");
        assertThat(chart.drug().reason()).isEqualTo("血管痛");
        assertThat(((Medicines) chart.plain()).drugs().getFirst().ingredients()).hasSize(2);
    }

    @Test
    void aDrugNamedByAnotherResourceHasItsName() throws Unreadable {
        var chart = ChartOf.file("""
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"77"}]}},
                 {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Medication","id":"m","code":{"text":"架空合剤"},"batch":{"lotNumber":"L9"},"ingredient":[
                   {"itemCodeableConcept":{"text":"架空成分A"},"strength":{"numerator":{"value":100,"unit":"mg"},"denominator":{"value":1,"unit":"錠"}}},
                   {"itemCodeableConcept":{"text":"架空成分B"},"strength":{"numerator":{"value":15,"unit":"mg"},"denominator":{"value":1,"unit":"錠"}}}]}},
                 {"fullUrl":"urn:uuid:3","resource":{"resourceType":"MedicationDispense","id":"d","status":"completed","subject":{"reference":"urn:uuid:1"},"medicationReference":{"reference":"urn:uuid:2"},
                   "whenHandedOver":"2026-04-06T10:00:00+09:00","quantity":{"value":14,"unit":"錠"},"daysSupply":{"value":14,"unit":"日","code":"d"},
                   "substitution":{"wasSubstituted":true,"type":{"text":"後発品"},"reason":[{"text":"患者の希望"}]},"note":[{"text":"残薬 3錠"}],
                   "dosageInstruction":[{"text":"朝食後","doseAndRate":[{"doseQuantity":{"value":1,"unit":"錠"}}]}]}}]}""");
        assertThat(chart.row().title()).isEqualTo("調剤 架空合剤");
        assertThat(chart.drugs()).hasSize(1);
        assertThat(chart.drug().dose() + chart.drug().doseUnit()).isEqualTo("1錠");
        assertThat(chart.drug().days()).isEqualTo(14);
        assertThat(chart.drug().notes())
                .containsExactly("ロット L9", "成分 架空成分A 100mg/錠", "成分 架空成分B 15mg/錠", "残薬 3錠", "変更調剤 後発品 患者の希望");
        assertThat(chart.notes()).doesNotContain("drug-name-missing");
    }

    @Test
    void aDispensingThatWasDeclinedIsNone() throws Unreadable {
        var chart = ChartOf.one("MedicationDispense", """
                "status":"declined","statusReasonCodeableConcept":{"text":"疑義照会で中止"},"whenPrepared":"2026-04-06","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(chart.row().title()).isEqualTo("調剤（拒否） 架空錠");
        assertThat(chart.drug().reason()).isEqualTo("疑義照会で中止");
    }

    @Test
    void whatSomebodyTookIsNotTakenNow() throws Unreadable {
        var over = ChartOf.one("MedicationStatement", """
                "status":"completed","effectivePeriod":{"start":"2026-01-05","end":"2026-01-31"},"informationSource":{"display":"本人"},
                "medicationCodeableConcept":{"text":"市販架空薬"},"dosage":[{"text":"毎食後"}]""");
        assertThat(over.row().title()).isEqualTo("服用終了 市販架空薬");
        assertThat(over.drug().end()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(over.drug().isCurrent()).isFalse();
        assertThat(over.drug().notes()).containsExactly("情報源 本人");
        var withEnd = ChartOf.one("MedicationStatement", """
                "status":"active","effectivePeriod":{"start":"2026-01-05","end":"2026-01-31"},"medicationCodeableConcept":{"text":"市販架空薬"}""");
        assertThat(withEnd.row().title()).isEqualTo("服用 市販架空薬");
        var now = ChartOf.one("MedicationStatement", """
                "status":"active","effectivePeriod":{"start":"2026-01-05"},"medicationCodeableConcept":{"text":"市販架空薬"}""");
        assertThat(now.row().title()).isEqualTo("服用中 市販架空薬");
        var never = ChartOf.one("MedicationStatement", """
                "status":"not-taken","statusReason":[{"text":"眠気"}],"medicationCodeableConcept":{"text":"市販架空薬"}""");
        assertThat(never.row().title()).isEqualTo("服用（未実施） 市販架空薬");
        assertThat(never.drug().reason()).isEqualTo("眠気");
    }

    @Test
    void theOrdersOfAnAdministrationAreTold() throws Unreadable {
        var chart = ChartOf.one("MedicationAdministration", """
                "extension":[{"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationAdministration_RequestDepartment","valueCodeableConcept":{"coding":[{"system":"urn:oid:1.2.392.200250.2.2.2","code":"01","display":"内科"}]}},
                 {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationAdministration_Requester","valueReference":{"display":"架空 指示医"}},
                 {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_MedicationAdministration_UncategorizedComment","valueString":"遮光"}],
                "status":"completed","effectiveDateTime":"2026-04-06T09:00:00+09:00","medicationCodeableConcept":{"text":"架空錠"}""");
        assertThat(((PrescriptionExtract) chart.seen()).doctor()).isEqualTo("架空 指示医");
        assertThat(((Medicines) chart.plain()).from().department().first().code())
                .isEqualTo("01");
        assertThat(chart.drug().notes()).containsExactly("遮光");
    }
}
