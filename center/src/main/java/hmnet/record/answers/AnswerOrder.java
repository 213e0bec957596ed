package hmnet.record.answers;

import hmnet.record.sheets.AnswerValue;
import hmnet.record.sheets.ItemRules;
import java.util.OptionalInt;

/// How two answers of one kind stand to each other (回答の大小).
final class AnswerOrder {
    private AnswerOrder() {}

    /// As a comparator says it; nothing for what cannot be compared, such as kilograms with grams.
    static OptionalInt of(AnswerValue one, AnswerValue other) {
        var number = ItemRules.number(one);
        var limit = ItemRules.number(other);
        if (number != null && limit != null) {
            return one instanceof AnswerValue.Measured(var n, var unit)
                            && other instanceof AnswerValue.Measured(var m, var theirs)
                            && !unit.means(theirs)
                    ? OptionalInt.empty()
                    : OptionalInt.of(number.compareTo(limit));
        }
        if (one instanceof AnswerValue.Moment(var at) && other instanceof AnswerValue.Moment(var than)) {
            int length = Math.min(at.length(), than.length());
            return OptionalInt.of(at.substring(0, length).compareTo(than.substring(0, length)));
        }
        if (one instanceof AnswerValue.Words(var words) && other instanceof AnswerValue.Words(var than)) {
            return OptionalInt.of(words.compareTo(than));
        }
        return OptionalInt.empty();
    }
}
