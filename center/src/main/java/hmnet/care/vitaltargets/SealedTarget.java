package hmnet.care.vitaltargets;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is sealed of a target, as JSON (封じる目標の中身).
record SealedTarget(boolean proxy, TargetRange range) {
    byte[] bytes() {
        var json = JsonValue.object()
                .put("measure", text(range.measure().word()))
                .put("origin", text(range.origin().word()))
                .put("setOn", text(range.setOn().toString()))
                .put("advice", text(range.advice()))
                .put("proxy", JsonValue.flag(proxy, 0));
        number(json, "low", range.low());
        number(json, "high", range.high());
        number(json, "alertLow", range.alertLow());
        number(json, "alertHigh", range.alertHigh());
        return JsonDocument.write(json);
    }

    private static void number(JsonValue json, String name, @Nullable BigDecimal number) {
        if (number != null) {
            json.put(name, text(number.toPlainString()));
        }
    }

    private static JsonValue text(String words) {
        return JsonValue.text(words, 0);
    }

    /// @throws IllegalStateException for what no target of ours is written as
    static SealedTarget read(byte[] bytes) {
        try {
            var json = JsonDocument.read(bytes).getFirst();
            return new SealedTarget(
                    json.text("proxy").equals("true"),
                    new TargetRange(
                            OwnMeasure.valueOf(json.text("measure").toUpperCase(Locale.ROOT)),
                            number(json, "low"),
                            number(json, "high"),
                            number(json, "alertLow"),
                            number(json, "alertHigh"),
                            TargetOrigin.of(json.text("origin")).orElseThrow(),
                            LocalDate.parse(json.text("setOn")),
                            json.text("advice")));
        } catch (Unreadable e) {
            throw new IllegalStateException("A kept target cannot be read", e);
        }
    }

    private static @Nullable BigDecimal number(JsonValue json, String name) {
        var digits = json.text(name);
        return digits.isEmpty() ? null : new BigDecimal(digits);
    }
}
