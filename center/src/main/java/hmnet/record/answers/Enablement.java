package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.EnableRule;
import hmnet.record.sheets.EnableRule.EnableOperator;
import hmnet.record.sheets.FormSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which places of a filled sheet are asked (表示条件の判定), by the rules of the sheet. An answer to a question that is not
/// asked counts for nothing. Within a repetition a condition looks at that repetition first.
public final class Enablement {
    /// Conditions form no circle, so each round settles at least one more place.
    private static final int ROUNDS = FormSheet.ITEMS;

    private final FilledSheet filled;
    /// By the repetition around them and the linkId.
    private final Map<String, Map<String, List<FilledItem>>> within = new HashMap<>();

    private Set<String> asked;

    private Enablement(FilledSheet filled) {
        this.filled = filled;
        filled.all()
                .forEach(one -> around(one.path())
                        .forEach(repetition -> within.computeIfAbsent(repetition, place -> new HashMap<>())
                                .computeIfAbsent(one.item().linkId(), link -> new ArrayList<>())
                                .add(one)));
        this.asked = new HashSet<>();
        filled.all().map(FilledItem::path).forEach(asked::add);
    }

    /// The paths that are asked, as far as rules alone say.
    static Set<String> ofRules(FilledSheet filled) {
        return new Enablement(filled).settle(one -> true);
    }

    /// The paths that are asked.
    ///
    /// @param run answers the conditions that are expressions
    static Set<String> of(FilledSheet filled, ExpressionRun run) {
        return new Enablement(filled)
                .settle(one -> one.item().expressions().enableWhen().isEmpty() || run.holds(one));
    }

    private Set<String> settle(Predicate<FilledItem> expression) {
        var byExpression = new HashMap<String, Boolean>();
        for (var round = 0; round < ROUNDS; round++) {
            var now = new HashSet<String>();
            add(filled.items(), one -> byExpression.computeIfAbsent(one.path(), path -> expression.test(one)), now);
            if (now.equals(asked)) {
                return now;
            }
            asked = now;
        }
        return asked;
    }

    private void add(List<FilledItem> items, Predicate<FilledItem> expression, Set<String> into) {
        for (var one : items) {
            if (rules(one) && expression.test(one)) {
                into.add(one.path());
                var below = one.item().kind().isQuestion() && !one.isAnswered()
                        ? List.<List<FilledItem>>of()
                        : one.groups();
                below.forEach(group -> add(group, expression, into));
            }
        }
    }

    /// What a place stands in, the nearest first, and last the whole sheet.
    private static List<String> around(String path) {
        var around = new ArrayList<String>();
        for (var end = path.lastIndexOf('-'); end >= 0; end = path.lastIndexOf('-', end - 1)) {
            around.add(path.substring(0, end + 1));
        }
        around.add("");
        return around;
    }

    private boolean rules(FilledItem one) {
        var rules = one.item().enableWhen().stream();
        return one.item().enableWhen().isEmpty()
                || (one.item().any()
                        ? rules.anyMatch(rule -> holds(rule, one))
                        : rules.allMatch(rule -> holds(rule, one)));
    }

    private boolean holds(EnableRule rule, FilledItem one) {
        var answers = answers(rule.question(), one.path()).toList();
        var expected = rule.expected();
        return switch (rule.operator()) {
            case EXISTS -> expected instanceof AnswerValue.YesNo(var yes) && yes != answers.isEmpty();
            case EQUAL -> answers.stream().anyMatch(answer -> answer.means(expected));
            case UNEQUAL -> answers.stream().noneMatch(answer -> answer.means(expected));
            case GREATER, LESS, AT_LEAST, AT_MOST ->
                answers.stream().anyMatch(answer -> compares(rule.operator(), answer, expected));
        };
    }

    private static boolean compares(EnableOperator operator, AnswerValue answer, AnswerValue expected) {
        var order = AnswerOrder.of(answer, expected);
        return order.isPresent()
                && switch (operator) {
                    case GREATER -> order.getAsInt() > 0;
                    case LESS -> order.getAsInt() < 0;
                    case AT_LEAST -> order.getAsInt() >= 0;
                    case AT_MOST -> order.getAsInt() <= 0;
                    case EXISTS, EQUAL, UNEQUAL -> false;
                };
    }

    /// Of the repetition the asker stands in, else of the next one around it that has the question at all.
    private Stream<AnswerValue> answers(String link, String asker) {
        return around(asker).stream()
                .flatMap(repetition -> Stream.ofNullable(
                        within.getOrDefault(repetition, Map.of()).get(link)))
                .findFirst()
                .stream()
                .flatMap(List::stream)
                .filter(one -> asked.contains(one.path()))
                .flatMap(one -> one.values().stream())
                .filter(value -> !(value instanceof AnswerValue.Unread));
    }
}
