package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// What a link event says (紐付けの出来事).
public enum LinkAction implements ColumnWord {
    /// 紐付け.
    LINK("link"),
    /// 解除.
    UNLINK("unlink");

    private final String word;

    LinkAction(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
