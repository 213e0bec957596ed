package hmnet.formats.fhirfile;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.extract.AllergyExtract;
import hmnet.formats.model.extract.AllergyExtract.AllergyItem;
import hmnet.formats.model.extract.AllergyExtract.AllergyStatus;
import hmnet.formats.model.extract.DiagnosisExtract;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import hmnet.formats.model.extract.StayExtract;
import org.junit.jupiter.api.Test;

/// Allergies, diagnoses, stays, acts and documents, value by value as FHIR R4 and JP Core say it.
class ToldFhirTest {
    private static ChartOf allergy(String members) throws Unreadable {
        return ChartOf.one("AllergyIntolerance", members);
    }

    private static AllergyItem item(String members) throws Unreadable {
        return ((AllergyExtract) allergy(members).seen()).items().getFirst();
    }

    @Test
    void theReactionAndTheRiskAreTwoStatements() throws Unreadable {
        var item = item("""
                "clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"type":"allergy","category":["food"],"criticality":"high",
                "code":{"text":"そば"},"onsetAge":{"value":30,"code":"a"},"recordedDate":"2026-04-06","asserter":{"display":"母"},
                "reaction":[{"manifestation":[{"text":"発疹"}],"severity":"mild"},{"substance":{"text":"そば粉"},"manifestation":[{"text":"呼吸困難"}],"severity":"severe","onset":"2024-05-01"}],"note":[{"text":"救急搬送"}]""");
        assertThat(item.severity()).isEqualTo("SV");
        assertThat(item.reaction()).isEqualTo("発疹、呼吸困難");
        assertThat(item.since()).isEqualTo("30歳");
        assertThat(item.recorded()).isEqualTo("2026-04-06");
        assertThat(item.type()).isEqualTo(AllergyExtract.AllergyType.ALLERGY);
        assertThat(item.notes()).containsExactly("重篤になるおそれ 高い", "反応 2024-05-01 そば粉", "情報源 母", "救急搬送");
        var risk = item("\"criticality\":\"high\",\"code\":{\"text\":\"卵\"}");
        assertThat(risk.severity()).as("nobody told of a reaction").isEmpty();
    }

    @Test
    void whatIsNotSoNowNeverWarns() throws Unreadable {
        assertThat(item("\"clinicalStatus\":{\"coding\":[{\"code\":\"inactive\"}]},\"code\":{\"text\":\"卵\"}")
                        .status())
                .isEqualTo(AllergyStatus.INACTIVE);
        assertThat(item("\"clinicalStatus\":{\"coding\":[{\"code\":\"resolved\"}]},\"code\":{\"text\":\"卵\"}")
                        .status())
                .isEqualTo(AllergyStatus.RESOLVED);
        assertThat(item("\"verificationStatus\":{\"coding\":[{\"code\":\"refuted\"}]},\"code\":{\"text\":\"卵\"}")
                        .isPresent())
                .isFalse();
        assertThat(item("\"verificationStatus\":{\"coding\":[{\"code\":\"unconfirmed\"}]},\"code\":{\"text\":\"卵\"}")
                        .status())
                .isEqualTo(AllergyStatus.UNCONFIRMED);
        var none = allergy(
                "\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"409137002\",\"display\":\"No known drug allergy\"}]}");
        assertThat(none.row().title()).isEqualTo("アレルギー 申告なし");
    }

    @Test
    void aDateThatNobodyGaveStaysMissing() throws Unreadable {
        var item = item("\"meta\":{\"lastUpdated\":\"2026-04-06T09:00:00+09:00\"},\"code\":{\"text\":\"卵\"}");
        assertThat(item.since()).isEmpty();
        assertThat(item.recorded()).isEmpty();
        assertThat(item("\"reaction\":[{\"substance\":{\"text\":\"えび\"},\"manifestation\":[{\"text\":\"発疹\"}]}]")
                        .name())
                .isEqualTo("えび");
    }

    private static DiagnosisExtract diagnosis(String members) throws Unreadable {
        return (DiagnosisExtract) ChartOf.one("Condition", members).seen();
    }

