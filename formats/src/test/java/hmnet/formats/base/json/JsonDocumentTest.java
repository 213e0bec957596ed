package hmnet.formats.base.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final String LONG = "AbC0+/".repeat(2_000);

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \r\n", "\uFEFF\n\n"})
    void aLongTextIsReadAndWrittenFromWhereverItStands(String before) throws Unreadable {
        var json = "{\"前\":\"架空\",\"data\":\"%s\",\"list\":[\"%s\",\"後\"]}".formatted(LONG, LONG);
        var node = JsonDocument.read((before + json).getBytes(UTF_8)).getFirst();
        assertThat(node.text("data")).isEqualTo(LONG);
        assertThat(node.text("list")).isEqualTo(LONG);
        assertThat(node.text("前")).isEqualTo("架空");
        assertThat(node.all("list")).hasSize(2);
        assertThat(JsonDocument.write(node)).isEqualTo(json.getBytes(UTF_8)).hasSize((int) JsonDocument.length(node));
    }

    @Test
    void aLongTextIsEqualToItselfHeldOtherwise() throws Unreadable {
        var there = JsonDocument.read(("\"" + LONG + "\"").getBytes(UTF_8)).getFirst();
        var held = JsonValue.text(LONG, 1);
        assertThat(there).isEqualTo(held).hasSameHashCodeAs(held).hasToString(LONG);
        assertThat(held).isEqualTo(there);
        assertThat(there.isText()).isTrue();
        assertThat(there.isEmptyText()).isFalse();
        assertThat(there.stream()).hasBinaryContent(LONG.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\u0041", "\\\"", "架", "\u007f", "\\\\"})
    void aLongTextWithOtherCharactersIsReadToo(String other) throws Unreadable {
        var json = "[\"" + LONG + other + LONG + "\",\"end\"]";
        var node = JsonDocument.read(json.getBytes(UTF_8)).getFirst();
        var plain = JsonDocument.read(("\"" + other + "\"").getBytes(UTF_8)).getFirst();
        assertThat(node.elements().getFirst().text()).isEqualTo(LONG + plain.text() + LONG);
        assertThat(node.elements().getLast().text()).isEqualTo("end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\n", "\\ud800", "\\u0000"})
    void aLongTextWithDamageIsRefused(String damage) {
        var bytes = ("[\"" + LONG + damage + LONG + "\"]").getBytes(UTF_8);
        assertThatThrownBy(() -> JsonDocument.read(bytes)).isInstanceOf(Unreadable.class);
    }

    @Test
    void aLongTextThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> JsonDocument.read(("{\"data\":\"" + LONG).getBytes(UTF_8)))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void lettersOfTwoBytesAreReadOnlyBehindTheirMark() throws Unreadable {
        var json = "{\"id\":\"a\"}";
        assertThat(JsonDocument.read(("\uFEFF" + json).getBytes(UTF_16LE))
                        .getFirst()
                        .text("id"))
                .isEqualTo("a");
        assertThatThrownBy(() -> JsonDocument.read(json.getBytes(UTF_16LE))).isInstanceOf(Unreadable.class);
    }

    @Test
    void aCodeThatComesAgainIsHeldOnce() throws Unreadable {
        var nodes = JsonDocument.read("[\"urn:oid:1.2\",\"urn:oid:1.2\"]".getBytes(UTF_8))
                .getFirst()
                .elements();
        assertThat(nodes.getFirst().text()).isSameAs(nodes.getLast().text());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 23, 24, 25, 60})
    void anObjectIsTheMapOfItsMembers(int size) throws Unreadable {
        Map<String, JsonValue> expected = new LinkedHashMap<>();
        IntStream.range(0, size).forEach(i -> expected.put("n" + i, JsonValue.number("" + i, 1)));
        var json = expected.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue().text())
                .collect(Collectors.joining(",", "{", "}"));
        var node = JsonDocument.read(json.getBytes(UTF_8)).getFirst();
        assertThat(node.members())
                .isEqualTo(expected)
                .hasSameHashCodeAs(expected)
                .hasSize(size);
        assertThat(node.members().keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(node).isEqualTo(JsonValue.object(expected, 1)).hasSameHashCodeAs(JsonValue.object(expected, 1));
        node.put("n0", JsonValue.text("other", 1)).put("new", JsonValue.flag(true, 1));
        assertThat(node.text("n0")).isEqualTo("other");
        assertThat(node.text("new")).isEqualTo("true");
        assertThat(node.members()).hasSize(Math.max(1, size) + 1);
        assertThat(node.at("absent")).isSameAs(JsonValue.NONE);
    }

    @Test
    void aPathLeadsToTheFirstThatHasAllOfIt() throws Unreadable {
        var node = JsonDocument.read("""
                {"coding":[{"system":"a"},{"system":"b","code":"2"},{"code":"3"}],"none":null,"empty":[]}""".getBytes(UTF_8)).getFirst();
        assertThat(node.text("coding.code")).isEqualTo("2");
        assertThat(node.all("coding.code")).hasSize(2);
        assertThat(node.at("none").exists()).isFalse();
        assertThat(node.at("empty").exists()).isFalse();
        assertThat(node.at("coding.system.more").exists()).isFalse();
    }
}
