package hmnet.ground.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.TransactionSystemException;

/// The database does not answer (データベースの無応答): it is down, it hangs, or it just starts again. What was asked is not
/// done, and may be asked again.
public final class SilentDatabase {
    /// How soon to come again.
    public static final String SECONDS = "10";

    private static final String CONNECTION = "08";

    /// Ended by its keeper, by a crash, starting or recovering, no place.
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private SilentDatabase() {}

    /// Whether something failed since the database was away. A transaction that cannot even be rolled back hides why it
    /// failed.
    public static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof TransactionSystemException ended
                            && ended.getApplicationException() != null
                            && caused(ended.getApplicationException())
                    || cause instanceof SQLException sql && isAway(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(String state) {
        return state.startsWith(CONNECTION) || AWAY.contains(state);
    }
}
