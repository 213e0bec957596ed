package hmnet.record.answers;

import static hmnet.record.sheets.SheetSamples.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.LabExtract;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetSamples;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is filed of a signed sheet: its response in words, and what was extracted, as rows of the chart.
class SheetBundleTest {
    private static final String VALUE =
            "{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtractValue\",\"valueString\":\"%s\"}";
    private static final String ALLERGY = """
            "contained":[{"resourceType":"AllergyIntolerance","id":"allergy",
            "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},
            "code":{"_text":{"extension":[%s]}},
            "reaction":[{"manifestation":[{"_text":{"extension":[%s]}}]}]}],""".formatted(
                    VALUE.formatted("item.where(linkId='substance').answer.value"),
                    VALUE.formatted("item.where(linkId='what').answer.value"));

    private static final FormSheet SHEET =
            SheetSamples.read(SheetSamples.with("7", ALLERGY, """
            {"linkId":"vital","type":"group","text":"測定","item":[
             {"linkId":"at","type":"dateTime","text":"測った時刻","definition":"http://hl7.org/fhir/StructureDefinition/Observation#Observation.effective[x]"},
             {"linkId":"pulse","type":"quantity","text":"脈拍","code":[{"system":"http://loinc.org","code":"8867-4"}],"extension":[
              {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"code":"/min","display":"回/分"}},
              {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract","valueBoolean":true},
              {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category",
               "valueCodeableConcept":{"coding":[{"code":"vital-signs"}]}}]}]}""", """
            {"linkId":"allergy","type":"group","repeats":true,"text":"アレルギー","extension":[
             {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtract","extension":[
              {"url":"template","valueReference":{"reference":"#allergy"}}]}],"item":[
             {"linkId":"substance","type":"string","text":"物質"},{"linkId":"what","type":"string","text":"症状"}]}""", item("note", "text", "")));

    private static SignedSheet signed(Map<String, List<String>> sent) {
        return signed(SheetFilling.of(PostedAnswers.on(FilledSheet.empty(SHEET).added("4"), sent), Prefill.NONE));
    }

    private static SignedSheet signed(SheetFilling filling) {
        return new SignedSheet(
                filling,
                "urn:oid:1.2.392.100495.20.3.51.13419999999",
                "0001",
                "見本 花子（看護師・架空診療所）",
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                OffsetDateTime.parse("2026-11-26T10:00:00.123+09:00"),
                false,
                Map.of());
    }

    private static final SignedSheet SIGNED = signed(Map.of(
            "a-1.0-2", List.of("2026-11-26T09:30"),
            "a-1.0-3", List.of("72"),
            "a-4.0-5", List.of("ペニシリン"),
            "a-4.0-6", List.of("じんましん"),
            "a-4.1-5", List.of("そば"),
            "a-7", List.of("<b>落ち着いている</b>")));

    @Test
    void eachAnswerIsReadAgainAsItsRow() throws Exception {
        var sheets = FhirFile.read(SheetBundle.of(SIGNED)).sheets();
        assertThat(sheets).singleElement().satisfies(sheet -> {
            assertThat(sheet.patient()).isEqualTo("0001");
            assertThat(sheet.source()).isEqualTo("fhir:urn:hmnet:sheet|00000000-0000-4000-8000-000000000001");
            assertThat(sheet.entries()).hasSize(3);
        });
        var rows =
                sheets.getFirst().entries().stream().map(KeptFhir.class::cast).toList();
        var paper = rows.stream()
                .filter(row -> row.kind() == RecordKind.DOCUMENT)
                .findFirst()
                .orElseThrow();
        assertThat(paper.title()).isEqualTo("見本の帳票");
        assertThat(((DocumentExtract) paper.extract()).items())
                .extracting(DocumentExtract.SectionItem::text)
                .containsExactly(
                        "測った時刻: 2026-11-26T09:30:00+09:00\n脈拍: 72回/分",
                        "物質: ペニシリン\n症状: じんましん",
                        "物質: そば",
                        "note?: <b>落ち着いている</b>");
        assertThat(((DocumentExtract) paper.extract()).author()).contains("見本 花子");
        var vital = rows.stream()
                .filter(row -> row.kind() == RecordKind.VITAL)
                .findFirst()
                .orElseThrow();
        assertThat(vital.at()).isEqualTo("2026-11-26T09:30:00+09:00");
        assertThat(((LabExtract) vital.extract()).items())
                .singleElement()
                .satisfies(item -> assertThat(item.value()).isEqualTo("72"));
        var allergies = rows.stream()
                .filter(row -> row.kind() == RecordKind.ALLERGY)
                .findFirst()
                .orElseThrow();
        assertThat(new String(allergies.extract().write(), StandardCharsets.UTF_8))
                .contains("ペニシリン", "じんましん", "そば");
    }

