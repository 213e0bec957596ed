package hmnet.record.sheets;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/// One answer (回答の値).
public sealed interface AnswerValue {
    /// What was typed and cannot be read as the item asks: kept as it is until somebody puts it right.
    ///
    /// @param unit which of the item's units stood beside it, counted from 0
    record Unread(String typed, int unit) implements AnswerValue {
        public Unread(String typed) {
            this(typed, 0);
        }
    }

    /// Words, an address.
    record Words(String text) implements AnswerValue {}

    record Whole(int number) implements AnswerValue {}

    record Fraction(BigDecimal number) implements AnswerValue {}

    record YesNo(boolean yes) implements AnswerValue {}

    /// A day, a time or both as FHIR writes them.
    record Moment(String text) implements AnswerValue {}

    record Chosen(SheetCode code) implements AnswerValue {}

    record Measured(BigDecimal number, SheetCode unit) implements AnswerValue {}

    /// Whether two lists say the same in the same order.
    static boolean same(List<AnswerValue> these, List<AnswerValue> those) {
        return these.size() == those.size()
                && IntStream.range(0, these.size()).allMatch(n -> these.get(n).means(those.get(n)));
    }

    /// Whether two say the same: codes by system and code, numbers by their value.
    default boolean means(AnswerValue other) {
        return switch (this) {
            case Chosen(var code) -> other instanceof Chosen(var theirs) && code.means(theirs);
            case Fraction(var number) -> counts(other, number);
            case Whole(var number) -> counts(other, BigDecimal.valueOf(number));
            case Measured(var number, var unit) ->
                other instanceof Measured(var theirs, var theirUnit)
                        && number.compareTo(theirs) == 0
                        && unit.means(theirUnit);
            case Unread one -> equals(other);
            case Words one -> equals(other);
            case YesNo one -> equals(other);
            case Moment one -> equals(other);
        };
    }

    private static boolean counts(AnswerValue value, BigDecimal wanted) {
        return switch (value) {
            case Whole(var number) -> BigDecimal.valueOf(number).compareTo(wanted) == 0;
            case Fraction(var number) -> number.compareTo(wanted) == 0;
            case Measured one -> false;
            case Unread one -> false;
            case Words one -> false;
            case YesNo one -> false;
            case Moment one -> false;
            case Chosen one -> false;
        };
    }

    /// As a field of a form shows it: of a code its words, of a measured value the number alone.
    default String typed() {
        return switch (this) {
            case Unread(var typed, var unit) -> typed;
            case Words(var text) -> text;
            case Whole(var number) -> Integer.toString(number);
            case Fraction(var number) -> number.toPlainString();
            case YesNo(var yes) -> Boolean.toString(yes);
            case Moment(var text) -> text;
            case Chosen(var code) -> code.display().plain();
            case Measured(var number, var unit) -> number.toPlainString();
        };
    }
}
