package hmnet.ground.logs;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/// What the log says as JSON (記録のことば, JSONのログ): the same, without individual numbers.
public final class JsonWords implements StructuredLoggingJsonMembersCustomizer<Object> {
    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor(
                JsonWriter.ValueProcessor.of(String.class, JsonWords::masked).whenHasUnescapedPath("message"));
    }

    private static @Nullable String masked(@Nullable String words) {
        return words == null ? null : LongNumbers.masked(words);
    }
}
