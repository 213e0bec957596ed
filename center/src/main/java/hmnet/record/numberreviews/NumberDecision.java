package hmnet.record.numberreviews;

import hmnet.ground.database.ColumnWord;
import java.util.Optional;
import java.util.stream.Stream;

/// What a human said of messages that do not fit (本人確認の判断).
public enum NumberDecision implements ColumnWord {
    /// 同じ人: the demographics were corrected.
    SAME("same"),
    /// 別の人: the number has a new holder.
    OTHER("other"),
    /// 誤った電文: it reaches no chart.
    WRONG("wrong");

    private final String word;

    NumberDecision(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    static Optional<NumberDecision> of(String word) {
        return Stream.of(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
