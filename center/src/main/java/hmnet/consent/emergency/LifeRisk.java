package hmnet.consent.emergency;

import java.util.Arrays;
import java.util.Optional;

/// Why nobody could be asked (同意を得られない理由): coded, so that one tap says it.
public enum LifeRisk {
    /// 心肺停止.
    ARREST("arrest"),
    /// 意識がない.
    UNCONSCIOUS("unconscious"),
    /// 意思を示せない.
    CANNOT_ANSWER("cannot-answer"),
    /// 一刻を争う.
    NO_TIME("no-time");

    private final String word;

    LifeRisk(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<LifeRisk> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
