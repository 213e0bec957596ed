package hmnet.consent.cards;

import hmnet.ground.database.ColumnWord;

/// Whose card it is (カードの種類).
public enum CardKind implements ColumnWord {
    /// HMカード: the network's own.
    HM("hm"),
    /// 開示カード: one hospital's, for its records only.
    DISCLOSURE("disclosure");

    private final String word;

    CardKind(String word) {
        this.word = word;
    }

    /// As it stands in the database, in the audit log and in the names of messages.
    @Override
    public String word() {
        return word;
    }
}
