package hmnet.record.answers;

import hmnet.record.sheets.AnswerChoice;
import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.ItemKind;
import hmnet.record.sheets.SheetCode;
import hmnet.record.sheets.SheetItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Whether values are answers of an item (回答と設問の対応), and how the sheet itself calls them.
final class SheetAnswers {
    private SheetAnswers() {}

    /// The same value with the words of the sheet: its option, or its unit.
    static AnswerValue inWordsOf(SheetItem item, AnswerValue value) {
        if (value instanceof AnswerValue.Measured(var number, var unit)) {
            return new AnswerValue.Measured(number, unit(item, unit));
        }
        if (value instanceof AnswerValue.Whole(var number) && item.kind() == ItemKind.DECIMAL) {
            return new AnswerValue.Fraction(BigDecimal.valueOf(number));
        }
        return item.choices().stream()
                .map(AnswerChoice::value)
                .filter(value::means)
                .findFirst()
                .orElse(value);
    }

    private static SheetCode unit(SheetItem item, SheetCode unit) {
        return item.units().stream().filter(unit::means).findFirst().orElse(unit);
    }

    /// Whether a field of the item can hold a value as it is, so that sending the form back changes nothing.
    static boolean holds(SheetItem item, AnswerValue value) {
        return item.kind().takes(value)
                && switch (value) {
                    case AnswerValue.Measured(var number, var unit) ->
                        item.units().isEmpty()
                                ? unit.code().isEmpty()
                                        && unit.display().plain().isEmpty()
                                : item.units().stream().anyMatch(unit::means);
                    case AnswerValue.Words words -> item.choices().isEmpty() || item.open() || isOffered(item, words);
                    case AnswerValue.Chosen chosen -> isOffered(item, chosen);
                    case AnswerValue.Whole whole -> item.choices().isEmpty() || isOffered(item, whole);
                    case AnswerValue.Fraction fraction -> item.choices().isEmpty() || isOffered(item, fraction);
                    case AnswerValue.Moment moment -> item.choices().isEmpty() || isOffered(item, moment);
                    case AnswerValue.YesNo answer -> item.choices().isEmpty() || isOffered(item, answer);
                    case AnswerValue.Unread unread -> false;
                };
    }

    /// Those that can be held, as many as there are fields; fewer than came where some cannot. Of an open choice one
    /// answer may be written.
    static List<AnswerValue> held(SheetItem item, List<AnswerValue> values) {
        var most = item.rules().repeats()
                ? Math.max(item.rules().occursMax(), item.choices().size())
                : 1;
        var held = new ArrayList<AnswerValue>();
        for (var value : values) {
            var own = inWordsOf(item, value);
            var second = isWritten(item, own) && held.stream().anyMatch(other -> isWritten(item, other));
            if (holds(item, own) && !second && held.size() < most) {
                held.add(own);
            }
        }
        return held;
    }

    private static boolean isWritten(SheetItem item, AnswerValue value) {
        return !item.choices().isEmpty() && !isOffered(item, value);
    }

    static boolean isOffered(SheetItem item, AnswerValue value) {
        return item.choices().stream().anyMatch(choice -> choice.value().means(value));
    }
}
