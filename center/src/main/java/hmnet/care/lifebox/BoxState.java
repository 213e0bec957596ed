package hmnet.care.lifebox;

import hmnet.ground.database.ColumnWord;
import java.util.Locale;

/// How a signed life box stands (命の宝箱の状態). The word in the database never changes.
enum BoxState implements ColumnWord {
    /// Signed by the person or for them with the right to decide.
    STANDS,
    /// Written by staff; the person has not confirmed it.
    PROPOSED,
    /// What was proposed and the person took over: their own signature stands beside it.
    CONFIRMED,
    REFUSED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
