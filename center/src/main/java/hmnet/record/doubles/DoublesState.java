package hmnet.record.doubles;

import hmnet.ground.database.ColumnWord;

/// Where a decision on doubles stands (重複の扱いの状態).
enum DoublesState implements ColumnWord {
    /// 申請: waits for the second operator.
    OPEN("open"),
    /// 非表示.
    HIDDEN("hidden"),
    /// 取下げ.
    WITHDRAWN("withdrawn"),
    /// 再表示: what was hidden came back.
    SHOWN("shown"),
    /// 別の記録: no search asks again.
    DIFFERENT("different"),
    /// 再確認: asked about again.
    REOPENED("reopened");

    /// Those that wait and those that hold, in SQL.
    static final String STANDING = ColumnWord.anyOf(OPEN, HIDDEN, DIFFERENT);

    private final String word;

    DoublesState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
