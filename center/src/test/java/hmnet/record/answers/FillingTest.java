package hmnet.record.answers;

import static hmnet.record.answers.SentAnswers.said;
import static hmnet.record.answers.SentAnswers.sent;
import static hmnet.record.sheets.SheetSamples.expression;
import static hmnet.record.sheets.SheetSamples.extensions;
import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.sheet;
import static hmnet.record.sheets.SheetSamples.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.record.answers.AnswerCheck.AnswerProblem;
import hmnet.record.answers.AnswerCheck.ProblemKind;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.SheetCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is asked, computed and wrong, while a sheet is filled in.
class FillingTest {
    private static final String CHOICE =
            ",\"answerOption\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"甲\"}},{\"valueCoding\":{\"code\":\"b\",\"display\":\"乙\"}}]";
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-26T10:00:00+09:00");
    private static final String EXISTS = "\"answerBoolean\":true";

    @Test
    void aQuestionIsAskedOnceItsConditionHolds() {
        var sheet = sheet(
                item("kind", "choice", CHOICE),
                item("why", "string", when("kind", "=", "\"answerCoding\":{\"code\":\"b\"}")),
                item("more", "string", when("why", "exists", EXISTS)));
        assertThat(sent(sheet, "1", "0").asked()).containsExactlyInAnyOrder("1");
        assertThat(sent(sheet, "1", "1").asked()).containsExactlyInAnyOrder("1", "2");
        assertThat(sent(sheet, "1", "1", "2", "なぜなら").asked()).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(sent(sheet, "1", "0", "2", "なぜなら").asked())
                .as("what is not asked any more opens nothing, and is not lost")
                .containsExactlyInAnyOrder("1");
        assertThat(said(sent(sheet, "1", "0", "2", "なぜなら"), "2")).isEqualTo("なぜなら");
    }

    @Test
    void numbersDatesAndAnyOfSeveralConditionsAreCompared() {
        var sheet = sheet(
                item("age", "integer", ""),
                item("day", "date", ""),
                item("old", "display", when("age", ">=", "\"answerInteger\":75")),
                item("late", "display", when("day", ">", "\"answerDate\":\"2026-04-01\"")),
                item(
                        "either",
                        "display",
                        ",\"enableBehavior\":\"any\",\"enableWhen\":["
                                + "{\"question\":\"age\",\"operator\":\"<\",\"answerInteger\":6},"
                                + "{\"question\":\"day\",\"operator\":\"exists\",\"answerBoolean\":false}]"));
        assertThat(sent(sheet, "1", "７５", "2", "2026/04/02").asked()).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(sent(sheet, "1", "5").asked()).containsExactlyInAnyOrder("1", "2", "5");
    }

    @Test
    void withinARepetitionAConditionLooksAtThatRepetition() {
        var sheet = sheet(group(
                "drug",
                ",\"repeats\":true",
                item("name", "string", ""),
                group("reaction", "", item("ill", "boolean", ""), item("how", "string", when("ill", "=", EXISTS)))));
        var two = FilledSheet.empty(sheet).added("1");
        var filling = sent(two, "1.0-3.0-4", "true", "1.1-3.0-4", "false");
        assertThat(filling.asked()).contains("1.0-3.0-5").doesNotContain("1.1-3.0-5");
        assertThat(filling.filled().removed("1", 0).all().map(FilledItem::path))
                .as("the second one moves up")
                .containsExactly("1", "1.0-2", "1.0-3", "1.0-3.0-4", "1.0-3.0-5");
        assertThat(filling.filled()
                        .removed("1", 0)
                        .at("1.0-3.0-4")
                        .orElseThrow()
                        .values())
                .containsExactly(new AnswerValue.YesNo(false));
    }

    @Test
    void whatWasTypedInARepetitionThatIsGoneIsNotDropped() {
        var sheet = sheet(group("g", ",\"repeats\":true", group("h", ",\"repeats\":true", item("q", "string", ""))));
        var filled = PostedAnswers.on(
                FilledSheet.empty(sheet), Map.of("a-1.1-2.2-3", List.of("そば"), "a-1.2-2.0-3", List.of("")));
        assertThat(filled.at("1.1-2.2-3").orElseThrow().values()).containsExactly(new AnswerValue.Words("そば"));
        assertThat(filled.at("1").orElseThrow().groups()).hasSize(2);
    }

    @Test
    void aForgedNameOfAFieldCostsNoTime() {
        var items = new ArrayList<String>();
        for (var n = 0; n < 250; n++) {
            items.add(item("q" + n, "string", ""));
        }
        var pages = new ArrayList<String>();
        for (var n = 0; n < 7; n++) {
            var page = "p" + n;
            pages.add(group(
                    page,
                    ",\"repeats\":true",
                    items.stream().map(each -> each.replace("\"q", "\"" + page)).toArray(String[]::new)));
        }
        var filled = FilledSheet.empty(sheet(pages.toArray(String[]::new)));
        var begun = System.nanoTime();
        assertThat(PostedAnswers.on(filled, Map.of("a-" + "1.29-".repeat(2_000), List.of("x")))
                        .at("1")
                        .orElseThrow()
                        .values())
                .isEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(4_000_000_000L);
    }

