package hmnet.formats.base.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A value of a JSON document (JSONの値): object, array, text, number as written, flag or null.
///
/// Paths are names with points (`code.coding.system`); arrays on the way are gone through.
public final class JsonValue {
    /// A number, digit for digit.
    record Digits(String digits) {}

    public static final JsonValue NONE = new JsonValue(null, 0);

    private final @Nullable Object value;
    private final int line;

    private JsonValue(@Nullable Object value, int line) {
        this.value = value;
        this.line = line;
    }

    static JsonValue of(@Nullable Object value, int line) {
        return new JsonValue(value, line);
    }

    public static JsonValue object() {
        return new JsonValue(new LinkedHashMap<String, JsonValue>(), 0);
    }

    public static JsonValue array(List<JsonValue> elements) {
        return new JsonValue(new ArrayList<>(elements), 0);
    }

    public static JsonValue text(String text, int line) {
        return new JsonValue(text, line);
    }

    /// A number, digit for digit as JSON writes one.
    public static JsonValue number(String digits, int line) {
        return new JsonValue(new Digits(digits), line);
    }

    public static JsonValue flag(boolean flag, int line) {
        return new JsonValue(flag, line);
    }

    public static JsonValue object(Map<String, JsonValue> members, int line) {
        return new JsonValue(Members.of(members), line);
    }

    public int line() {
        return line;
    }

    /// Whether there is anything.
    public boolean exists() {
        return value != null;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isArray() {
        return value instanceof List;
    }

    /// Members of an object; none of anything else.
    @SuppressWarnings("unchecked") // made here only
    public Map<String, JsonValue> members() {
        return value instanceof Map ? (Map<String, JsonValue>) value : Map.of();
    }

    /// Elements of an array; none of anything else.
    @SuppressWarnings("unchecked") // made here only
    public List<JsonValue> elements() {
        return value instanceof List ? (List<JsonValue>) value : List.of();
    }

    /// The text, the digits of a number, `true` or `false`; empty for all else.
    public String text() {
        return switch (value) {
            case String text -> text;
            case Stretch stretch -> stretch.text();
            case Digits number -> number.digits();
            case Boolean flag -> flag.toString();
            case null, default -> "";
        };
    }

    /// The text as bytes, so that a long one is not made whole to be looked at.
    public InputStream stream() {
        return value instanceof Stretch stretch
                ? stretch.stream()
                : new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether it is written as text, not as a number or flag.
    public boolean isText() {
        return value instanceof String || value instanceof Stretch;
    }

    public boolean isEmptyText() {
        return value instanceof String text && text.isEmpty();
    }

    public boolean isNumber() {
        return value instanceof Digits;
    }

    @Nullable
    Object value() {
        return value;
    }

    /// All that stands at a path.
    public List<JsonValue> all(String path) {
        var here = List.of(this);
        for (var step : path.split("\\.", -1)) {
            var next = new ArrayList<JsonValue>();
            for (var node : here) {
                var found = node.members().get(step);
                if (found != null && found.isArray()) {
                    next.addAll(found.elements());
                } else if (found != null && found.exists()) {
                    next.add(found);
                }
            }
            here = next;
        }
        return here;
    }

    /// The first that stands at a path, or nothing.
    public JsonValue at(String path) {
        var found = first(path, 0);
        return found == null ? NONE : found;
    }

    /// @param from where in the path the next name begins; there are as many turns as names
    private @Nullable JsonValue first(String path, int from) {
        int point = path.indexOf('.', from);
        var found = members().get(path.substring(from, point < 0 ? path.length() : point));
        if (found == null || !found.isArray()) {
            return found == null || !found.exists() || point < 0 ? onlyIfExists(found) : found.first(path, point + 1);
        }
        for (var element : found.elements()) {
            var at = point < 0 ? element : element.first(path, point + 1);
            if (at != null) {
                return at;
            }
        }
        return null;
    }

    private static @Nullable JsonValue onlyIfExists(@Nullable JsonValue node) {
        return node != null && node.exists() ? node : null;
    }

    /// The text of the first that stands at a path, stripped.
    public String text(String path) {
        return at(path).text().strip();
    }

    public JsonValue put(String name, JsonValue node) {
        members().put(name, node);
        return this;
    }

    /// Whether this is the very same node, not only one that says the same.
    @SuppressWarnings("ReferenceEquality")
    public boolean isSame(JsonValue other) {
        return this == other;
    }

    /// The same place with other members.
    public JsonValue withMembers(Map<String, JsonValue> members) {
        return new JsonValue(Members.of(members), line);
    }

    /// The same place with other elements.
    public JsonValue withElements(List<JsonValue> elements) {
        return new JsonValue(elements, line);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue node
                && (isText() && node.isText() ? text().equals(node.text()) : Objects.equals(value, node.value));
    }

    @Override
    public int hashCode() {
        return value instanceof Stretch stretch ? stretch.text().hashCode() : Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return value instanceof Stretch stretch ? stretch.text() : String.valueOf(value);
    }
}
