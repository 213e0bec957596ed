package hmnet.care.vitaltargets;

import hmnet.ground.database.ColumnWord;
import java.util.Locale;

/// How a target stands (目標の状態). The word in the database never changes.
public enum TargetState implements ColumnWord {
    STANDS,
    /// Another took its place.
    REPLACED,
    ENDED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
