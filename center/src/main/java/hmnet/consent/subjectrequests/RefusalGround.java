package hmnet.consent.subjectrequests;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;

/// Why a request is not followed, or not wholly (応じない理由).
public enum RefusalGround implements ColumnWord {
    /// 請求の対象を保有していない.
    NONE_HELD("none-held"),
    /// 本人・第三者の生命、身体、財産その他の権利利益を害するおそれ (33(2) no. 1).
    HARM("harm"),
    /// 業務の適正な実施に著しい支障 (33(2) no. 2).
    BUSINESS("business"),
    /// 他の法令に違反 (33(2) no. 3), or another law's own procedure.
    OTHER_LAW("other-law"),
    /// 内容は事実である (34).
    NOT_WRONG("not-wrong"),
    /// 法に違反する取扱いではない (35).
    LAWFUL("lawful"),
    /// 多額の費用などのため、代わりの措置をとる (35(2), (4), (6)).
    ALTERNATIVE("alternative");

    private final String word;

    RefusalGround(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    static Optional<RefusalGround> of(String word) {
        return Arrays.stream(values())
                .filter(ground -> ground.word.equals(word))
                .findFirst();
    }
}
