package hmnet.consent.emergency;

import java.util.Arrays;
import java.util.Optional;

/// Who agreed at the scene, by word of mouth (その場で同意した人).
public enum ConsentGiver {
    /// 本人.
    PATIENT("patient"),
    /// 配偶者.
    SPOUSE("spouse"),
    /// 父母.
    PARENT("parent"),
    /// 子.
    CHILD("child"),
    /// そのほかの家族.
    OTHER_FAMILY("other-family"),
    /// 成年後見人など.
    GUARDIAN("guardian");

    private final String word;

    ConsentGiver(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<ConsentGiver> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
