package hmnet.consent.decisions;

/// Who reads what a grant opens (閲覧者の別).
public enum Audience {
    PROFESSIONAL("professional"),
    /// Resident, proxy, family, their apps, prints handed over, notices, receipts, emergency sheet and QR.
    RESIDENT("resident");

    private final String word;

    Audience(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
