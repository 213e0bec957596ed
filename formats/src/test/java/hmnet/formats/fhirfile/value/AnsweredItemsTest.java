package hmnet.formats.fhirfile.value;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.extract.DocumentExtract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A response to a questionnaire, whoever sent it, is told in words: no answer of it is lost.
class AnsweredItemsTest {
    private static final String RESPONSE = """
            {"resourceType":"QuestionnaireResponse","status":"%s","authored":"2026-11-26T10:00:00+09:00",
            "questionnaire":"http://example.org/q|1",
            "_questionnaire":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/display","valueString":"問診票"}]},
            "subject":{"identifier":{"value":"0001"}},"author":{"display":"見本 花子"},
            "item":[{"linkId":"1","text":"たばこ","answer":[{"valueBoolean":true,"item":[
              {"linkId":"1.1","text":"本数","answer":[{"valueQuantity":{"value":20,"unit":"本"}}]}]}]},
             {"linkId":"2","text":"家族","item":[
              {"linkId":"2.1","text":"続柄","answer":[{"valueCoding":{"code":"M","display":"母"}},{"valueString":"おじ"}]},
              {"linkId":"2.2","item":[{"linkId":"2.2.1","text":"病気","answer":[{"valueReference":{"display":"糖尿病"}}]}]}]},
             {"linkId":"3","answer":[{"valueAttachment":{"title":"写真"}},{"valueDate":"2026-01-02"}]}]}""";

    @Test
    void eachGroupIsASectionAndEachAnswerALine() throws Unreadable {
        var response = JsonDocument.read(RESPONSE.formatted("completed").getBytes(StandardCharsets.UTF_8))
                .getFirst();
        assertThat(AnsweredItems.title(response)).isEqualTo("問診票");
        assertThat(AnsweredItems.sections(response))
                .extracting(section -> section.title() + "|" + section.text())
                .containsExactly("|たばこ: はい\n　本数: 20本", "家族|続柄: 母、おじ\n2.2\n　病気: 糖尿病", "|3: 写真、2026-01-02");
    }

    @Test
    void aRowBearsTheTitleAndADraftIsCalledOne() throws Unreadable {
        assertThat(row("completed").title()).isEqualTo("問診票");
        assertThat(((DocumentExtract) row("completed").extract()).author()).isEqualTo("見本 花子");
        assertThat(row("in-progress").title()).isEqualTo("（下書き）問診票");
    }

    @Test
    void anAnswerThatCannotBeSaidInWordsIsNeverShownAsNone() throws Unreadable {
        var json = """
                {"item":[{"linkId":"1","text":"紹介元","answer":[{"valueReference":{"identifier":{"value":"77"}}}]},
                {"linkId":"2","text":"飲酒","answer":[{"_valueString":{"extension":[
                 {"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}]}}]}]}""";
        var response = JsonDocument.read(json.getBytes(StandardCharsets.UTF_8)).getFirst();
        assertThat(AnsweredItems.sections(response))
                .extracting(section -> section.text())
                .containsExactly("紹介元: 77\n飲酒: （FHIRにあり）");
    }

    private static KeptFhir row(String status) throws Unreadable {
        var sheets = FhirFile.read(RESPONSE.formatted(status).getBytes(StandardCharsets.UTF_8))
                .sheets();
        assertThat(sheets).hasSize(1);
        return (KeptFhir) List.copyOf(sheets.getFirst().entries()).getFirst();
    }
}
