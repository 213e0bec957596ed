package hmnet.ground.mail;

import hmnet.ground.database.ColumnWord;

/// What an alert is about (警報の種類).
public enum MailAlertKind implements ColumnWord {
    /// A chart was opened without consent (同意なしの救急の閲覧); its number is the opening's.
    BREAK_GLASS("break-glass"),
    /// Somebody reads or asks far more than usual (閲覧・照会の上限); its number is the alert's.
    READING_LIMIT("reading-limit"),
    /// The log contradicts itself (監査証跡の食い違い); its number is the leaf, or none.
    LOG_BROKEN("log-broken"),
    /// An operator tries whether mails come.
    TEST("test");

    private final String word;

    MailAlertKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
