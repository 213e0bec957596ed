package hmnet.record.answers;

import static hmnet.record.answers.SentAnswers.said;
import static hmnet.record.answers.SentAnswers.sent;
import static hmnet.record.sheets.SheetSamples.expression;
import static hmnet.record.sheets.SheetSamples.extensions;
import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Expressions of a sheet come from a file: exact where they are right, told where they fail, stopped where they are
/// too
/// much.
class ExpressionRunTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// 81,920 letters.
    private static final String LONG = "'aaaaaaaaaa'" + ".select($this & $this)".repeat(13);

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
        var sheet = sheet(grouped(all));
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
    void aLoopEnds() {
        for (var loop :
                List.of("'a'.repeat($this & 'a').count().toString()", "(1).repeat($this + 1).count().toString()")) {
            var begun = System.nanoTime();
            sent(sheet(item("a", "string", ""), item("x", "string", calculated(loop))), "1", "b");
            assertThat(System.nanoTime() - begun).as(loop).isLessThan(4_000_000_000L);
        }
    }

    @Test
    void anExpressionFillsNoMemory() {
        var bombs = List.of(
                "'aaaaaaaaaa'" + ".select($this & $this)".repeat(60),
                "%resource.item" + ".combine(%resource.item)" + ".select($this.combine($this))".repeat(40) + ".count()",
                "(1.5)" + ".select($this * $this)".repeat(60),
                "'a'" + ".replace('a','aaaaaaaaaa')".repeat(40),
                LONG + ".select($this.replace('a', $this))",
                LONG + ".substring(0, 40000).toChars().select(" + LONG + ").count()",
                "('1' & '0'.replace('0', '0000000000')).toDecimal().power(99).abs()");
        for (var bomb : bombs) {
            var sheet = sheet(item("a", "string", ""), item("x", "string", calculated(bomb)));
            var begun = System.nanoTime();
            var allocated = THREADS.getCurrentThreadAllocatedBytes();
            assertThat(sent(sheet, "1", "b").failed()).as(bomb).containsExactly("2");
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
                    .as(bomb)
                    .isLessThan(1_000_000_000L);
            assertThat(System.nanoTime() - begun).as(bomb).isLessThan(4_000_000_000L);
        }
    }

    /// What the library would take for `power(0)` and `round(1)`, since it cuts numbers off.
    @Test
    void aNumberThatIsTooLargeIsNotTakenForASmallOne() {
        var sheet = sheet(
                item("a", "decimal", calculated("2.power(4294967296)")),
                item("b", "decimal", calculated("(1.005).round(4294967297)")),
                item("c", "decimal", calculated("1000000000.power(99)")),
                item("d", "string", calculated("'1.5.2'.replace('.', '')")));
        var filling = sent(sheet);
        assertThat(filling.failed()).containsExactlyInAnyOrder("1", "3");
        assertThat(said(filling, "2")).isEqualTo("1.005");
        assertThat(said(filling, "4")).isEqualTo("152");
    }

    @Test
    void whatIsComputedFromWhatIsComputedIsNeverStale() {
        var chain = new ArrayList<>(List.of(item("c0", "integer", "")));
        for (var n = 1; n < 30; n++) {
            chain.add(item(
                    "c" + n,
                    "integer",
                    calculated("%resource.item.where(linkId='c" + (n - 1) + "').answer.value + 1")));
        }
        var first = sent(sheet(chain.toArray(String[]::new)), "1", "0");
        assertThat(said(first, "30")).isEqualTo("29");
        assertThat(said(sent(first.filled(), "1", "100"), "30")).isEqualTo("129");
    }

    @Test
    void whatNeverStandsStillIsToldAndLeftOut() {
        var other = "iif(%resource.item.where(linkId='%s').answer.value = 1, 2, 1)";
        var filling = sent(sheet(
                item("a", "integer", calculated(other.replace("%s", "b"))),
                item("b", "integer", calculated(other.replace("%s", "a"))),
                item("c", "integer", calculated("1 + 1"))));
        assertThat(filling.failed()).containsExactlyInAnyOrder("1", "2");
        assertThat(said(filling, "1") + said(filling, "2")).isEmpty();
        assertThat(said(filling, "3")).isEqualTo("2");
    }

    @Test
    void aVariableStartsFromWhereItStands() {
        var sheet = sheet(group(
                "g",
                ",\"repeats\":true"
                        + extensions("{\"url\":\"http://hl7.org/fhir/StructureDefinition/variable\","
                                + "\"valueExpression\":{\"name\":\"kg\",\"language\":\"text/fhirpath\","
                                + "\"expression\":\"item.where(linkId='kg').answer.value\"}}"),
                item("kg", "decimal", ""),
                group("below", "", item("grams", "decimal", calculated("%kg * 1000")))));
        var filling = sent(FilledSheet.empty(sheet).added("1"), "1.0-2", "60", "1.1-2", "70");
        assertThat(said(filling, "1.0-3.0-4")).isEqualTo("60000");
        assertThat(said(filling, "1.1-3.0-4")).isEqualTo("70000");
    }

    private static String calculated(String expression) {
        return extensions(expression("calculatedExpression", expression));
    }

    @Test
    void whatAnExpressionHidesCountsForNothingInAnother() {
        var sheet = sheet(
                item("a", "boolean", ""),
                item(
                        "b",
                        "string",
                        extensions(expression(
                                "enableWhenExpression", "%resource.item.where(linkId='a').answer.value = true"))),
                item(
                        "c",
                        "string",
                        extensions(expression(
                                "enableWhenExpression", "%resource.item.where(linkId='b').answer.exists()"))));
        assertThat(sent(sheet, "1", "true", "2", "x").asked()).contains("2", "3");
        assertThat(sent(sheet, "1", "false", "2", "x").asked()).doesNotContain("2", "3");
    }

    @Test
    void theClockOfASheetIsThatOfJapan() {
        var sheet = sheet(item("t", "dateTime", calculated("now()")), item("d", "date", calculated("today()")));
        var filling = sent(sheet);
        assertThat(said(filling, "1")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+09:00");
        assertThat(said(filling, "2")).isEqualTo(said(filling, "1").substring(0, 10));
    }

    @Test
    void aClockThatHasRunOutLetsNothingThrough() {
        var now = new long[1];
        var clock = new RunClock(() -> now[0], 100);
        clock.look();
        now[0] = 101;
        assertThatThrownBy(clock::look).isInstanceOf(IllegalStateException.class);
    }
}
