package hmnet.record.corrections;

import hmnet.record.filing.RecordsChanged.Change;
import java.util.Locale;
import java.util.Optional;

/// What its sender did with a record that had been shown (訂正・取消の別).
public enum Correction {
    /// 訂正: another version holds.
    CORRECTED,
    /// 取消: it is in no view any more.
    RETRACTED;

    /// As stored, and the end of its message's key.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Correction of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Nothing for a plain newer version, as a sender writes one with every order that goes on.
    static Optional<Correction> of(Change change) {
        if (change.retracted() || change.dropped()) {
            return Optional.of(RETRACTED);
        }
        return change.corrected() ? Optional.of(CORRECTED) : Optional.empty();
    }
}
