package hmnet.care.viewer;

/// What one facility says of allergies (アレルギーの四状態). "None" is never said: only that it was asked and
/// denied.
public enum AllergyState {
    /// あり.
    PRESENT("present", "bad"),
    /// 聴取でなし: asked, and none told.
    DENIED("denied", "good"),
    /// 不明: the facility says it does not know.
    UNKNOWN("unknown", "question"),
    /// 受信なし: the facility sent nothing about allergies.
    NOTHING_RECEIVED("nothing-received", "empty");

    private final String word;
    private final String icon;

    AllergyState(String word, String icon) {
        this.word = word;
        this.icon = icon;
    }

    public String word() {
        return word;
    }

    public String icon() {
        return icon;
    }
}
