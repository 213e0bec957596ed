package hmnet.office.anomalies;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;

/// What is decided of a finding (気づきの結論).
enum FindingOutcome implements ColumnWord {
    /// 正当.
    JUSTIFIED("justified"),
    /// 注意した.
    WARNED("warned"),
    /// 事故として扱う.
    INCIDENT("incident");

    private final String word;

    FindingOutcome(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    static Optional<FindingOutcome> typed(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
