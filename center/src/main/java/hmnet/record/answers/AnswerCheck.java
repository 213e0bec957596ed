package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.BedsideTime;
import hmnet.record.sheets.ItemRules;
import hmnet.record.sheets.SheetItem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wrong with the answers of a sheet (回答の検査), by path. Only what is asked is looked at.
public final class AnswerCheck {
    private static final Duration FAST = Duration.ofMinutes(10);

    private AnswerCheck() {}

    /// What is wrong with one answer (回答の誤り).
    ///
    /// @param limit which is passed, or empty
    public record AnswerProblem(ProblemKind kind, String limit) {}

    /// Kinds of what can be wrong; its words stand under `forms.problem.…`.
    public enum ProblemKind {
        REQUIRED,
        UNREAD,
        TOO_FEW,
        TOO_MANY,
        SHORT,
        LONG,
        LEAST,
        MOST,
        DECIMALS,
        /// Not one of the answers offered.
        OPTION,
        /// When something was observed that has not happened yet.
        FUTURE,
        /// The sheet computes it, and could not.
        COMPUTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// @param asked the paths that are asked
    /// @param whole whether what is missing counts: not before it is signed off
    public static Map<String, AnswerProblem> of(
            FilledSheet filled, Set<String> asked, boolean whole, OffsetDateTime now) {
        var problems = new LinkedHashMap<String, AnswerProblem>();
        filled.all().filter(one -> asked.contains(one.path())).forEach(one -> {
            var problem = one.item().kind().isQuestion() ? question(one, whole, now) : group(one, asked, whole);
            if (problem != null) {
                problems.put(one.path(), problem);
            }
        });
        return problems;
    }

    private static @Nullable AnswerProblem group(FilledItem one, Set<String> asked, boolean whole) {
        var rules = one.item().rules();
        if (!whole || !rules.required() || rules.hidden()) {
            return null;
        }
        var answered = one.groups().stream()
                .filter(group ->
                        FilledSheet.all(group).anyMatch(below -> below.isAnswered() && asked.contains(below.path())))
                .count();
        return answered < Math.max(1, rules.occursMin()) ? problem(ProblemKind.REQUIRED, "") : null;
    }

    private static @Nullable AnswerProblem question(FilledItem one, boolean whole, OffsetDateTime now) {
        var rules = one.item().rules();
        int count = one.values().size();
        if (count == 0) {
            return whole && rules.required() && !rules.hidden() ? problem(ProblemKind.REQUIRED, "") : null;
        }
        if (whole && rules.repeats() && count < rules.occursMin()) {
            return problem(ProblemKind.TOO_FEW, Integer.toString(rules.occursMin()));
        }
        if (count > (rules.repeats() ? rules.occursMax() : 1)) {
            return problem(ProblemKind.TOO_MANY, Integer.toString(rules.repeats() ? rules.occursMax() : 1));
        }
        for (var value : one.values()) {
            var problem = value(one.item(), value, now);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable AnswerProblem value(SheetItem item, AnswerValue value, OffsetDateTime now) {
        if (!item.choices().isEmpty() && !(value instanceof AnswerValue.Unread)) {
            return SheetAnswers.holds(item, value) ? length(item.rules(), value) : problem(ProblemKind.OPTION, "");
        }
        if (!item.kind().takes(value)) {
            return problem(ProblemKind.UNREAD, "");
        }
        if (item.extraction().when() && value instanceof AnswerValue.Moment(var at) && isToCome(at, now)) {
            return problem(ProblemKind.FUTURE, "");
        }
        var rules = item.rules();
        if (value instanceof AnswerValue.Words) {
            return length(rules, value);
        }
        var number = ItemRules.number(value);
        if (number != null && rules.decimals() >= 0 && scale(number) > rules.decimals()) {
            return problem(ProblemKind.DECIMALS, Integer.toString(rules.decimals()));
        }
        return limits(rules, value);
    }

    private static @Nullable AnswerProblem length(ItemRules rules, AnswerValue value) {
        if (!(value instanceof AnswerValue.Words(var text))) {
            return null;
        }
        return text.length() < rules.lengthMin()
                ? problem(ProblemKind.SHORT, Integer.toString(rules.lengthMin()))
                : text.length() > rules.lengthMax()
                        ? problem(ProblemKind.LONG, Integer.toString(rules.lengthMax()))
                        : null;
    }

    /// A wrong year would stand as the newest value of the chart until it comes. Clocks at bedsides may be a little
    /// fast.
    private static boolean isToCome(String at, OffsetDateTime now) {
        var latest = BedsideTime.moment(now.plus(FAST));
        var here = BedsideTime.here(at);
        int length = Math.min(here.length(), latest.length());
        return here.substring(0, length).compareTo(latest.substring(0, length)) > 0;
    }

    private static @Nullable AnswerProblem limits(ItemRules rules, AnswerValue value) {
        var least = rules.least();
        var most = rules.most();
        if (least != null && AnswerOrder.of(value, least).orElse(0) < 0) {
            return problem(ProblemKind.LEAST, least.typed());
        }
        return most != null && AnswerOrder.of(value, most).orElse(0) > 0
                ? problem(ProblemKind.MOST, most.typed())
                : null;
    }

    private static int scale(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static AnswerProblem problem(ProblemKind kind, String limit) {
        return new AnswerProblem(kind, limit);
    }
}
