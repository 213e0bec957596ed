package hmnet.ground.passkeys;

/// Whose a passkey is (パスキーの持ち主). Staff and residents are apart: one human who is both has keys of either kind, and
/// neither opens the other's pages.
///
/// @param id of the member of staff, or of the resident's account
public record PasskeyHolder(Kind kind, long id) {
    /// Who may hold one; the word stands in the database.
    public enum Kind {
        STAFF_MEMBER("staff"),
        RESIDENT("resident");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public static PasskeyHolder staff(long id) {
        return new PasskeyHolder(Kind.STAFF_MEMBER, id);
    }

    public static PasskeyHolder resident(long account) {
        return new PasskeyHolder(Kind.RESIDENT, account);
    }
}
