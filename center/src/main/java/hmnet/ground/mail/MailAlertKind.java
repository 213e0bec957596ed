package hmnet.ground.mail;

import hmnet.ground.database.ColumnWord;

/// What an alert is about (警報の種類), the gravest last.
public enum MailAlertKind implements ColumnWord {
    /// An operator tries whether mails come.
    TEST("test"),
    /// Somebody reads or asks far more than usual (閲覧・照会の上限); its number is the alert's.
    READING_LIMIT("reading-limit"),
    /// A chart was opened without consent (同意なしの救急の閲覧); its number is the opening's.
    BREAK_GLASS("break-glass"),
    /// The log contradicts itself (監査証跡の食い違い); its number is the leaf's from 1, or 0.
    LOG_BROKEN("log-broken");

    private final String word;

    MailAlertKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