    @Test
    void aRefutedDiagnosisIsNone() throws Unreadable {
        var chart = ChartOf.one("Condition", """
                "verificationStatus":{"coding":[{"code":"refuted"}]},"code":{"text":"肺癌"},"recordedDate":"2026-04-06","asserter":{"display":"架空 医師"},"note":[{"text":"生検で否定"}]""");
        assertThat(chart.row().title()).isEqualTo("（否定）肺癌");
        var seen = (DiagnosisExtract) chart.seen();
        assertThat(seen.state()).isEqualTo(CareState.REFUTED);
        assertThat(seen.onset()).as("recorded is not begun").isEmpty();
        assertThat(seen.notes()).containsExactly("記録日 2026-04-06", "生検で否定");
        var plain = (Problem) chart.plain();
        assertThat(plain.status().state()).isEqualTo(CareState.REFUTED);
        assertThat(plain.from().doctor().shown()).isEqualTo("架空 医師");
        assertThat(plain.recorded()).isEqualTo("2026-04-06");
        assertThat(plain.notes()).containsExactly("生検で否定");
    }

    @Test
    void aDiagnosisThatIsOverSaysHow() throws Unreadable {
        var cured = diagnosis("""
                "clinicalStatus":{"coding":[{"code":"resolved"}]},"code":{"text":"肺炎"},"onsetDateTime":"2026-01-05T00:00:00+09:00","abatementDateTime":"2026-02-01"\s""");
        assertThat(cured.onset()).isEqualTo("2026-01-05");
        assertThat(cured.ended()).isEqualTo("2026-02-01");
        assertThat(cured.outcome()).isEqualTo("治ゆ");
        assertThat(cured.state()).isEqualTo(CareState.ENDED);
        var back = diagnosis("""
                "clinicalStatus":{"coding":[{"code":"relapse"}]},"code":{"text":"潰瘍性大腸炎"},"onsetString":"学生のころ","severity":{"text":"中等症"}""");
        assertThat(back.state()).isEqualTo(CareState.ACTIVE);
        assertThat(back.notes()).containsExactly("再燃", "発症 学生のころ", "重症度 中等症");
    }

    @Test
    void aSuspicionByItsModifierIsOne() throws Unreadable {
        var chart = ChartOf.one("Condition", """
                "extension":[{"url":"http://jpfhir.jp/fhir/eCS/Extension/StructureDefinition/JP_eCS_DiagnosisType","valueCoding":{"code":"principal"}}],
                "code":{"coding":[{"system":"http://medis.or.jp/CodeSystem/master-disease-keyNumber","code":"20058860","display":"胃癌"}],"extension":[
                 {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Condition_DiseasePrefixModifier","valueCodeableConcept":{"coding":[{"code":"1","display":"早期"}]}},
                 {"url":"http://jpfhir.jp/fhir/core/Extension/StructureDefinition/JP_Condition_DiseasePostfixModifier","valueCodeableConcept":{"coding":[{"code":"8002","display":"の疑い"}]}}]}""");
        var seen = (DiagnosisExtract) chart.seen();
        assertThat(seen.name()).isEqualTo("早期胃癌の疑い");
        assertThat(seen.suspected()).isTrue();
        assertThat(seen.main()).isTrue();
        assertThat(chart.row().title()).isEqualTo("早期胃癌の疑い");
    }

    private static ChartOf stay(String status, String kind, String more) throws Unreadable {
        return ChartOf.one(
                "Encounter",
                "\"status\":\"" + status + "\",\"class\":{\"code\":\"" + kind + "\",\"display\":\"区分名\"}" + more);
    }

