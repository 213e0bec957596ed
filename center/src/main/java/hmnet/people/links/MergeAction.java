package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// What a facility says of two of its chart numbers (統合の出来事).
enum MergeAction implements ColumnWord {
    /// 統合.
    MERGE("merge"),
    /// 統合の取消.
    UNDO("undo");

    private final String word;

    MergeAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
