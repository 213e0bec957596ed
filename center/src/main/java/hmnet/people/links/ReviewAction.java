package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// What happened to a question of the review desk (確認の出来事).
public enum ReviewAction implements ColumnWord {
    /// 質問.
    ASKED("asked"),
    /// 同じ人.
    SAME("same"),
    /// 別の人.
    DIFFERENT("different"),
    /// 後で.
    LATER("later"),
    /// 取消: a decision was taken back.
    UNDONE("undone"),
    /// Answered otherwise.
    GONE("gone");

    /// Those that decide, in SQL.
    public static final String DECISIONS = ColumnWord.anyOf(SAME, DIFFERENT);

    private final String word;

    ReviewAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
