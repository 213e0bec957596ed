package hmnet.care.notes;

/// What staff keep of a person (院内の覚えの別). Its word is part of a keyed hash and never changes.
enum StaffWordKind {
    /// 院内メモ.
    NOTE("note"),
    /// フラグ.
    FLAG("flag");

    private final String word;

    StaffWordKind(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
