package hmnet.record.sheets;

import static hmnet.record.sheets.SheetSamples.bytes;
import static hmnet.record.sheets.SheetSamples.expression;
import static hmnet.record.sheets.SheetSamples.extensions;
import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.when;
import static hmnet.record.sheets.SheetSamples.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A sheet comes from outside: what cannot be used is refused with a reason, and what is not done is named.
class SheetReaderTest {
    private static List<String> refused(byte[] file) {
        var read = SheetReader.read(file);
        assertThat(read.sheet()).as(read.findings().toString()).isEmpty();
        return read.findings().stream()
                .filter(SheetFinding::isRefusal)
                .map(SheetFinding::code)
                .toList();
    }

    private static List<String> notDone(byte[] file) {
        var read = SheetReader.read(file);
        assertThat(read.sheet()).as(read.findings().toString()).isPresent();
        return read.findings().stream().map(SheetFinding::code).toList();
    }

    private static String calculated(String expression) {
        return item("q", "decimal", extensions(expression("calculatedExpression", expression)));
    }

    @Test
    void wordsAndTheirTranslationsAreReadAndNothingOfThemIsRun() {
        var sheet = SheetSamples.sheet("""
                {"linkId":"a","type":"string","text":"<script>alert(1)</script>","_text":{"extension":[
                 {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[
                  {"url":"lang","valueCode":"en"},{"url":"content","valueString":"Name"}]}]}}""");
        assertThat(sheet.items().getFirst().text().in("en")).isEqualTo("Name");
        assertThat(sheet.items().getFirst().text().in("ja")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void whatIsNoQuestionnaireIsRefused() {
        assertThat(refused("{".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(refused("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("not-a-questionnaire");
        assertThat(refused(new byte[SheetReader.BYTES + 1])).containsExactly("too-large");
        assertThat(refused(bytes("1", item("a", "string", ",\"color\":\"red\""))))
                .contains("not-fhir");
        assertThat(refused(bytes("1", item("a", "string", ",\"text\":\"again\""))))
                .isNotEmpty();
        assertThat(refused(bytes("1|2", item("a", "string", "")))).contains("version");
    }

    @Test
    void deepAndLongFilesAreRefused() {
        var deep = "";
        for (var n = 0; n < 17; n++) {
            deep = group("g" + n, "", deep.isEmpty() ? item("q", "string", "") : deep);
        }
        assertThat(refused(bytes("1", deep))).contains("too-deep");
        var many = IntStream.range(0, 2_001)
                .mapToObj(n -> item("q" + n, "display", ""))
                .toArray(String[]::new);
        assertThat(refused(bytes("1", many))).contains("too-many-items");
        var page = IntStream.range(0, 301)
                .mapToObj(n -> item("q" + n, "string", ""))
                .toArray(String[]::new);
        assertThat(refused(bytes("1", group("g", "", page)))).contains("page-large");
    }

    @Test
    void conditionsAskForWhatIsThereAndNeverForThemselves() {
        assertThat(refused(bytes("1", item("a", "string", ""), item("a", "string", ""))))
                .contains("link-id-twice");
        assertThat(refused(bytes("1", item("a", "string", when("b", "exists", "\"answerBoolean\":true")))))
                .containsExactly("enable-when");
        assertThat(refused(bytes(
                        "1",
                        item("a", "string", when("b", "exists", "\"answerBoolean\":true")),
                        item("b", "string", when("a", "exists", "\"answerBoolean\":true")))))
                .containsExactly("enable-when-circle");
        assertThat(refused(
                        bytes("1", group("g", when("q", "exists", "\"answerBoolean\":true"), item("q", "string", "")))))
                .as("a group that waits for what stands in it")
                .containsExactly("enable-when-circle");
    }

    @Test
    void expressionsAreShortAndOfFunctionsWhoseCostIsKnown() {
        assertThat(refused(bytes("1", calculated("%resource.item.text.matches('(a+)+b')"))))
                .containsExactly("expression");
        assertThat(refused(bytes("1", calculated("'" + "x".repeat(2_001) + "'"))))
                .containsExactly("expression");
        assertThat(refused(bytes("1", calculated("(".repeat(500) + "1" + ")".repeat(500)))))
                .containsExactly("expression");
        assertThat(refused(bytes("1", calculated("%secrets.key")))).containsExactly("expression");
        assertThat(refused(bytes("1", calculated("%questionnaire.item.first()"))))
                .as("a name that means nothing here would silently give nothing")
                .containsExactly("expression");
        assertThat(refused(bytes("1", calculated("'open")))).containsExactly("expression");
        assertThat(refused(bytes("1", calculated("1 +")))).containsExactly("expression");
        assertThat(refused(bytes(
                        "1",
                        calculated("item.where(item.where(item.where(item.where(true).exists()).exists()).exists())"))))
                .containsExactly("expression");
        assertThat(SheetReader.read(bytes("1", calculated("%resource.item.answer.value.sum()")))
                        .findings())
                .isEmpty();
    }

    @Test
    void whatIsNotDoneIsNamed() {
        assertThat(notDone(bytes("1", item("a", "attachment", "")))).containsExactly("item-type");
        assertThat(notDone(bytes("1", item("a", "choice", ",\"answerValueSet\":\"http://example.org/vs\""))))
                .containsExactly("value-set");
        assertThat(
                        notDone(
                                bytes(
                                        "1",
                                        item(
                                                "a",
                                                "string",
                                                ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/regex\","
                                                        + "\"valueString\":\"(a+)+\"},{\"url\":\"http://example.org/odd\",\"valueBoolean\":true}]"))))
                .containsExactlyInAnyOrder("regex", "extension");
        assertThat(refused(bytes(
                        "1",
                        item(
                                "a",
                                "string",
                                ",\"modifierExtension\":[{\"url\":\"http://example.org/not\","
                                        + "\"valueBoolean\":true}]"))))
                .contains("modifier");
        assertThat(refused(bytes("1", item("a", "choice", "")))).containsExactly("no-options");
        assertThat(refused(bytes("1", item("a", "decimal", extensions(SheetSamples.flag("observationExtract"))))))
                .containsExactly("extract-code");
    }

    @Test
    void codesOfContainedValueSetsAreOffered() {
        var contained = """
                "contained":[{"resourceType":"ValueSet","id":"often","status":"active","compose":{"include":[
                {"system":"urn:often","concept":[{"code":"0","display":"ない"},{"code":"1","display":"ある"}]}]}}],""";
        var sheet = SheetSamples.read(with("1", contained, item("a", "choice", ",\"answerValueSet\":\"#often\"")));
        assertThat(sheet.items().getFirst().choices())
                .extracting(choice -> choice.label().plain())
                .containsExactly("ない", "ある");
    }

    @Test
    void codesThatARuleChoosesAreNotGuessed() {
        var rules = List.of(
                "{\"system\":\"urn:s\",\"filter\":[{\"property\":\"a\",\"op\":\"=\",\"value\":\"b\"}]}",
                "{\"valueSet\":[\"http://example.org/other\"]}",
                "{\"system\":\"http://loinc.org\"}");
        for (var rule : rules) {
            var contained =
                    "\"contained\":[{\"resourceType\":\"CodeSystem\",\"id\":\"s\",\"status\":\"active\",\"content\":\"complete\","
                            + "\"url\":\"urn:s\",\"concept\":[{\"code\":\"1\"}]},"
                            + "{\"resourceType\":\"ValueSet\",\"id\":\"v\",\"status\":\"active\",\"compose\":{\"include\":["
                            + rule + "]}}],";
            assertThat(notDone(with("1", contained, item("a", "choice", ",\"answerValueSet\":\"#v\""))))
                    .as(rule)
                    .containsExactly("value-set");
        }
    }

    @Test
    void codesBelowOthersAreOfferedAndHeadingsAreNot() {
        var contained = """
                "contained":[{"resourceType":"ValueSet","id":"v","status":"active","expansion":{"timestamp":"2026-01-01",
                "contains":[{"system":"urn:s","code":"head","display":"頭","abstract":true,"contains":[
                {"system":"urn:s","code":"eye","display":"目"}]},{"system":"urn:s","code":"hand","display":"手"}]}}],""";
        var sheet = SheetSamples.read(with("1", contained, item("a", "choice", ",\"answerValueSet\":\"#v\"")));
        assertThat(sheet.items().getFirst().choices())
                .extracting(choice -> choice.label().plain())
                .containsExactly("目", "手");
    }

    @Test
    void aConditionThatNeverHoldsIsNamed() {
        var choice = item("c", "choice", ",\"answerOption\":[{\"valueCoding\":{\"code\":\"a\"}}]");
        assertThat(refused(bytes("1", choice, item("q", "string", when("c", "exists", "\"answerString\":\"a\"")))))
                .containsExactly("enable-when");
        assertThat(refused(bytes(
                        "1",
                        item("n", "integer", ""),
                        item("q", "string", when("n", "=", "\"answerCoding\":{\"code\":\"1\"}")))))
                .containsExactly("enable-when");
        assertThat(refused(bytes(
                        "1",
                        group("g", "", item("n", "integer", "")),
                        item("q", "string", when("g", "exists", "\"answerBoolean\":true")))))
                .containsExactly("enable-when");
        assertThat(notDone(
                        bytes("1", choice, item("q", "string", when("c", "=", "\"answerCoding\":{\"code\":\"b\"}")))))
                .containsExactly("enable-when-option");
    }

    @Test
    void whatAnItemSaysBesideItsWordsIsNamedToo() {
        var text = ",\"_text\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/cqf-expression\","
                + "\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":\"%patient.name\"}}]}";
        assertThat(notDone(bytes("1", item("a", "string", text)))).containsExactly("cqf-expression");
        var unit = ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-unit\","
                + "\"valueCoding\":{\"code\":\"kg\"}}]";
        assertThat(notDone(bytes("1", item("a", "decimal", unit)))).containsExactly("unit-of-number");
    }

    private static String sdc(String name, String value) {
        return "{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-" + name + "\"," + value
                + "}";
    }

    @Test
    void whatIsDoneElsewhereIsNamedWhereItIsNot() {
        var extract = SheetSamples.flag("observationExtract");
        var coded = ",\"code\":[{\"code\":\"1\"}]";
        var category = sdc(
                "observation-extract-category", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"vital-signs\"}]}");
        assertThat(notDone(with("1", "\"extension\":[" + extract + "],", item("a", "decimal", coded))))
                .as("all questions of a sheet at once")
                .containsExactly("sdc-questionnaire-observationExtract");
        assertThat(notDone(bytes("1", group("g", extensions(category), item("a", "decimal", coded)))))
                .as("a category for all below")
                .containsExactly("sdc-questionnaire-observation-extract-category");
        assertThat(notDone(bytes("1", item("a", "decimal", ",\"code\":[{\"code\":\"1\"" + extensions(extract) + "}]"))))
                .containsExactly("sdc-questionnaire-observationExtract");
        assertThat(notDone(bytes(
                        "1",
                        item(
                                "a",
                                "decimal",
                                coded + extensions(sdc("observationExtract", "\"valueCode\":\"member\""))))))
                .containsExactly("sdc-questionnaire-observationExtract");
        assertThat(notDone(bytes(
                        "1", group("g", extensions(expression("calculatedExpression", "1")), item("a", "string", "")))))
                .containsExactly("sdc-questionnaire-calculatedExpression");
    }

    @Test
    void nothingIsLeftOutInSilence() {
        var computed = "{\"url\":\"http://hl7.org/fhir/StructureDefinition/maxValue\",\"_valueDate\":{\"extension\":["
                + "{\"url\":\"http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue\",\"valueString\":\"today()\"}]}}";
        assertThat(notDone(bytes("1", item("a", "date", extensions(computed))))).containsExactly("cqf-calculatedValue");
        assertThat(notDone(bytes("1", item("a", "boolean", ",\"repeats\":true"))))
                .containsExactly("occurs");
        assertThat(notDone(with(
                        "1",
                        "\"experimental\":true,\"effectivePeriod\":{\"end\":\"2020-01-01\"},",
                        item("a", "string", ""))))
                .containsExactly("experimental", "effective-period");
        var elsewhere = sdc(
                "calculatedExpression", "\"valueExpression\":{\"language\":\"text/fhirpath\",\"reference\":\"urn:x\"}");
        assertThat(notDone(bytes("1", item("a", "string", extensions(elsewhere)))))
                .containsExactly("expression");
        var weighed = "{\"valueCoding\":{\"code\":\"%s\"},\"extension\":["
                + "{\"url\":\"http://hl7.org/fhir/StructureDefinition/ordinalValue\",\"valueDecimal\":1}]}";
        assertThat(notDone(bytes(
                        "1",
                        item(
                                "a",
                                "choice",
                                ",\"answerOption\":[" + weighed.formatted("a") + "," + weighed.formatted("b") + "]"))))
                .as("once for an item")
                .containsExactly("ordinalValue");
    }

    @Test
    void whatChangesTheMeaningOfAnythingRefusesTheFile() {
        var not = "\"modifierExtension\":[{\"url\":\"http://example.org/not\",\"valueBoolean\":true}],";
        var when = ",\"enableWhen\":[{" + not + "\"question\":\"a\",\"operator\":\"=\",\"answerBoolean\":true}]";
        var read = SheetReader.read(bytes("1", item("a", "boolean", ""), item("b", "string", when)));
        assertThat(read.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("modifier");
            assertThat(finding.place()).isEqualTo("b");
        });
        assertThat(refused(with("1", "\"implicitRules\":\"http://example.org/rules\",", item("a", "string", ""))))
                .containsExactly("modifier");
    }

    @Test
    void oneHelpStandsBesideAnItemAndTheOthersBelow() {
        var help = extensions("{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl\","
                + "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"help\"}]}}");
        var item = SheetSamples.sheet(item(
                        "a",
                        "string",
                        ",\"item\":[" + item("h", "display", help) + "," + item("i", "display", help) + "]"))
                .items()
                .getFirst();
        assertThat(item.look().help().plain()).isEqualTo("h?");
        assertThat(item.items()).extracting(SheetItem::linkId).containsExactly("i");
    }

    @Test
    void aFirstValueIsAnAnswerOfItsItem() {
        assertThat(refused(bytes("1", item("a", "integer", ",\"initial\":[{\"valueString\":\"many\"}]"))))
                .containsExactly("initial");
        assertThat(refused(bytes(
                        "1",
                        item(
                                "a",
                                "choice",
                                ",\"answerOption\":[{\"valueCoding\":{\"code\":\"a\"}}],"
                                        + "\"initial\":[{\"valueCoding\":{\"code\":\"b\"}}]"))))
                .containsExactly("initial");
    }

    @Test
    void eachGroupAtTheTopIsAPage() {
        var sheet = SheetSamples.sheet(
                item("a", "string", ""),
                group("g", "", item("b", "string", "")),
                item("c", "string", ""),
                item("d", "string", ""));
        assertThat(sheet.steps())
                .extracting(step -> step.items().stream().map(SheetItem::linkId).toList())
                .isEqualTo(List.of(List.of("a"), List.of("g"), List.of("c", "d")));
        assertThat(Collections.max(sheet.all().map(SheetItem::number).toList())).isEqualTo(5);
    }
}