    @Test
    void aComputedAmountStandsInAUnitOfTheItemOrNotAtAll() {
        var tablets =
                "{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption\",\"valueCoding\":{\"display\":\"錠\"}}";
        var grams = sheet(item("w", "quantity", extensions(tablets, expression("calculatedExpression", "5 'g'"))));
        assertThat(said(sent(grams), "1")).isEmpty();
        var plain = sheet(item("w", "quantity", extensions(tablets, expression("calculatedExpression", "5"))));
        assertThat(said(sent(plain), "1")).isEqualTo("5");
    }

    @Test
    void noMoreIsRepeatedThanTheSheetAllows() {
        var sheet = sheet(group("g", ",\"repeats\":true", item("q", "string", "")));
        var filled = FilledSheet.empty(sheet);
        for (var n = 0; n < 40; n++) {
            filled = filled.added("1");
        }
        assertThat(filled.at("1").orElseThrow().groups()).hasSize(30);
    }

    @Test
    void aDateOfNoPatientIsNoneAndStopsNothing() {
        var sheet = sheet(
                item("t", "dateTime", ""),
                item("d", "date", ""),
                item("n", "integer", extensions(expression("calculatedExpression", "1 + 1"))));
        for (var typed : List.of("2026-11-26T10:00:00 or later", "2026-02-30T10:00", "0026-11-26T10:00", "26-11-26")) {
            var filling = sent(sheet, "1", typed, "2", typed);
            assertThat(AnswerCheck.of(filling.filled(), filling.asked(), false, NOW)
                            .keySet())
                    .as(typed)
                    .containsExactly("1", "2");
            assertThat(said(filling, "1")).isEqualTo(typed);
            assertThat(said(filling, "3")).isEqualTo("2");
        }
        assertThat(said(sent(sheet, "1", "2026-11-26T01:00:00Z"), "1")).isEqualTo("2026-11-26T10:00:00+09:00");
        assertThat(said(sent(sheet, "2", "-123"), "2")).isEqualTo("-123");
        assertThat(AnswerCheck.of(sent(sheet, "2", "-123").filled(), Set.of("2"), false, NOW))
                .containsOnlyKeys("2");
    }

    private static @Nullable ProblemKind kind(Map<String, AnswerProblem> problems, String path) {
        var problem = problems.get(path);
        return problem == null ? null : problem.kind();
    }

    @Test
    void nothingWasMeasuredInTheFuture() {
        var sheet = sheet(item(
                "at",
                "dateTime",
                ",\"definition\":\"http://hl7.org/fhir/StructureDefinition/Observation#Observation.effective[x]\""));
        var now = sent(sheet, "1", "2026-11-26T10:05");
        assertThat(AnswerCheck.of(now.filled(), now.asked(), false, NOW)).isEmpty();
        var wrong = sent(sheet, "1", "2027-11-26T10:00");
        assertThat(kind(AnswerCheck.of(wrong.filled(), wrong.asked(), false, NOW), "1"))
                .isEqualTo(ProblemKind.FUTURE);
    }

    @Test
    void aUnitStaysBesideANumberThatCannotBeRead() {
        var sheet = sheet(item("w", "quantity", extensions(unit("kg"), unit("g"))));
        var sent = new HashMap<>(Map.of("a-1", List.of("1,500"), "u-1", List.of("1")));
        var kept = AnswersKept.read(sheet, AnswersKept.write(PostedAnswers.on(FilledSheet.empty(sheet), sent)));
        assertThat(kept.at("1").orElseThrow().values())
                .as("else 1500 would be put right as kilograms")
                .containsExactly(new AnswerValue.Unread("1,500", 1));
    }

    private static String unit(String code) {
        return "{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption\",\"valueCoding\":{\"code\":\""
                + code
                + "\",\"display\":\"" + code + "\",\"_display\":{\"extension\":[{\"url\":"
                + "\"http://hl7.org/fhir/StructureDefinition/translation\",\"extension\":[{\"url\":\"lang\",\"valueCode\":\"en\"},"
                + "{\"url\":\"content\",\"valueString\":\"" + code + "!\"}]}]}}}";
    }

    @Test
    void aProposedValueThatIsSentBackIsStillTheCharts() {
        var sheet = sheet(item("w", "quantity", extensions(unit("kg"))));
        var proposed = FilledSheet.empty(sheet)
                .map(one -> one.proposed(
                        List.of(new AnswerValue.Measured(
                                new BigDecimal("62.4"), one.item().units().getFirst())),
                        new FilledItem.AnswerOrigin("2026-10-02", "架空病院")));
        var reopened = AnswersKept.read(sheet, AnswersKept.write(proposed));
        assertThat(reopened).as("nothing changes by being kept").isEqualTo(proposed);
        assertThat(sent(reopened, "1", "62.40").filled().at("1").orElseThrow().isOfChart())
                .isTrue();
        assertThat(sent(reopened, "1", "62.5").filled().at("1").orElseThrow().isOfChart())
                .isFalse();
    }

