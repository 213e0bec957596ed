package hmnet.formats.base.tree;

import hmnet.formats.base.Unreadable;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON to nodes (JSONの読取): duplicate keys, depth and long numbers refused; empty objects are not kept.
final class JsonReader {
    private static final int NUMBER = 100;
    private static final String ITEM = "item";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(TreeBuilder.DEPTH)
                    .maxNumberLength(NUMBER)
                    .maxStringLength(TreeBuilder.TEXT)
                    .build())
            .build();

    private JsonReader() {}

    static Node read(String text) throws Unreadable {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var tree = new TreeBuilder();
            parser.nextToken(); // the outer brace
            for (int depth = 1; depth > 0; ) {
                depth += step(parser, tree, depth);
            }
            if (parser.nextToken() != null) {
                throw new Unreadable("after-the-end", line(parser), "", "something follows the object");
            }
            return tree.root();
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Unreadable("json", at == null ? 0 : at.getLineNr(), "", e.getOriginalMessage());
        }
    }

    /// How the depth changes by the next token.
    private static int step(JsonParser parser, TreeBuilder tree, int depth) throws Unreadable {
        var token = parser.nextToken();
        if (token == null) {
            throw new Unreadable("cut", line(parser), "", "the object does not end");
        }
        if (token.isStructStart()) {
            tree.open(name(parser), "", Map.of(), line(parser));
            return 1;
        }
        if (token.isStructEnd()) {
            if (depth > 1) {
                tree.closeUnlessEmpty();
            }
            return -1;
        }
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            tree.open(name(parser), "", Map.of(), line(parser));
            tree.text(whole(parser.getString(), line(parser)), line(parser));
            tree.close();
        }
        return 0;
    }

    /// NUL, or half a character, is damage; in XML neither can stand.
    private static String whole(String text, int line) throws Unreadable {
        if (text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new Unreadable("control-character", line, "", "U+0000 or half a character");
        }
        return text;
    }

    private static String name(JsonParser parser) {
        var context = parser.streamReadContext();
        if (parser.currentToken().isStructStart()) {
            context = context.getParent();
        }
        var name = context.currentName();
        return name == null ? ITEM : name;
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }
}
