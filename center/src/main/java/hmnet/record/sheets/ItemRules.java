package hmnet.record.sheets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an answer must be (回答の制約).
///
/// @param occursMin answers or repetitions at least, where it repeats
/// @param lengthMax the longest that anything may be where the sheet sets none
/// @param decimals places behind the point, or -1
public record ItemRules(
        boolean required,
        boolean repeats,
        boolean readOnly,
        boolean hidden,
        int occursMin,
        int occursMax,
        int lengthMin,
        int lengthMax,
        int decimals,
        @Nullable AnswerValue least,
        @Nullable AnswerValue most) {
    /// So many repetitions of anything at most, whatever a sheet says.
    public static final int OCCURS = 30;

    /// The number of a limit, for what is counted or measured.
    public static @Nullable BigDecimal number(@Nullable AnswerValue limit) {
        return switch (limit) {
            case AnswerValue.Whole(var number) -> BigDecimal.valueOf(number);
            case AnswerValue.Fraction(var number) -> number;
            case AnswerValue.Measured(var number, var unit) -> number;
            case AnswerValue.Unread other -> null;
            case AnswerValue.Words other -> null;
            case AnswerValue.YesNo other -> null;
            case AnswerValue.Moment other -> null;
            case AnswerValue.Chosen other -> null;
            case null -> null;
        };
    }
}
