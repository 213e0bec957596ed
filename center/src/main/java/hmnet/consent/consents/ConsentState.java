package hmnet.consent.consents;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;

/// What a person said about showing their records (同意の状態), the narrowest first.
public enum ConsentState implements ColumnWord {
    /// 不同意: nothing opens.
    WITHDRAWN("withdrawn"),
    /// 未確認: the person was not asked yet.
    NONE("none"),
    /// 同意.
    GIVEN("given");

    private final String word;

    ConsentState(String word) {
        this.word = word;
    }

    /// As it stands in the database, in the audit log and in the names of messages.
    @Override
    public String word() {
        return word;
    }

    /// As a plan writes it.
    ///
    /// @throws IllegalArgumentException for a word that is none of them
    public static ConsentState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A consent is given, withdrawn or none"));
    }

    public ConsentState narrower(ConsentState other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
