package hmnet.record.ownrecords;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the form of a check-up that a resident copies (健診結果の入力欄): digits in any width, a comma for a point.
public final class CheckupFields {
    /// How test strips are told on sheets (尿検査の判定の書き方).
    public static final List<String> GRADES = List.of("−", "±", "＋", "２＋", "３＋");

    /// Of a field of words.
    public static final int WORDS_MAX = 300;

    private static final int YEARS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,3})?");

    private CheckupFields() {}

    /// What was typed (入力された健診結果): a check-up, or what is wrong with each field.
    public sealed interface TypedCheckup {
        record Good(OwnCheckup checkup) implements TypedCheckup {}

        /// @param problems by field, as in the messages `own-checkups.problem.…`
        record Bad(Map<String, String> problems) implements TypedCheckup {}
    }

    /// @param fields `day` as `2026-11-26`, and a field per `OwnCheckupItem.word`
    public static TypedCheckup read(UUID id, Map<String, String> fields, LocalDate today) {
        var problems = new LinkedHashMap<String, String>();
        var day = day(fields.getOrDefault("day", ""), today, problems);
        var values = new EnumMap<OwnCheckupItem, String>(OwnCheckupItem.class);
        for (var item : OwnCheckupItem.values()) {
            var said = fields.getOrDefault(item.word(), "").strip();
            if (!said.isEmpty()) {
                values.put(item, item.isNumber() ? number(item, said, problems) : words(item, said, problems));
            }
        }
        pair(values, problems);
        if (problems.isEmpty()
                && values.keySet().stream()
                        .allMatch(item -> item == OwnCheckupItem.PLACE || item == OwnCheckupItem.NOTE)) {
            problems.put("values", "nothing");
        }
        return day == null || !problems.isEmpty()
                ? new TypedCheckup.Bad(problems)
                : new TypedCheckup.Good(new OwnCheckup(id, day, values));
    }

    private static @Nullable LocalDate day(String typed, LocalDate today, Map<String, String> problems) {
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isAfter(today) || day.isBefore(today.minusYears(YEARS))) {
                problems.put("day", day.isAfter(today) ? "future" : "day");
                return null;
            }
            return day;
        } catch (DateTimeParseException e) {
            problems.put("day", "day");
            return null;
        }
    }

    private static String number(OwnCheckupItem item, String said, Map<String, String> problems) {
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC)
                .replace(',', '.')
                .strip();
        if (!NUMBER.matcher(text).matches()) {
            problems.put(item.word(), "number");
            return text;
        }
        var number = new BigDecimal(text);
        if (number.scale() > item.decimals()) {
            problems.put(item.word(), "decimals");
        } else if (!item.holds(number)) {
            problems.put(item.word(), "bounds");
        }
        return number.toPlainString();
    }

    private static String words(OwnCheckupItem item, String said, Map<String, String> problems) {
        if (item.isGrade() && !GRADES.contains(said)) {
            problems.put(item.word(), "grade");
        } else if (said.codePointCount(0, said.length()) > WORDS_MAX) {
            problems.put(item.word(), "long");
        } else if (said.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            problems.put(item.word(), "words");
        }
        return said;
    }

    /// One pressure without the other is a slip, and so is one that stands on its head.
    private static void pair(Map<OwnCheckupItem, String> values, Map<String, String> problems) {
        var above = values.get(OwnCheckupItem.SYSTOLIC);
        var below = values.get(OwnCheckupItem.DIASTOLIC);
        if (above == null ? below != null : below == null) {
            problems.putIfAbsent(
                    above == null ? OwnCheckupItem.SYSTOLIC.word() : OwnCheckupItem.DIASTOLIC.word(), "pair");
        } else if (above != null
                && below != null
                && problems.isEmpty()
                && new BigDecimal(above).compareTo(new BigDecimal(below)) <= 0) {
            problems.put(OwnCheckupItem.DIASTOLIC.word(), "upside-down");
        }
    }
}
