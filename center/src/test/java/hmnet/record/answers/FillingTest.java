package hmnet.record.answers;

import static hmnet.record.sheets.SheetSamples.expression;
import static hmnet.record.sheets.SheetSamples.extensions;
import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.sheet;
import static hmnet.record.sheets.SheetSamples.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.record.answers.AnswerCheck.ProblemKind;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.FormSheet;
import hmnet.record.sheets.SheetCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is asked, computed and wrong, while a sheet is filled in.
class FillingTest {
    private static final String CHOICE =
            ",\"answerOption\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"甲\"}},{\"valueCoding\":{\"code\":\"b\",\"display\":\"乙\"}}]";
    private static final String EXISTS = "\"answerBoolean\":true";

    /// Sends answers by path.
    private static SheetFilling sent(FilledSheet before, String... pairs) {
        var sent = new HashMap<String, List<String>>();
        for (var n = 0; n < pairs.length; n += 2) {
            sent.computeIfAbsent("a-" + pairs[n], name -> new ArrayList<>()).add(pairs[n + 1]);
        }
        sent.put("on", List.copyOf(before.all().map(FilledItem::path).toList()));
        return SheetFilling.of(PostedAnswers.on(before, sent), Prefill.NONE);
    }

    private static SheetFilling sent(FormSheet sheet, String... pairs) {
        return sent(FilledSheet.empty(sheet), pairs);
    }

    private static String said(SheetFilling filling, String path) {
        return String.join(
                ",",
                filling.filled().at(path).orElseThrow().values().stream()
                        .map(AnswerValue::typed)
                        .toList());
    }

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
    void noMoreIsRepeatedThanTheSheetAllows() {
        var sheet = sheet(group("g", ",\"repeats\":true", item("q", "string", "")));
        var filled = FilledSheet.empty(sheet);
        for (var n = 0; n < 40; n++) {
            filled = filled.added("1");
        }
        assertThat(filled.at("1").orElseThrow().groups()).hasSize(30);
    }

    @Test
    void sumsAreExactAndAnEmptyFieldGivesNone() {
        var bmi = "(%resource.item.where(linkId='kg').answer.value / "
                + "(%resource.item.where(linkId='m').answer.value * %resource.item.where(linkId='m').answer.value)).round(1)";
        var sheet = sheet(
                item("kg", "decimal", ""),
                item("m", "decimal", ""),
                item("bmi", "decimal", extensions(expression("calculatedExpression", bmi))),
                item(
                        "sum",
                        "decimal",
                        extensions(expression(
                                "calculatedExpression",
                                "%resource.item.where(linkId='kg' or linkId='m').answer.value.sum()"))));
        var filling = sent(sheet, "1", "70.5", "2", "1.7");
        assertThat(said(filling, "3")).as("the library alone says 24").isEqualTo("24.4");
        assertThat(said(filling, "4")).isEqualTo("72.2");
        assertThat(sent(sheet, "1", "70.5").filled().at("3").orElseThrow().values())
                .isEmpty();
        assertThat(said(sent(filling.filled(), "1", "60", "2", "1.7", "3", "999"), "3"))
                .as("nobody types what is computed")
                .isEqualTo("20.8");
    }

    @Test
    void anExpressionHidesAndShows() {
        var sheet = sheet(
                item("a", "integer", ""),
                item("b", "integer", ""),
                item(
                        "c",
                        "string",
                        extensions(
                                expression(
                                        "enableWhenExpression",
                                        "%resource.item.where(linkId='a').answer.value > %resource.item.where(linkId='b').answer.value"))));
        assertThat(sent(sheet, "1", "3", "2", "2").asked()).contains("3");
        assertThat(sent(sheet, "1", "1", "2", "2").asked()).doesNotContain("3");
    }

    @Test
    void anExpressionThatFailsIsToldAndStopsNothing() {
        var sheet = sheet(
                item("a", "string", ",\"repeats\":true"),
                item(
                        "n",
                        "decimal",
                        extensions(expression(
                                "calculatedExpression", "%resource.item.where(linkId='a').answer.value.abs()"))));
        var filling = sent(sheet, "1", "x", "1", "y");
        assertThat(filling.failed()).containsExactly("2");
        assertThat(said(filling, "1")).isEqualTo("x,y");
    }

    @Test
    void expressionsThatTakeTooLongAreBrokenOff() {
        var items = IntStream.range(0, 1_500)
                .mapToObj(n -> item("q" + n, "integer", ""))
                .toList();
        var all = new ArrayList<>(items);
        all.add(
                item(
                        "slow",
                        "integer",
                        extensions(
                                expression(
                                        "calculatedExpression",
                                        "%resource.repeat(item).where(%resource.repeat(item).where(linkId = %resource.repeat(item).linkId).exists()).count()"))));
        var sheet = sheet(all.stream()
                .map(one -> one)
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toList(), FillingTest::grouped)));
        var begun = System.nanoTime();
        var filling = SheetFilling.of(FilledSheet.empty(sheet), Prefill.NONE);
        assertThat(filling.failed()).isNotEmpty();
        assertThat(System.nanoTime() - begun).isLessThan(6_000_000_000L);
    }

    /// Pages of 250, since no page holds more than 300.
    private static String[] grouped(List<String> items) {
        var groups = new ArrayList<String>();
        for (var n = 0; n < items.size(); n += 250) {
            groups.add(group(
                    "g" + n,
                    "",
                    items.subList(n, Math.min(n + 250, items.size())).toArray(String[]::new)));
        }
        return groups.toArray(String[]::new);
    }

    @Test
    void aClockThatHasRunOutLetsNothingThrough() {
        var now = new long[1];
        var clock = new RunClock(() -> now[0], 100);
        clock.look();
        now[0] = 101;
        assertThatThrownBy(clock::look).isInstanceOf(IllegalStateException.class);
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
        var problems = AnswerCheck.of(filling.filled(), filling.asked(), true);
        assertThat(problems.get("1").kind()).isEqualTo(ProblemKind.MOST);
        assertThat(problems.get("2").kind()).isEqualTo(ProblemKind.UNREAD);
        assertThat(problems.get("3").kind()).isEqualTo(ProblemKind.LONG);
        assertThat(problems.get("4").kind()).isEqualTo(ProblemKind.REQUIRED);
        assertThat(AnswerCheck.of(filling.filled(), filling.asked(), false))
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
