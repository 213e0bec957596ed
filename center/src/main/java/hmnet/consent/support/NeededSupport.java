package hmnet.consent.support;

import java.util.Arrays;
import java.util.Optional;

/// What somebody needs in a disaster (配慮してほしいこと). Each is shown as a word on the list, and nothing of the chart is.
public enum NeededSupport {
    /// 歩くこと・移動.
    MOVING("moving"),
    /// 見ること.
    SEEING("seeing"),
    /// 聞くこと.
    HEARING("hearing"),
    /// 話すこと・伝えること.
    SPEAKING("speaking"),
    /// 判断すること・覚えること.
    UNDERSTANDING("understanding"),
    /// 電源の要る医療機器（人工呼吸器、在宅酸素、吸引など）.
    POWERED_DEVICE("powered-device"),
    /// 人工透析.
    DIALYSIS("dialysis"),
    /// 欠かせない薬.
    MEDICINES("medicines"),
    /// 食事の制限・アレルギー.
    FOOD("food"),
    /// 妊産婦・乳幼児.
    INFANT("infant"),
    /// 日本語.
    LANGUAGE("language"),
    /// ひとり暮らし.
    ALONE("alone");

    private final String word;

    NeededSupport(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<NeededSupport> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
