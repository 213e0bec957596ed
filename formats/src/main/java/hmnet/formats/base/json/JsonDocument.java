package hmnet.formats.base.json;

import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.TextDecoding;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    public static final int BYTES = TreeLimits.JSON.bytes();
    private static final int DEPTH = TreeLimits.JSON.depth();
    private static final int NODES = TreeLimits.JSON.nodes();
    private static final int DIGITS = 40;
    private static final int FEW = 4;
    private static final int WRITTEN = 2 << 10;
    private static final int SHORT = 160;
    private static final int KNOWN = 2_000;
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
    private final byte[] bytes;
    private final int from;
    private final Map<String, String> known = new HashMap<>();
    private int nodes;

    /// @param bytes that are read, from a place in them; none where they are read as text
    private JsonDocument(JsonParser in, byte[] bytes, int from) {
        this.in = in;
        this.bytes = bytes;
        this.from = from;
    }

    /// The values of the file in their order; at least one.
    public static List<JsonValue> read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "JSON larger than " + BYTES + " bytes");
        }
        int from = TextDecoding.utf8From(bytes);
        boolean inPlace = from >= 0 && !holdsNul(bytes);
        try (var parser = inPlace ? parser(bytes, from) : parser(bytes)) {
            return new JsonDocument(parser, inPlace ? bytes : new byte[0], from).values();
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Unreadable("not-well-formed", at == null ? 0 : Math.max(0, at.getLineNr()), "", said(e));
        }
    }

    /// Bytes that are UTF-8 are read as they are: as text they would be held a second time.
    private static JsonParser parser(byte[] bytes, int from) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, from, bytes.length - from);
    }

    private static JsonParser parser(byte[] bytes) throws Unreadable {
        var decoded = TextDecoding.of(bytes, "");
        if (decoded.charset().equals(TextDecoding.WINDOWS_31J)) {
            throw new Unreadable("charset", 0, "", "JSON is UTF-8");
        }
        return FACTORY.createParser(ObjectReadContext.empty(), new StringReader(decoded.text()));
    }

    /// With a NUL between its letters JSON would be taken for UTF-16.
    private static boolean holdsNul(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static String said(JacksonException e) {
        var message = e.getOriginalMessage();
        return message == null ? "not well-formed" : message.replace('\n', ' ');
    }

    private List<JsonValue> values() throws Unreadable {
        var values = new ArrayList<JsonValue>();
        while (in.nextToken() != null) {
            values.add(value());
        }
        if (values.isEmpty()) {
            throw new Unreadable("empty", 0, "", "no value");
        }
        return values;
    }

    /// Its depth is bounded by the parser.
    private JsonValue value() throws Unreadable {
        var place = in.currentTokenLocation();
        int line = place.getLineNr();
        if (++nodes > NODES) {
            throw new Unreadable("too-complex", line, "", "more than " + NODES + " values");
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> JsonValue.of(members(), line);
            case START_ARRAY -> JsonValue.of(elements(), line);
            case VALUE_STRING -> JsonValue.of(string(place.getByteOffset(), line), line);
            default -> JsonValue.of(scalar(in.currentToken(), line), line);
        };
    }

    private Map<String, JsonValue> members() throws Unreadable {
        var pairs = new Object[2 * FEW];
        int length = 0;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            if (length == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * length);
            }
            pairs[length++] = in.currentName();
            in.nextToken();
            pairs[length++] = value();
        }
        return Members.of(pairs, length);
    }

    private List<JsonValue> elements() throws Unreadable {
        var elements = new ArrayList<JsonValue>(FEW);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return List.copyOf(elements);
    }

    /// A long one stays where it is; a short one that was there before (a code, a system) is held once.
    private Object string(long offset, int line) throws Unreadable {
        int length = Stretch.longFrom(bytes, from + offset);
        if (length >= 0) {
            return new Stretch(bytes, (int) (from + offset) + 1, length);
        }
        var text = whole(in.getString(), line);
        if (text.length() > SHORT) {
            return text;
        }
        var before = known.get(text);
        if (before == null && known.size() < KNOWN) {
            known.put(text, text);
        }
        return before == null ? text : before;
    }

    private @Nullable Object scalar(JsonToken token, int line) throws Unreadable {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(plain(in.getString(), line));
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

    public static byte[] write(JsonValue node) {
        var bytes = new ByteArrayOutputStream(WRITTEN + stretched(node));
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(out, node);
        }
        return bytes.toByteArray();
    }

    /// How long a value is when it is written.
    public static long length(JsonValue node) {
        var counting = new ByteCounter();
        try (var out = FACTORY.createGenerator(ObjectWriteContext.empty(), counting)) {
            write(out, node);
        }
        return counting.length;
    }

    private static final class ByteCounter extends OutputStream {
        private long length;

        @Override
        public void write(int b) {
            length++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            length += len;
        }
    }

    /// How much of a value are long texts.
    private static int stretched(JsonValue node) {
        return switch (node.value()) {
            case Stretch stretch -> stretch.length();
            case Map<?, ?> object -> {
                int length = 0;
                for (var member : node.members().values()) {
                    length += stretched(member);
                }
                yield length;
            }
            case List<?> array -> {
                int length = 0;
                for (var element : node.elements()) {
                    length += stretched(element);
                }
                yield length;
            }
            case null, default -> 0;
        };
    }

    private static void write(JsonGenerator out, JsonValue node) {
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
            case JsonValue.Digits number -> out.writeNumber(number.digits());
            case Boolean flag -> out.writeBoolean(flag);
            case String text -> out.writeString(text);
            case Stretch text -> out.writeRawUTF8String(text.bytes(), text.from(), text.length());
            case null -> out.writeNull();
            case Object other -> throw new IllegalStateException("No value of JSON: " + other.getClass());
        }
    }
}
