package hmnet.consent.residents;

import hmnet.ground.database.ColumnWord;

/// What a resident shows beside the card (認証の手段).
enum MeansKind implements ColumnWord {
    /// お手紙の確認コード: good once, for two weeks.
    LETTER("letter"),
    /// 本人が決めたパスワード.
    PASSWORD("password");

    private final String word;

    MeansKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
