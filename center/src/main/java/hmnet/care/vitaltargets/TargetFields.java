package hmnet.care.vitaltargets;

import hmnet.ground.design.TypedForm;
import hmnet.record.ownrecords.EntryFields;
import hmnet.record.ownrecords.OwnMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the form of a target (目標の入力欄): numbers that the measure can have, ends in their order, an alert bound no
/// nearer than the target.
final class TargetFields {
    static final int ADVICE_MAX = 200;

    private TargetFields() {}

    /// What was typed (入力された目標): a target, or what is wrong with each field.
    sealed interface TypedTarget {
        record Good(TargetRange range) implements TypedTarget {}

        /// @param problems by field, as in the messages `vital-targets.problem.…`
        record Bad(Map<String, String> problems) implements TypedTarget {}
    }

    static Optional<OwnMeasure> measure(String word) {
        return Stream.of(OwnMeasure.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    static TypedTarget read(OwnMeasure measure, Map<String, String> fields, LocalDate today) {
        var problems = new LinkedHashMap<String, String>();
        var low = number(measure, "low", fields, problems);
        var high = number(measure, "high", fields, problems);
        var alertLow = number(measure, "alert-low", fields, problems);
        var alertHigh = number(measure, "alert-high", fields, problems);
        if (problems.isEmpty()
                && Stream.of("low", "high", "alert-low", "alert-high")
                        .allMatch(f -> said(f, fields).isEmpty())) {
            problems.put("low", "nothing");
        }
        ordered("high", low, high, problems);
        ordered("alert-high", alertLow, alertHigh, problems);
        ordered("alert-high", high, alertHigh, problems);
        ordered("alert-high", low, alertHigh, problems);
        ordered("alert-low", alertLow, low, problems);
        ordered("alert-low", alertLow, high, problems);
        var origin = TargetOrigin.of(said("origin", fields));
        if (origin.isEmpty()) {
            problems.put("origin", "origin");
        }
        var day = TypedForm.day(said("set-on", fields));
        if (day.isEmpty() || day.get().isAfter(today) || day.get().isBefore(today.minusYears(100))) {
            problems.put("set-on", "day");
        }
        var advice = said("advice", fields);
        if (advice.codePointCount(0, advice.length()) > ADVICE_MAX) {
            problems.put("advice", "long");
        } else if (advice.chars().anyMatch(Character::isISOControl)) {
            problems.put("advice", "words");
        }
        return problems.isEmpty()
                ? new TypedTarget.Good(new TargetRange(
                        measure, low, high, alertLow, alertHigh, origin.orElseThrow(), day.orElseThrow(), advice))
                : new TypedTarget.Bad(problems);
    }

    private static String said(String field, Map<String, String> fields) {
        return fields.getOrDefault(field, "").strip();
    }

    private static @Nullable BigDecimal number(
            OwnMeasure measure, String field, Map<String, String> fields, Map<String, String> problems) {
        var found = new LinkedHashMap<String, String>();
        var number = EntryFields.number(measure, said(field, fields), found);
        found.values().forEach(problem -> problems.put(field, problem));
        return number;
    }

    /// @param above where the problem stands
    private static void ordered(
            String above, @Nullable BigDecimal low, @Nullable BigDecimal high, Map<String, String> problems) {
        if (low != null && high != null && low.compareTo(high) > 0) {
            problems.putIfAbsent(above, "order");
        }
    }
}
