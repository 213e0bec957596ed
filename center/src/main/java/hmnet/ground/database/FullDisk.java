package hmnet.ground.database;

import java.io.IOException;
import java.sql.SQLException;

/// A disk has no room for what was sent (満杯のディスク): nothing of it was kept, and it may come again.
public final class FullDisk extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DISK_FULL = "53100";

    public FullDisk(String message) {
        super(message);
    }

    /// Whether something failed for want of room, here or at the database.
    public static boolean caused(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FullDisk
                    || cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())
                    || cause instanceof IOException io
                            && String.valueOf(io.getMessage()).contains("No space left on device")) {
                return true;
            }
        }
        return false;
    }
}
