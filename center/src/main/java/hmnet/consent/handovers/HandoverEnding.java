package hmnet.consent.handovers;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;

/// How something handed on ended before its time (共有の終わり方).
public enum HandoverEnding implements ColumnWord {
    /// 到着: what the hospital has open stays until its minute.
    ARRIVED("arrived"),
    /// 来なかった: the hospital says that they went elsewhere.
    ELSEWHERE("elsewhere"),
    /// 搬送先の変更: the crew drives to another.
    CHANGED("changed"),
    /// 取りやめ.
    TAKEN_BACK("taken-back"),
    /// 人違い.
    WRONG_PERSON("wrong-person");

    private final String word;

    HandoverEnding(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// What a hospital may say.
    public static Optional<HandoverEnding> ofHospital(String word) {
        return Arrays.stream(values())
                .filter(one -> one == ARRIVED || one == ELSEWHERE)
                .filter(one -> one.word.equals(word))
                .findFirst();
    }
}
