package hmnet.office.anomalies;

import hmnet.ground.design.TypedForm;
import hmnet.office.anomalies.AnomalyRules.RuleChange;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A change of a rule as it was typed (気づきの規則の入力).
record AnomalyRuleForm(
        @Nullable String rule,
        @Nullable String since,
        @Nullable String active,
        @Nullable String threshold,
        @Nullable String weight,
        @Nullable String nightFrom,
        @Nullable String nightUntil,
        @Nullable String why) {
    private static final int THRESHOLD_MAX = 10_000;
    private static final int DAYS_MAX = 365;
    private static final int WEIGHT_MAX = 9;
    private static final int HOUR_MAX = 23;
    private static final int WHY_MAX = 500;

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private Optional<AnomalyRule> known() {
        return Arrays.stream(AnomalyRule.values())
                .filter(one -> one.word().equals(text(rule)))
                .findFirst();
    }

    /// What cannot be used, by field.
    Map<String, String> problems(LocalDate today) {
        var problems = new HashMap<String, String>();
        var isLater = known().filter(AnomalyRule.UNRELATED::equals).isPresent();
        var isNight = known().filter(AnomalyRule.NIGHT::equals).isPresent();
        check(problems, "rule", known().isPresent());
        check(
                problems,
                "since",
                TypedForm.day(text(since)).filter(day -> !day.isBefore(today)).isPresent());
        check(problems, "active", Set.of("yes", "no").contains(text(active)));
        check(
                problems,
                "threshold",
                number(threshold, isLater ? 0 : 1, isLater ? DAYS_MAX : THRESHOLD_MAX)
                        .isPresent());
        check(problems, "weight", number(weight, 1, WEIGHT_MAX).isPresent());
        check(problems, "nightFrom", !isNight || number(nightFrom, 0, HOUR_MAX).isPresent());
        check(
                problems,
                "nightUntil",
                !isNight || number(nightUntil, 0, HOUR_MAX).isPresent());
        check(problems, "why", !text(why).isEmpty() && text(why).length() <= WHY_MAX);
        return problems;
    }

    /// The change; only where nothing is wrong.
    RuleChange read() {
        return new RuleChange(
                known().orElseThrow(),
                LocalDate.parse(text(since)),
                text(active).equals("yes"),
                number(threshold, 0, THRESHOLD_MAX).orElseThrow(),
                number(weight, 1, WEIGHT_MAX).orElseThrow(),
                number(nightFrom, 0, HOUR_MAX).orElse(0),
                number(nightUntil, 0, HOUR_MAX).orElse(0));
    }

    Map<String, String> typed() {
        return Map.of(
                "rule", text(rule),
                "since", text(since),
                "active", text(active),
                "threshold", text(threshold),
                "weight", text(weight),
                "nightFrom", text(nightFrom),
                "nightUntil", text(nightUntil),
                "why", text(why));
    }

    private static OptionalInt number(@Nullable String typed, int least, int most) {
        var text = text(typed);
        if (!text.matches("[0-9]{1,5}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(text);
        return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }

    private static void check(Map<String, String> problems, String field, boolean holds) {
        if (!holds) {
            problems.put(field, field);
        }
    }
}
