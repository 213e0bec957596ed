package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An extract being written as compact JSON (抜粋の書き出し); empty texts are left out.
final class ExtractJson {
    static final JsonFactory FACTORY = new JsonFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    ExtractJson() {
        out.writeStartObject();
    }

    ExtractJson put(String name, @Nullable Object value) {
        var text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            out.writeName(name);
            out.writeString(text);
        }
        return this;
    }

    ExtractJson put(String name, boolean value) {
        return value ? put(name, "true") : this;
    }

    ExtractJson put(String name, int value) {
        return value == 0 ? this : put(name, Integer.toString(value));
    }

    ExtractJson put(String name, List<String> values) {
        if (!values.isEmpty()) {
            out.writeName(name);
            out.writeStartArray();
            values.forEach(out::writeString);
            out.writeEndArray();
        }
        return this;
    }

    /// What became of it, and why; nothing for what is as its kind says.
    ExtractJson put(CareState state, String reason) {
        return put("state", state.word()).put("reason", reason);
    }

    <T> ExtractJson items(List<T> items, BiConsumer<ExtractJson, T> each) {
        out.writeName("items");
        out.writeStartArray();
        for (var item : items) {
            out.writeStartObject();
            each.accept(this, item);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    byte[] bytes() {
        out.writeEndObject();
        out.close();
        return bytes.toByteArray();
    }
}
