package hmnet.consent.cards;

import hmnet.ground.database.ColumnWord;

/// Whether a card works (カードの有効・失効).
public enum CardLife implements ColumnWord {
    /// 有効.
    ACTIVE("active"),
    /// 失効: it never works again.
    DEAD("dead");

    private final String word;

    CardLife(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
