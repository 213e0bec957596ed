package hmnet.care.emergencycode;

import hmnet.ground.database.ColumnWord;
import java.util.Locale;

/// How a code stands (救急QRの状態). The word in the database never changes.
enum CodeState implements ColumnWord {
    /// Shown to the person, and no code yet.
    DRAFT,
    /// It counts until its day.
    MADE,
    /// Ended before its day, by the person or the office.
    ENDED,
    /// Ended since a chart that it told of turned out to be somebody else's.
    PARTED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
