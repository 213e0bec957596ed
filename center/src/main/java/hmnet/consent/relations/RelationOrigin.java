package hmnet.consent.relations;

import hmnet.ground.database.ColumnWord;

/// What began the relation between a facility and a person (関係の始まり).
public enum RelationOrigin implements ColumnWord {
    /// カードの読取り.
    CARD("card"),
    /// カード番号の入力: told to the resident.
    TYPED("typed"),
    /// 窓口での紐付け.
    DESK("desk"),
    /// 本人が施設の案内を読み取った.
    APP("app"),
    /// 紹介.
    REFERRAL("referral"),
    /// 多職種の担当チーム.
    TEAM("team");

    private final String word;

    RelationOrigin(String word) {
        this.word = word;
    }

    /// As it stands in the database, in the audit log and in the proof of reading.
    @Override
    public String word() {
        return word;
    }

    /// @throws IllegalArgumentException for a word that is none of them
    public static RelationOrigin of(String word) {
        return ColumnWord.of(word, "relation.how", RelationOrigin.class);
    }
}
