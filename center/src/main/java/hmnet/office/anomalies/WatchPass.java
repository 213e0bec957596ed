package hmnet.office.anomalies;

import hmnet.ground.database.ColumnWord;

/// The log is looked through twice (点検の回): as it grows, and again after the days in which something may yet follow.
enum WatchPass implements ColumnWord {
    NOW("now"),
    LATER("later");

    private final String word;

    WatchPass(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// Whether a rule is asked in this pass.
    boolean asks(AnomalyRule rule) {
        return (this == LATER) == (rule == AnomalyRule.UNRELATED);
    }
}
