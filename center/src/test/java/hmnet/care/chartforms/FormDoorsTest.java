package hmnet.care.chartforms;

import static hmnet.record.sheets.SheetSamples.group;
import static hmnet.record.sheets.SheetSamples.item;
import static hmnet.record.sheets.SheetSamples.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A sheet as a browser asks for it and sends it back, whatever its size.
class FormDoorsTest extends BrowsedForms {
    @Test
    void aStepThatWasAnsweredOutlivesTheCentre() throws SQLException {
        var path = begun(item("a", "string", ""));
        assertThat(nurse.post(path, step(1, "save", Map.of("a-1", "熱はない"))).statusCode())
                .isEqualTo(303);
        try (var another = owner()) {
            assertThat(JdbcClient.create(new SingleConnectionDataSource(another, true))
                            .sql("select version from form_draft where id = ?::uuid")
                            .param(path.substring(path.lastIndexOf('/') + 1))
                            .query(Integer.class)
                            .single())
                    .as("a connection that the centre does not have sees it: it is committed")
                    .isEqualTo(2);
        }
        assertThat(nurse.get(path).body()).contains("value=\"熱はない\"");
    }

    /// The median of warm requests, with session, decision and audit event.
    @Test
    void aPageOfTwoHundredQuestionsComesWithinThreeHundredMilliseconds() {
        var path = begun(group(
                "all",
                "",
                IntStream.range(0, 200)
                        .mapToObj(n -> item(
                                "q" + n,
                                n % 3 == 0 ? "decimal" : "string",
                                n == 0 ? "" : when("q" + (n - 1), "exists", "\"answerBoolean\":false")))
                        .toArray(String[]::new)));
        IntStream.range(0, 5).forEach(n -> nurse.get(path));
        var milliseconds = IntStream.range(0, 9)
                .mapToLong(n -> {
                    var asked = System.nanoTime();
                    nurse.get(path);
                    return (System.nanoTime() - asked) / 1_000_000;
                })
                .sorted()
                .toArray();
        assertThat(milliseconds[4]).isLessThan(300);
        var body = nurse.get(path).body();
        assertThat(body).contains("q199?");
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).as("bytes").isLessThan(150_000);
    }

    @Test
    void twoFieldsFullOfWordsAreSaved() {
        var path = begun(item("a", "text", ""), item("b", "text", ""));
        var words = "あ".repeat(20_000);
        assertThat(nurse.post(path, step(1, "save", Map.of("a-1", words, "a-2", words)))
                        .statusCode())
                .isEqualTo(303);
        assertThat(nurse.get(path).body().split(words, -1)).hasSize(3);
    }

    @Test
    void aPageOfMoreThanAThousandFieldsIsSaved() {
        var path = begun(group(
                "row",
                ",\"repeats\":true",
                IntStream.range(0, 40)
                        .mapToObj(n -> item("q" + n, "string", ""))
                        .toArray(String[]::new)));
        var fields = new HashMap<String, String>();
        for (var row = 0; row < 30; row++) {
            for (var column = 2; column <= 41; column++) {
                fields.put("a-1." + row + "-" + column, "x");
            }
        }
        assertThat(nurse.post(path, step(1, "save", fields)).statusCode()).isEqualTo(303);
        assertThat(nurse.get(path).body()).contains("name=\"a-1.29-41\" type=\"text\" value=\"x\"");
    }

    @Test
    void aPartOfADraftThatIsGoneLeadsToWhereItIsSaid() {
        var path = begun(item("a", "boolean", ""));
        nurse.post(path + "/discard", Map.of());
        var part = nurse.post(path, step(1, "save", Map.of("a-1", "true")), "HX-Request", "true");
        assertThat(part.headers().firstValue("HX-Redirect"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/forms?told=gone"));
    }
}
