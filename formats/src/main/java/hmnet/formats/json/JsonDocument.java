package hmnet.formats.json;

import hmnet.formats.file.Unreadable;
import hmnet.formats.xml.Decoding;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// A JSON file read whole (JSON文書): one value, or one a line (NDJSON); bounded in size, depth and number.
public final class JsonDocument {
    public static final int BYTES = 16 << 20;
    private static final int DEPTH = 64;
    private static final int NODES = 250_000;
    private static final int DIGITS = 40;
    private static final int FEW = 4;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(DIGITS)
                    .maxStringLength(BYTES)
                    .maxNameLength(1_000)
                    .maxDocumentLength(2L * BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser in;
    private int nodes;

    private JsonDocument(JsonParser in) {
        this.in = in;
    }

    /// The values of the file in their order; at least one.
    public static List<Node> read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "JSON larger than " + BYTES + " bytes");
        }
        var decoded = Decoding.of(bytes, "");
        if (decoded.charset().equals(Decoding.WINDOWS_31J)) {
            throw new Unreadable("charset", 0, "", "JSON is UTF-8");
        }
        var text = decoded.text();
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            return new JsonDocument(parser).values();
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Unreadable("not-well-formed", at == null ? 0 : Math.max(0, at.getLineNr()), "", said(e));
        }
    }

    private static String said(JacksonException e) {
        var message = e.getOriginalMessage();
        return message == null ? "not well-formed" : message.replace('\n', ' ');
    }

    private List<Node> values() throws Unreadable {
        var values = new ArrayList<Node>();
        while (in.nextToken() != null) {
            values.add(value());
        }
        if (values.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no value");
        }
        return values;
    }

    /// Its depth is bounded by the parser.
    private Node value() throws Unreadable {
        int line = in.currentTokenLocation().getLineNr();
        if (++nodes > NODES) {
            throw new Unreadable("too-complex", line, "", "more than " + NODES + " values");
        }
        var token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            var members = new LinkedHashMap<String, Node>(FEW);
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var name = in.currentName();
                in.nextToken();
                members.put(name, value());
            }
            return Node.of(members, line);
        }
        if (token == JsonToken.START_ARRAY) {
            var elements = new ArrayList<Node>(FEW);
            while (in.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value());
            }
            return Node.of(elements, line);
        }
        return Node.of(scalar(token, line), line);
    }

    private @Nullable Object scalar(JsonToken token, int line) throws Unreadable {
        return switch (token) {
            case VALUE_STRING -> whole(in.getString(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Digits(plain(in.getString(), line));
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /// `1e1000000000` is short and denotes a number that fits nowhere.
    private static String plain(String digits, int line) throws Unreadable {
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (exponent > 0 && digits.length() - exponent > 4) {
            throw new Unreadable("number", line, "", digits);
        }
        return digits;
    }

    /// Half a character is damage.
    private static String whole(String text, int line) throws Unreadable {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || !pair && Character.isSurrogate(c)) {
                throw new Unreadable("charset", line, "", "a NUL or half a character");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    public static byte[] write(Node node) {
        var bytes = new ByteArrayOutputStream(4096);
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, node);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, Node node) {
        switch (node.value()) {
            case Map<?, ?> object -> {
                out.writeStartObject();
                node.members().forEach((name, value) -> {
                    out.writeName(name);
                    write(out, value);
                });
                out.writeEndObject();
            }
            case List<?> array -> {
                out.writeStartArray();
                node.elements().forEach(element -> write(out, element));
                out.writeEndArray();
            }
            case Node.Digits number -> out.writeNumber(number.digits());
            case Boolean flag -> out.writeBoolean(flag);
            case String text -> out.writeString(text);
            case null -> out.writeNull();
            case Object other -> throw new IllegalStateException("No value of JSON: " + other.getClass());
        }
    }
}
