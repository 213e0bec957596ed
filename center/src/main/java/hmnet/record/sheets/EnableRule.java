package hmnet.record.sheets;

import java.util.Arrays;
import java.util.Optional;

/// When an item is asked (設問の表示条件): what another question was answered.
///
/// @param question its linkId
public record EnableRule(String question, EnableOperator operator, AnswerValue expected) {
    /// How the answer is held against what is expected (比較).
    public enum EnableOperator {
        EXISTS("exists"),
        EQUAL("="),
        UNEQUAL("!="),
        GREATER(">"),
        LESS("<"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        EnableOperator(String sign) {
            this.sign = sign;
        }

        static Optional<EnableOperator> of(String sign) {
            return Arrays.stream(values())
                    .filter(each -> each.sign.equals(sign))
                    .findFirst();
        }
    }
}
