package hmnet.ground.audit;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A trace with its id and time (監査イベント), and the one text it has: the text is what the leaf is a hash
/// of.
///
/// @param origin where it came from, or null in an event of before that was kept
record AuditEvent(
        UUID id, Instant at, Trace trace, @Nullable TraceOrigin origin) {
    private static final int WITHOUT_ORIGIN = 1;
    private static final int FORM = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One of before origins were kept.
    AuditEvent(UUID id, Instant at, Trace trace) {
        this(id, at, trace, null);
    }

    String text() {
        var detail = new CanonicalJson();
        trace.detail().forEach(detail::text);
        return new CanonicalJson()
                .text("action", trace.action().word())
                .text("actor", trace.actor().word())
                .text("address", origin == null ? null : said(origin.address()))
                .text("at", at.toString())
                .text("credential", origin == null ? null : said(origin.credential()))
                .object("detail", detail)
                .number("facility", trace.facility())
                .text("id", id.toString())
                .text("outcome", trace.outcome())
                .text("person", trace.person() == null ? null : trace.person().toString())
                .text("profession", trace.profession())
                .text("purpose", trace.purpose())
                .number("v", origin == null ? WITHOUT_ORIGIN : FORM)
                .toString();
    }

    static AuditEvent read(String text) {
        var body = JSON.readTree(text);
        var form = required(body, "v").asInt();
        if (form != FORM && form != WITHOUT_ORIGIN) {
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
                        detail),
                form == FORM ? new TraceOrigin(wordOrNone(body, "address"), wordOrNone(body, "credential")) : null);
    }

    private static @Nullable String said(String word) {
        return word.isEmpty() ? null : word;
    }

    private static String wordOrNone(JsonNode body, String name) {
        var value = body.get(name);
        return value == null ? "" : value.asString();
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
