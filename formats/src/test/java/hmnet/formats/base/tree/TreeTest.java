package hmnet.formats.base.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.base.Unreadable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static String refusal(String text) {
        return catchThrowableOfType(Unreadable.class, () -> Tree.read(text.getBytes(StandardCharsets.UTF_8)))
                .note()
                .code();
    }

    @Test
    void jsonAndOrcasXmlBecomeTheSameTree() throws Unreadable {
        var json = Tree.read("""
                {"A": {"B": [{"C": "1"}, {}, {"C": "2"}], "D": 3}}""".getBytes(StandardCharsets.UTF_8));
        var xml = Tree.read("""
                <A type="record"><B type="array"><B_child type="record"><C>1</C></B_child><B_child><C>2</C></B_child></B><D>3</D></A>""".getBytes(StandardCharsets.UTF_8));
        for (var tree : new Tree[] {json, xml}) {
            assertThat(tree.root().at("A").items("B"))
                    .extracting(item -> item.said("C"))
                    .containsExactly("1", "2");
            assertThat(tree.root().said("A", "D")).isEqualTo("3");
            assertThat(tree.root().said("A", "none", "such")).isEmpty();
        }
    }

    @Test
    void aWrongDeclarationOfTheEncodingIsNoted() throws Unreadable {
        var sjis = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><A>見本髙</A>".getBytes(Charset.forName("windows-31j"));
        var tree = Tree.read(sjis);
        assertThat(tree.root().said("A")).isEqualTo("見本髙");
        assertThat(tree.notes()).extracting(note -> note.code()).containsExactly("charset-differs");
    }

    /// A040, A041.
    @Test
    void bombsAndEntitiesAreRefusedBeforeTheyCostAnything() {
        assertThat(refusal("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")).isEqualTo("doctype");
        assertThat(refusal("<a>&x;</a>")).isEqualTo("xml");
        assertThat(refusal("<a>".repeat(20_000))).isEqualTo("too-deep");
        assertThat(refusal("{\"a\":".repeat(20_000))).isIn("json", "too-deep");
        assertThat(refusal("{\"a\":1,\"a\":2}")).isEqualTo("json");
        assertThat(refusal("{\"a\":" + "9".repeat(1000) + "}")).isEqualTo("json");
        assertThat(refusal("{\"a\":1e1000000000}{")).isIn("json", "after-the-end");
        assertThat(refusal("{\"a\":1")).isIn("json", "cut");
        assertThat(refusal("<a>" + "<b/>".repeat(300_000) + "</a>")).isEqualTo("too-many-nodes");
        assertThat(refusal("   ")).isEqualTo("empty");
        assertThat(refusal("abc")).isEqualTo("not-a-tree");
        var attributes = new StringBuilder("<a");
        for (int i = 0; i < 5000; i++) {
            attributes.append(" b").append(i).append("='1'");
        }
        assertThat(refusal(attributes + "/>")).isIn("xml", "too-many-attributes");
    }

    @Test
    void largeFilesAndBrokenCharactersAreRefused() {
        assertThat(catchThrowableOfType(Unreadable.class, () -> Tree.read(new byte[(4 << 20) + 1]))
                        .note()
                        .code())
                .isEqualTo("too-large");
        assertThat(catchThrowableOfType(
                                Unreadable.class, () -> Tree.read(new byte[] {'<', 'a', '>', (byte) 0xFF, (byte) 0xFE}))
                        .note()
                        .code())
                .isEqualTo("charset");
    }
}