    @Test
    void aVisitThatWasCancelledNeverHappened() throws Unreadable {
        var cancelled = stay("cancelled", "AMB", ",\"period\":{\"start\":\"2026-04-06T09:00:00+09:00\"}");
        assertThat(cancelled.row().title()).isEqualTo("外来（取消）");
        assertThat(((StayExtract) cancelled.seen()).event()).isEqualTo("visit-cancelled");
        assertThat(((StayExtract) cancelled.seen()).notes()).isEmpty();
        assertThat(stay("planned", "AMB", "").row().title()).isEqualTo("予約");
        assertThat(stay("planned", "IMP", "").row().title()).isEqualTo("入院予定");
        assertThat(stay("onleave", "IMP", "").row().title()).isEqualTo("外出・外泊");
        assertThat(((StayExtract) stay("finished", "EMER", "").seen()).notes()).containsExactly("区分 区分名");
    }

    @Test
    void aStayHasWardOutcomeAndDoctor() throws Unreadable {
        var chart = stay("finished", "IMP", """
                ,"period":{"start":"2026-04-01T10:00:00+09:00","end":"2026-04-06T11:00:00+09:00"},"serviceType":{"text":"内科"},
                "participant":[{"individual":{"display":"架空 看護師"}},{"type":[{"coding":[{"code":"ATND"}]}],"individual":{"display":"架空 主治医"}}],
                "location":[{"location":{"display":"3階東"},"status":"completed"},{"location":{"display":"5階西"},"status":"active"}],
                "reasonCode":[{"text":"肺炎"}],"hospitalization":{"dischargeDisposition":{"text":"死亡"},"admitSource":{"text":"救急"}}""");
        var seen = (StayExtract) chart.seen();
        assertThat(seen.event()).isEqualTo("discharged");
        assertThat(seen.ward() + "/" + seen.formerWard()).isEqualTo("5階西/3階東");
        assertThat(seen.doctor()).isEqualTo("架空 主治医");
        assertThat(seen.outcome()).isEqualTo("死亡");
        assertThat(seen.dischargedAt()).hasToString("2026-04-06T11:00+09:00");
        assertThat(seen.notes()).containsExactly("理由 肺炎", "入院元 救急", "担当 架空 看護師");
        var plain = (Stay) chart.plain();
        assertThat(plain.outcome().shown()).isEqualTo("死亡");
        assertThat(plain.formerWard()).isEqualTo("3階東");
        assertThat(plain.notes()).isEqualTo(seen.notes());
    }

    @Test
    void aStayThatGoesOnIsNoDischarge() throws Unreadable {
        var seen = (StayExtract)
                stay("in-progress", "IMP", ",\"period\":{\"start\":\"2026-04-01\",\"end\":\"2026-04-20\"}")
                        .seen();
        assertThat(seen.event()).isEqualTo("admitted");
        assertThat(seen.dischargedAt()).isNull();
        assertThat(seen.notes()).containsExactly("終了 2026-04-20");
    }

    @Test
    void whatWasNotDoneIsNoAct() throws Unreadable {
        var vaccine = ChartOf.one("Immunization", """
                "status":"not-done","statusReason":{"text":"発熱"},"vaccineCode":{"text":"架空ワクチン"},"occurrenceDateTime":"2026-04-06"\s""");
        assertThat(vaccine.row().title()).isEqualTo("（未実施）架空ワクチン");
        var act = ((ProcedureExtract) vaccine.seen()).items().getFirst();
        assertThat(act.state()).isEqualTo(CareState.NOT_DONE);
        assertThat(act.reason()).isEqualTo("発熱");
        var given = ChartOf.one("Immunization", """
                "status":"completed","vaccineCode":{"text":"架空ワクチン"},"occurrenceDateTime":"2026-04-06","lotNumber":"L7","site":{"text":"左上腕"},"doseQuantity":{"value":0.5,"unit":"mL"},
                "protocolApplied":[{"doseNumberPositiveInt":2}],"performer":[{"actor":{"display":"架空 医師"}}]""");
        var seen = (ProcedureExtract) given.seen();
        assertThat(seen.doctor()).isEqualTo("架空 医師");
        assertThat(seen.items().getFirst().amount() + seen.items().getFirst().unit())
                .isEqualTo("0.5mL");
        assertThat(seen.items().getFirst().said()).isEqualTo("部位 左上腕 ロット L7 接種回数 2");
        var stopped = ChartOf.one("Procedure", """
                "status":"stopped","statusReason":{"text":"出血"},"code":{"text":"架空手術"},"performedPeriod":{"start":"2026-04-06T09:00:00+09:00","end":"2026-04-06T09:20:00+09:00"},"performer":[{"actor":{"display":"架空 術者"}}]""");
        assertThat(stopped.row().title()).isEqualTo("（中止）架空手術");
        var plain = (PerformedActs) stopped.plain();
        assertThat(plain.status().words()).isEqualTo("中止（出血）");
        assertThat(plain.from().doctor().shown()).isEqualTo("架空 術者");
        assertThat(plain.title()).isEqualTo("架空手術");
    }

