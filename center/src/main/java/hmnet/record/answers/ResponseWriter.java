package hmnet.record.answers;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.value.AnsweredItems;
import hmnet.record.sheets.FhirAnswers;
import java.util.ArrayList;
import java.util.List;

/// Writes a QuestionnaireResponse of FHIR R4 (回答の書出し). What is not asked is not written.
final class ResponseWriter {
    private static final String DISPLAY = "http://hl7.org/fhir/StructureDefinition/display";

    private final SignedSheet signed;

    ResponseWriter(SignedSheet signed) {
        this.signed = signed;
    }

    JsonValue response() {
        var sheet = signed.filling().filled().sheet();
        var response = JsonValue.object().put("resourceType", JsonValue.text("QuestionnaireResponse", 0));
        response.put("id", JsonValue.text(signed.id().toString(), 0));
        response.put("meta", JsonValue.object().put("lastUpdated", JsonValue.text(signed.moment(), 0)));
        response.put("identifier", identifier(signed));
        response.put("questionnaire", JsonValue.text(sheet.canonical(), 0));
        response.put(
                "_questionnaire",
                JsonValue.object()
                        .put(
                                "extension",
                                JsonValue.array(List.of(JsonValue.object()
                                        .put("url", JsonValue.text(DISPLAY, 0))
                                        .put(
                                                "valueString",
                                                JsonValue.text(sheet.title().plain(), 0))))));
        response.put("status", JsonValue.text(signed.amends() ? "amended" : "completed", 0));
        response.put("subject", subject(signed));
        response.put("authored", JsonValue.text(signed.moment(), 0));
        response.put("author", JsonValue.object().put("display", JsonValue.text(signed.author(), 0)));
        var items = items(signed.filling().filled().items());
        if (!items.isEmpty()) {
            response.put("item", JsonValue.array(items));
        }
        return response;
    }

    static JsonValue identifier(SignedSheet signed) {
        return JsonValue.object()
                .put("system", JsonValue.text(SignedSheet.SYSTEM, 0))
                .put("value", JsonValue.text(signed.id().toString(), 0));
    }

    static JsonValue subject(SignedSheet signed) {
        return JsonValue.object()
                .put(
                        "identifier",
                        JsonValue.object()
                                .put("system", JsonValue.text(signed.chartSystem(), 0))
                                .put("value", JsonValue.text(signed.chartNumber(), 0)));
    }

    private List<JsonValue> items(List<FilledItem> filled) {
        var items = new ArrayList<JsonValue>();
        for (var one : filled) {
            if (!signed.says(one)) {
                continue;
            }
            if (one.item().kind().isQuestion()) {
                items.add(question(one));
            } else {
                for (var group : one.groups()) {
                    var below = items(group);
                    if (!below.isEmpty()) {
                        items.add(head(one).put("item", JsonValue.array(below)));
                    }
                }
            }
        }
        return items;
    }

    private JsonValue question(FilledItem one) {
        var answers = new ArrayList<JsonValue>();
        for (var value : one.values()) {
            var element = FhirAnswers.element(value, one.item().kind());
            var answer = JsonValue.object().put(element.getKey(), element.getValue());
            if (answers.isEmpty()) {
                var below = one.groups().stream()
                        .flatMap(group -> items(group).stream())
                        .toList();
                if (!below.isEmpty()) {
                    answer.put("item", JsonValue.array(below));
                }
            }
            answers.add(answer);
        }
        var question = head(one).put("answer", JsonValue.array(answers));
        one.origin()
                .filter(FilledItem.AnswerOrigin::isOfChart)
                .ifPresent(from -> question.put("extension", JsonValue.array(List.of(origin(from)))));
        return question;
    }

    private static JsonValue origin(FilledItem.AnswerOrigin from) {
        return JsonValue.object()
                .put("url", JsonValue.text(AnsweredItems.ORIGIN, 0))
                .put("valueString", JsonValue.text(from.on() + " " + from.source(), 0));
    }

    private static JsonValue head(FilledItem one) {
        var head = JsonValue.object().put("linkId", JsonValue.text(one.item().linkId(), 0));
        FhirAnswers.put(head, "text", one.item().text().plain());
        return head;
    }
}