    @Test
    void theSameSheetGivesTheSameBytes() throws Exception {
        assertThat(SheetBundle.of(SIGNED)).isEqualTo(SheetBundle.of(SIGNED));
    }

    @Test
    void aResponseIsReadBackUnderItsVersion() {
        var response = SheetResponse.find(new String(SheetBundle.response(SIGNED), StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(response.questionnaire()).isEqualTo("urn:hmnet:sheet:sample|7");
        var read = response.under(SHEET);
        assertThat(read.left()).isEmpty();
        assertThat(read.filled().all().map(one -> one.path() + one.values()).toList())
                .isEqualTo(SIGNED.filling()
                        .filled()
                        .all()
                        .map(one -> one.path() + one.values())
                        .toList());
        assertThat(response.under(SheetSamples.sheet(item("note", "text", ""))).left())
                .as("what another version has no place for")
                .containsExactlyInAnyOrder("vital", "allergy");
    }

    /// A weight of last spring must not come back as one of today.
    @Test
    void whatTheChartProposedIsNoNewObservationAndSaysWhereItIsFrom() throws Exception {
        var proposed = SIGNED.filling()
                .filled()
                .map(one -> one.path().equals("1.0-3")
                        ? one.proposed(one.values(), new FilledItem.AnswerOrigin("2026-05-01", "架空病院"))
                        : one);
        var signed = signed(SheetFilling.of(proposed, Prefill.NONE));
        assertThat(new String(SheetBundle.of(signed), StandardCharsets.UTF_8)).doesNotContain("\"Observation\"");
        var response = SheetResponse.find(new String(SheetBundle.response(signed), StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(response.under(SHEET).filled().at("1.0-3").orElseThrow().origin())
                .contains(new FilledItem.AnswerOrigin("2026-05-01", "架空病院"));
        var paper = (DocumentExtract) FhirFile.read(SheetBundle.of(signed)).sheets().getFirst().entries().stream()
                .map(KeptFhir.class::cast)
                .filter(row -> row.kind() == RecordKind.DOCUMENT)
                .findFirst()
                .orElseThrow()
                .extract();
        assertThat(paper.items().getFirst().text()).contains("脈拍: 72回/分（2026-05-01 架空病院 の値）");
    }

    @Test
    void aPlainNumberIsExtractedInItsUnit() throws Exception {
        var sheet = SheetSamples.sheet("""
                {"linkId":"n","type":"integer","text":"脈拍","code":[{"system":"http://loinc.org","code":"8867-4"}],"extension":[
                {"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":{"code":"/min","display":"回/分"}},
                {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationExtract","valueBoolean":true}]}""");
        var filled = PostedAnswers.on(FilledSheet.empty(sheet), Map.of("a-1", List.of("72")));
        assertThat(new String(SheetBundle.of(signed(SheetFilling.of(filled, Prefill.NONE))), StandardCharsets.UTF_8))
                .contains("\"valueQuantity\":{\"value\":72,\"unit\":\"回/分\"");
    }

    @Test
    void whatAFileSaysInAnotherWayThanTheSheetIsNamedAndNeverDropped() {
        var json = new String(SheetBundle.response(SIGNED), StandardCharsets.UTF_8);
        var number = "\"valueQuantity\":{\"value\":72,\"unit\":\"回/分\",\"code\":\"/min\"}";
        assertThat(json).contains(number);
        for (var other : List.of(
                "\"valueString\":\"72\"",
                "\"valueQuantity\":{\"value\":72,\"unit\":\"Hz\",\"code\":\"Hz\"}",
                "\"valueQuantity\":{\"comparator\":\"<\"}")) {
            assertThat(left(json.replace(number, other))).as(other).containsExactly("pulse");
        }
        assertThat(left(json.replace("2026-11-26T09:30:00+09:00", "2026-11-26T09:30 maybe")))
                .containsExactly("at");
        assertThat(left(json.replace(number + "}", number + "},{" + number + "}")))
                .as("two answers where one is asked for")
                .containsExactly("pulse");
    }

    private static Set<String> left(String json) {
        return SheetResponse.find(json).orElseThrow().under(SHEET).left();
    }

    private static FormSheet templated(String template) {
        return SheetSamples.read(
                SheetSamples.with("1", "\"contained\":[" + template + "],", item("w", "decimal", """
                ,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-templateExtract","extension":[
                {"url":"template","valueReference":{"reference":"#t"}}]}]""")));
    }

    private static String filed(FormSheet sheet) throws Exception {
        var filled = PostedAnswers.on(FilledSheet.empty(sheet), Map.of("a-1", List.of("62")));
        return new String(SheetBundle.of(signed(SheetFilling.of(filled, Prefill.NONE))), StandardCharsets.UTF_8);
    }

    @Test
    void whatATemplateSaysBesideItsWordsStaysBesideThemAndAPlaceholderGoes() throws Exception {
        var translation = "{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\",\"extension\":["
                + "{\"url\":\"lang\",\"valueCode\":\"en\"},{\"url\":\"content\",\"valueString\":\"pain\"}]}";
        var filed = filed(templated("{\"resourceType\":\"Condition\",\"id\":\"t\",\"code\":{\"text\":\"痛み\",\"_text\":{"
                + "\"extension\":[" + translation
                + "]}},\"recordedDate\":\"1900-01-01\",\"_recordedDate\":{\"extension\":["
                + VALUE.formatted("item.where(linkId='none').answer.value") + "]}}"));
        assertThat(filed).contains("\"code\":{\"text\":\"痛み\",\"_text\":{\"extension\"");
        assertThat(filed)
                .as("no placeholder becomes a date of the person")
                .doesNotContain("1900-01-01", "recordedDate");
    }

    @Test
    void aTemplateWithRoomForOneIsNotFilledWithTwo() {
        var two = templated("{\"resourceType\":\"Condition\",\"id\":\"t\",\"_recordedDate\":{\"extension\":["
                + VALUE.formatted("('2026-01-01' | '2026-01-02')") + "]}}");
        assertThatThrownBy(() -> filed(two))
                .isInstanceOf(SheetBundle.Unextractable.class)
                .hasMessageContaining("recordedDate");
    }

    @Test
    void anOldValueComesBackByNoTemplateEither() throws Exception {
        var sheet = templated(
                "{\"resourceType\":\"Observation\",\"id\":\"t\",\"status\":\"final\",\"code\":{\"text\":\"体重\"},"
                        + "\"valueQuantity\":{\"_value\":{\"extension\":[" + VALUE.formatted("answer.value")
                        + "]},\"unit\":\"kg\"}}");
        assertThat(filed(sheet)).contains("\"valueQuantity\":{\"value\":62,\"unit\":\"kg\"}");
        var proposed = PostedAnswers.on(FilledSheet.empty(sheet), Map.of("a-1", List.of("62")))
                .map(one -> one.proposed(one.values(), new FilledItem.AnswerOrigin("2026-05-01", "架空病院")));
        var bundle = SheetBundle.of(signed(SheetFilling.of(proposed, Prefill.NONE)));
        assertThat(new String(bundle, StandardCharsets.UTF_8)).doesNotContain("\"Observation\"");
    }

    @Test
    void whatIsNotAskedIsNotFiled() throws Exception {
        var none = signed(Map.of("a-7", List.of("これだけ")));
        assertThat(new String(SheetBundle.of(none), StandardCharsets.UTF_8))
                .contains("これだけ")
                .doesNotContain("AllergyIntolerance", "Observation\"", "\"linkId\":\"vital\"");
    }
}
