package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// What an event about two persons says (同一人物の出来事).
public enum JoinAction implements ColumnWord {
    /// 結合.
    JOIN("join"),
    /// 分離.
    PART("part");

    private final String word;

    JoinAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