    @Test
    void anOptionAndOtherWordsAreTwoAnswersAndNeitherIsDropped() {
        var sheet = sheet(item("c", "open-choice", CHOICE));
        var sent = Map.of("on", List.of("1"), "a-1", List.of("0"), "o-1", List.of("丙"));
        var filling = SheetFilling.of(PostedAnswers.on(FilledSheet.empty(sheet), sent), Prefill.NONE);
        assertThat(said(filling, "1")).isEqualTo("甲,丙");
        assertThat(kind(AnswerCheck.of(filling.filled(), filling.asked(), false, NOW), "1"))
                .isEqualTo(ProblemKind.TOO_MANY);
    }

    @Test
    void aForgedDraftMakesNoMorePlacesThanASheetHas() {
        var sheet = sheet(group(
                "a",
                ",\"repeats\":true",
                group("b", ",\"repeats\":true", group("c", ",\"repeats\":true", item("q", "string", "")))));
        var places = new ArrayList<String>(List.of("\"1\":{\"n\":30}"));
        for (var a = 0; a < 30; a++) {
            places.add("\"1." + a + "-2\":{\"n\":30}");
            for (var b = 0; b < 30; b++) {
                places.add("\"1." + a + "-2." + b + "-3\":{\"n\":30}");
            }
        }
        var forged = "{\"places\":{" + String.join(",", places) + "}}";
        assertThatThrownBy(() -> AnswersKept.read(sheet, forged.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndIsKeptAsItWasTyped() {
        var sheet = sheet(
                item(
                        "n",
                        "integer",
                        ",\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/maxValue\",\"valueInteger\":10}]"),
                item("d", "date", ""),
                item("s", "string", ",\"required\":true,\"maxLength\":3"),
                item("m", "string", ",\"required\":true"));
        var filling = sent(sheet, "1", "11", "2", "先月", "3", "長すぎる言葉");
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), true, NOW);
        assertThat(kind(problems, "1")).isEqualTo(ProblemKind.MOST);
        assertThat(kind(problems, "2")).isEqualTo(ProblemKind.UNREAD);
        assertThat(kind(problems, "3")).isEqualTo(ProblemKind.LONG);
        assertThat(kind(problems, "4")).isEqualTo(ProblemKind.REQUIRED);
        assertThat(AnswerCheck.of(filling.filled(), filling.asked(), false, NOW))
                .as("so far")
                .doesNotContainKey("4");
        assertThat(said(filling, "2")).isEqualTo("先月");
        assertThat(AnswersKept.read(sheet, AnswersKept.write(filling.filled()))).isEqualTo(filling.filled());
    }

    @Test
    void theChartProposesTheNewestValueAndSaysWhereItIsFrom() {
        var sheet = sheet("""
                {"linkId":"w","type":"quantity","text":"体重","code":[{"system":"http://loinc.org","code":"29463-7"}],
                "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption","valueCoding":{"code":"kg","display":"kg"}},
                {"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observationLinkPeriod",
                "valueDuration":{"value":1,"code":"a"}}]}""", item("born", "date", extensions(expression("initialExpression", "%patient.birthDate"))));
        var prefill = new Prefill() {
            @Override
            public Map<String, String> resources() {
                return Map.of("patient", "{\"resourceType\":\"Patient\",\"birthDate\":\"1950-02-28\"}");
            }

            @Override
            public Optional<ProposedValue> newest(SheetCode code, Period since) {
                return code.code().equals("29463-7") && since.equals(Period.ofYears(1))
                        ? Optional.of(new ProposedValue("62.4", "kg", LocalDate.of(2026, 10, 2), "架空病院"))
                        : Optional.empty();
            }
        };
        var filling = SheetFilling.opened(sheet, prefill, "ご本人の登録");
        var weight = filling.filled().at("1").orElseThrow();
        assertThat(weight.values())
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .isInstanceOfSatisfying(
                                AnswerValue.Measured.class,
                                measured ->
                                        assertThat(measured.number()).isEqualByComparingTo(new BigDecimal("62.4"))));
        assertThat(weight.origin().orElseThrow().on()).isEqualTo("2026-10-02");
        assertThat(weight.origin().orElseThrow().source()).isEqualTo("架空病院");
        assertThat(said(filling, "2")).isEqualTo("1950-02-28");
        assertThat(sent(filling.filled(), "1", "63", "2", "1950-02-28")
                        .filled()
                        .at("1")
                        .orElseThrow()
                        .origin())
                .as("what somebody typed is their own")
                .isEmpty();
    }
}
