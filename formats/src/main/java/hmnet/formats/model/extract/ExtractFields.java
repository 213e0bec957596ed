package hmnet.formats.model.extract;

import hmnet.formats.model.code.CareState;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Named texts of an extract and of its items, read back from JSON (抜粋の項目).
record ExtractFields(Map<String, String> texts, Map<String, List<String>> lists, List<ExtractFields> items) {
    static ExtractFields read(byte[] json) {
        try (var parser = ExtractJson.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("An extract is a JSON object");
            }
            return object(parser);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not an extract", e);
        }
    }

    private static ExtractFields object(JsonParser parser) {
        var texts = new HashMap<String, String>();
        var lists = new HashMap<String, List<String>>();
        var items = new ArrayList<ExtractFields>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                list(parser, items, lists.computeIfAbsent(name, n -> new ArrayList<>()));
            } else {
                texts.put(name, parser.getString());
            }
        }
        return new ExtractFields(texts, lists, items);
    }

    private static void list(JsonParser parser, List<ExtractFields> items, List<String> texts) {
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                items.add(object(parser));
            } else {
                texts.add(parser.getString());
            }
        }
    }

    List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    CareState state() {
        return CareState.of(text("state"));
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    int number(String name) {
        return texts.containsKey(name) ? Integer.parseInt(text(name)) : 0;
    }

    boolean flag(String name) {
        return text(name).equals("true");
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a day: " + name, e);
        }
    }

    @Nullable
    OffsetDateTime optionalTime(String name) {
        try {
            return text(name).isEmpty() ? null : OffsetDateTime.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time: " + name, e);
        }
    }

    OffsetDateTime time(String name) {
        var time = optionalTime(name);
        if (time == null) {
            throw new IllegalArgumentException("An extract without " + name);
        }
        return time;
    }
}
