package hmnet.record.ownrecords;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a form of measurements (本人の記録の入力欄): digits in any width, a comma for a point. One pressure
/// without
/// the other, or above it, is a slip of the finger.
public final class EntryFields {
    /// Of a field of words.
    public static final int WORDS_MAX = 500;

    /// How long ago something may have been measured.
    private static final int YEARS = 100;

    /// No exponents, no signs; at most six digits and three behind the point.
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,3})?");

    private EntryFields() {}

    /// @param fields `measured` as `2026-11-26T07:10` in Japan's time, a field per `OwnMeasure.word`, `meal`, `note`
    public static TypedEntry read(UUID id, Map<String, String> fields, OffsetDateTime now) {
        var problems = new LinkedHashMap<String, String>();
        var at = at(fields.getOrDefault("measured", ""), now, problems);
        var values = new EnumMap<OwnMeasure, BigDecimal>(OwnMeasure.class);
        for (var measure : OwnMeasure.values()) {
            var number = number(measure, fields.getOrDefault(measure.word(), ""), problems);
            if (number != null) {
                values.put(measure, number);
            }
        }
        pressures(values, problems);
        var meal = words("meal", fields, problems);
        var note = words("note", fields, problems);
        if (problems.isEmpty() && values.isEmpty() && meal.isEmpty() && note.isEmpty()) {
            problems.put("values", "nothing");
        }
        return at == null || !problems.isEmpty()
                ? new TypedEntry.Bad(problems)
                : new TypedEntry.Good(new OwnEntry(id, at, values, meal, note));
    }

    private static @Nullable OffsetDateTime at(String typed, OffsetDateTime now, Map<String, String> problems) {
        try {
            var at = LocalDateTime.parse(typed.strip())
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(ZoneId.of("Asia/Tokyo"))
                    .toOffsetDateTime();
            if (at.isAfter(now.plusMinutes(5))) {
                problems.put("measured", "future");
                return null;
            }
            if (at.isBefore(now.minusYears(YEARS))) {
                problems.put("measured", "moment");
                return null;
            }
            return at;
        } catch (DateTimeParseException e) {
            problems.put("measured", "moment");
            return null;
        }
    }

    /// What a field says of a measure; null where it says nothing.
    ///
    /// @param problems what is wrong with it is put here under the word of the measure
    public static @Nullable BigDecimal number(OwnMeasure measure, String typed, Map<String, String> problems) {
        var text = plain(typed).replace(',', '.').strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            problems.put(measure.word(), "number");
            return null;
        }
        var number = new BigDecimal(text);
        if (number.scale() > measure.decimals()) {
            problems.put(measure.word(), "decimals");
        } else if (!measure.holds(number)) {
            problems.put(measure.word(), "bounds");
        }
        return number;
    }

    /// One pressure without the other is a slip, and so is one that stands on its head.
    private static void pressures(Map<OwnMeasure, BigDecimal> values, Map<String, String> problems) {
        var above = values.get(OwnMeasure.SYSTOLIC);
        var below = values.get(OwnMeasure.DIASTOLIC);
        if (above == null && below == null) {
            return;
        }
        if (above == null || below == null) {
            problems.putIfAbsent(above == null ? OwnMeasure.SYSTOLIC.word() : OwnMeasure.DIASTOLIC.word(), "pair");
        } else if (above.compareTo(below) <= 0) {
            problems.putIfAbsent(OwnMeasure.DIASTOLIC.word(), "upside-down");
        }
    }

    private static String words(String field, Map<String, String> fields, Map<String, String> problems) {
        var words = fields.getOrDefault(field, "").strip();
        if (words.codePointCount(0, words.length()) > WORDS_MAX) {
            problems.put(field, "long");
        } else if (words.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            problems.put(field, "words");
        }
        return words;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}