    @Test
    void aDocumentThatWasReplacedSaysSo() throws Unreadable {
        var chart = ChartOf.one("DocumentReference", """
                "status":"superseded","type":{"text":"退院時サマリー"},"date":"2026-04-06T09:00:00+09:00","author":[{"display":"架空 医師"}],"description":"第1版",
                "content":[{"attachment":{"contentType":"application/pdf","data":"JVBERg=="}}]""");
        assertThat(chart.row().title()).isEqualTo("（終了）退院時サマリー");
        assertThat(((DocumentExtract) chart.seen()).state()).isEqualTo(CareState.ENDED);
        var plain = (Paper) chart.plain();
        assertThat(plain.status().words()).isEqualTo("終了（新しい版がある）");
        assertThat(plain.author()).isEqualTo("架空 医師");
    }

    @Test
    void aPreliminaryLetterIsADraftInEveryWord() throws Unreadable {
        var letter = Letters.whole(Letters.LETTER).replace("\"status\":\"final\",\n", "\"status\":\"preliminary\",\n");
        var chart = ChartOf.file(letter);
        assertThat(chart.row().title()).isEqualTo("（下書き）診療情報提供書");
        assertThat(((DocumentExtract) chart.seen()).state()).isEqualTo(CareState.DRAFT);
    }

    @Test
    void aCheckupThatContradictsItsProfileIsNoted() throws Unreadable {
        var chart = ChartOf.file("""
                {"resourceType":"Bundle","meta":{"profile":["http://jpfhir.jp/fhir/eMunicipalCheckup/StructureDefinition/JP_Bundle_eMunicipalCheckup"]},"type":"document","identifier":{"value":"x"},"timestamp":"2026-04-06T09:00:00+09:00","entry":[
                 {"fullUrl":"urn:uuid:0","resource":{"resourceType":"Composition","id":"c","status":"final","type":{"text":"自治体検診結果報告書"},"date":"2026-04-06","author":[{"display":"架空"}],"title":"検診","subject":{"reference":"urn:uuid:1"}}},
                 {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p","identifier":[{"value":"77"}],"birthDate":"1960-04-01"}},
                 {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Observation","id":"o","status":"cancelled","subject":{"reference":"urn:uuid:1"},"category":[{"coding":[{"system":"http://example.org/x","code":"imaging"}]}],
                   "code":{"coding":[{"system":"http://example.org/own","code":"9P502000000000011"}]},"effectiveDateTime":"2026-04-06"}}]}""");
        assertThat(chart.notes()).contains("status", "category", "test-code");
        assertThat(((LabExtract) chart.seen()).items())
                .as("no profile of its own, and yet a result of the check-up")
                .singleElement()
                .satisfies(item -> assertThat(item.notes()).contains("取消"));
        assertThat(((Results) chart.plain()).results()).hasSize(1);
    }

    @Test
    void aSharedEntryWithoutItsProfileIsRefused() {
        var other = Letters.whole(Letters.BUNDLE).replace("JP_Condition_eCS|1", "JP_Condition|1");
        try {
            ChartOf.file(other);
            assertThat(other).as("refused").isEmpty();
        } catch (Unreadable bad) {
            assertThat(bad.note().code()).isEqualTo("entry-profile");
        }
    }
}
