package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// Where a question of the review desk stands (確認の状態). Here, since leaving a chart out closes its questions.
public enum ReviewState implements ColumnWord {
    /// 確認待ち.
    OPEN("open"),
    /// 後で: waits behind all others.
    LATER("later"),
    /// 同じ人.
    SAME("same"),
    /// 別の人.
    DIFFERENT("different"),
    /// Answered otherwise, or about somebody who is left out.
    GONE("gone");

    /// Those that wait for a human, in SQL; literals, since the index over them is chosen by what the statement says.
    public static final String WAITING = ColumnWord.anyOf(OPEN, LATER);

    /// Those that a human has decided, in SQL.
    public static final String DECIDED = ColumnWord.anyOf(SAME, DIFFERENT);

    private final String word;

    ReviewState(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    public boolean waits() {
        return switch (this) {
            case OPEN, LATER -> true;
            case SAME, DIFFERENT, GONE -> false;
        };
    }
}
