package hmnet.ground.audit;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A trace with its id and time (監査イベント), and the one text it has: the text is what the leaf is a hash
/// of.
record AuditEvent(UUID id, Instant at, Trace trace) {
    private static final int FORM = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        var detail = new CanonicalJson();
        trace.detail().forEach(detail::text);
        return new CanonicalJson()
                .text("action", trace.action().word())
                .text("actor", trace.actor().word())
                .text("at", at.toString())
                .object("detail", detail)
                .number("facility", trace.facility())
                .text("id", id.toString())
                .text("outcome", trace.outcome())
                .text("person", trace.person() == null ? null : trace.person().toString())
                .text("profession", trace.profession())
                .text("purpose", trace.purpose())
                .number("v", FORM)
                .toString();
    }

    static AuditEvent read(String text) {
        var body = JSON.readTree(text);
        if (required(body, "v").asInt() != FORM) {
            throw new IllegalArgumentException("An audit event of an unknown form");
        }
        var detail = new TreeMap<String, String>();
        for (var entry : required(body, "detail").properties()) {
            detail.put(entry.getKey(), entry.getValue().asString());
        }
        var person = person(body.get("person"));
        return new AuditEvent(
                UUID.fromString(word(body, "id")),
                Instant.parse(word(body, "at")),
                new Trace(
                        Action.of(word(body, "action")),
                        actor(word(body, "actor")),
                        required(body, "facility").asLong(),
                        word(body, "profession"),
                        person,
                        word(body, "purpose"),
                        word(body, "outcome"),
                        detail));
    }

    private static Actor actor(String word) {
        return Actor.parse(word).orElseThrow(() -> new IllegalArgumentException("An audit event of an unknown actor"));
    }

    private static @Nullable UUID person(@Nullable JsonNode value) {
        return value == null ? null : UUID.fromString(value.asString());
    }

    private static String word(JsonNode body, String name) {
        return required(body, name).asString();
    }

    private static JsonNode required(JsonNode body, String name) {
        var value = body.get(name);
        if (value == null) {
            throw new IllegalArgumentException("An audit event without " + name);
        }
        return value;
    }
}
