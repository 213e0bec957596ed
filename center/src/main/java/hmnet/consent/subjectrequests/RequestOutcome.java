package hmnet.consent.subjectrequests;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a request ended (請求の結果).
public enum RequestOutcome implements ColumnWord {
    /// 応じた.
    GRANTED("granted"),
    /// 一部に応じた.
    PARTLY("partly"),
    /// 応じない.
    REFUSED("refused"),
    /// 取下げ: by whoever asked.
    WITHDRAWN("withdrawn");

    private final String word;

    RequestOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// Whether a ground has to be given (36: the reason is explained).
    public boolean needsGround() {
        return this == PARTLY || this == REFUSED;
    }

    /// As a row has it; null while the request is open.
    static @Nullable RequestOutcome read(@Nullable String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /// One that a holder may answer with.
    static Optional<RequestOutcome> answer(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome != WITHDRAWN && outcome.word.equals(word))
                .findFirst();
    }
}
