package hmnet.formats.fhirfile;

import java.nio.charset.StandardCharsets;

/// FHIR about nobody (架空のFHIR).
final class Letters {
    static final String PATIENT = """
            {"resourceType":"Patient","id":"p1","meta":{"lastUpdated":"2026-04-01T10:00:00+09:00","profile":["http://jpfhir.jp/fhir/eCS/StructureDefinition/JP_Patient_eCS"]},
             "identifier":[{"system":"urn:oid:1.2.392.100495.20.3.51.13419999999","value":"0000000123"},
              {"system":"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID","value":"01349999:検:777:01"}],
             "name":[{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"IDE"}],"text":"架空 花子","family":"架空","given":["花子"]},
              {"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation","valueCode":"SYL"}],"text":"カクウ ハナコ","family":"カクウ","given":["ハナコ"]}],
             "gender":"female","birthDate":"1960-04-01","address":[{"text":"広島県広島市中区架空町１","postalCode":"730-0000"}]}""";
    static final String CONDITION = """
            {"resourceType":"Condition","id":"c1","meta":{"lastUpdated":"2026-04-01T10:00:00+09:00","profile":["http://jpfhir.jp/fhir/eCS/StructureDefinition/JP_Condition_eCS|1"]TAGS},
             "extension":[{"url":"http://jpfhir.jp/fhir/clins/Extension/StructureDefinition/JP_eCS_InstitutionNumber","valueIdentifier":{"system":"http://jpfhir.jp/fhir/core/IdSystem/insurance-medical-institution-no","value":"3419999999"}},
              {"url":"http://jpfhir.jp/fhir/eCS/Extension/StructureDefinition/JP_eCS_Department","valueCodeableConcept":{"coding":[{"system":"http://jami.jp/SS-MIX2/CodeSystem/ClinicalDepartment","code":"08","display":"循環器科"}],"text":"循環器科"}}],
             "contained":[{"resourceType":"Encounter","id":"e","meta":{"profile":["http://jpfhir.jp/fhir/core/StructureDefinition/JP_Encounter"]},"status":"finished","class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"}}],
             "identifier":[{"system":"http://jpfhir.jp/fhir/core/IdSystem/resourceInstance-identifier","value":"C-1"}],
             "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
             "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}]},
             "code":{"coding":[{"system":"http://medis.or.jp/CodeSystem/master-disease-keyNumber","code":"20059062","display":"高血圧症"},{"system":"http://jpfhir.jp/fhir/core/mhlw/CodeSystem/ICD10-2013-full","code":"I10","display":"高血圧"}],"text":"高血圧症"},
             "subject":{"identifier":{"system":"http://jpfhir.jp/fhir/clins/Idsystem/JP_Insurance_memberID","value":"01349999:検:777:01"}},
             "encounter":{"reference":"#e"},"onsetDateTime":"2024-02"}""";
    static final String BUNDLE = """
            {"resourceType":"Bundle","id":"b1","meta":{"lastUpdated":"2026-04-01T10:00:00+09:00","profile":["http://jpfhir.jp/fhir/clins/StructureDefinition/JP_Bundle_CLINS"],
              "tag":[{"system":"http://jpfhir.jp/fhir/clins/CodeSystem/BundleResourceType_CS","code":"Condition"}]},
             "identifier":{"system":"http://jpfhir.jp/fhir/clins/bundle-identifier","value":"3419999999^2026^A-1"},
             "type":"collection","timestamp":"2026-04-01T10:00:00+09:00",
             "entry":[{"fullUrl":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a401","resource":PATIENT},
              {"fullUrl":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a402","resource":CONDITION}]}""";
    static final String LETTER = """
            {"resourceType":"Bundle","id":"d1","meta":{"lastUpdated":"2026-04-01T10:00:00+09:00"},"type":"document",
             "identifier":{"system":"http://jpfhir.jp/fhir/clins/bundle-identifier","value":"3419999999^2026^L-1"},"timestamp":"2026-04-01T10:00:00+09:00",
             "entry":[{"fullUrl":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a400","resource":{"resourceType":"Composition","id":"k1","status":"final",
               "type":{"coding":[{"system":"http://jpfhir.jp/fhir/Common/CodeSystem/doc-typecodes","code":"57133-1","display":"診療情報提供書"}]},
               "subject":{"reference":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a401"},"date":"2026-04-01T09:00:00+09:00","author":[{"display":"架空 医師"}],"title":"診療情報提供書",
               "section":[{"title":"傷病名","text":{"status":"additional","div":"<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><p>高血圧症</p>経過<br/>良好</div>"},
                 "entry":[{"reference":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a402"}]}]}},
              {"fullUrl":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a401","resource":PATIENT},
              {"fullUrl":"urn:uuid:0a48a4bf-0d87-4efb-aafd-d45e0842a402","resource":CONDITION}]}""";

    private Letters() {}

    static byte[] bytes(String json) {
        return whole(json).getBytes(StandardCharsets.UTF_8);
    }

    static String whole(String json) {
        return json.replace("PATIENT", PATIENT).replace("CONDITION", CONDITION).replace("TAGS", "");
    }

    static String tagged(String code) {
        return CONDITION.replace(
                "TAGS",
                ",\"tag\":[{\"system\":\"http://jpfhir.jp/fhir/clins/CodeSystem/JP_ehrshrs_indication\",\"code\":\""
                        + code + "\"}]");
    }
}
