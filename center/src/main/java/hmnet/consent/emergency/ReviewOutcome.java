package hmnet.consent.emergency;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;

/// What a reviewer says of an opening (審査の結果).
public enum ReviewOutcome implements ColumnWord {
    /// 正当.
    JUSTIFIED("justified"),
    /// 正当でない: becomes an incident.
    NOT_JUSTIFIED("not-justified"),
    /// 説明を求める: ends no review.
    WORDS("words");

    private final String word;

    ReviewOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    public static Optional<ReviewOutcome> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
