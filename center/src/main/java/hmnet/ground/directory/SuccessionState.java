package hmnet.ground.directory;

import hmnet.ground.database.ColumnWord;

/// Where a succession stands (承継の状態): its last event.
enum SuccessionState implements ColumnWord {
    /// 申請: waits for the second operator.
    ASKED("asked"),
    /// 成立.
    AGREED("agreed"),
    /// 却下.
    REFUSED("refused"),
    /// 取消の申請: holds until the second operator agrees.
    UNDO_ASKED("undo-asked"),
    /// 取消.
    UNDO_AGREED("undo-agreed"),
    /// 取消の却下: goes on holding.
    UNDO_REFUSED("undo-refused");

    private final String word;

    SuccessionState(String word) {
        this.word = word;
    }

    /// As it stands in the database, in the audit log and in the names of messages.
    @Override
    public String word() {
        return word;
    }

    boolean holds() {
        return switch (this) {
            case AGREED, UNDO_ASKED, UNDO_REFUSED -> true;
            case ASKED, REFUSED, UNDO_AGREED -> false;
        };
    }

    /// Whether a second person has to say so too.
    boolean waits() {
        return switch (this) {
            case ASKED, UNDO_ASKED -> true;
            case AGREED, REFUSED, UNDO_AGREED, UNDO_REFUSED -> false;
        };
    }
}
