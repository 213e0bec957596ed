package hmnet.people.links;

import hmnet.ground.database.ColumnWord;

/// Who made a link (紐付けの元).
public enum LinkSource implements ColumnWord {
    /// The facility said so itself, or a take-over: a tie.
    DESK("desk"),
    /// A human of the office.
    REVIEW("review"),
    /// Nobody yet.
    MATCHER("matcher"),
    /// Nobody: a chart that is theirs by nothing but the facility's own merge. Never in `linkage`.
    MERGE("merge");

    private final String word;

    LinkSource(String word) {
        this.word = word;
    }

    /// As it stands in the database and in the names of messages.
    @Override
    public String word() {
        return word;
    }
}
