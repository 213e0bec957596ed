package hmnet.consent.counter;

import java.util.Arrays;
import java.util.Optional;

/// What a reception looked at before it looked for somebody without a card (本人確認). Its word stands in the log.
public enum IdentityCheck {
    /// マイナ保険証・オンライン資格確認.
    ELIGIBILITY("eligibility"),
    /// 資格確認書・健康保険証.
    INSURANCE("insurance"),
    /// 運転免許証.
    LICENCE("licence"),
    /// マイナンバーカードの券面.
    MY_NUMBER_CARD("my-number-card"),
    /// 在留カード・旅券.
    RESIDENCE("residence"),
    /// 面識: somebody the facility has known for long.
    KNOWN("known");

    private final String word;

    IdentityCheck(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<IdentityCheck> of(String word) {
        return Arrays.stream(values()).filter(check -> check.word.equals(word)).findFirst();
    }
}
