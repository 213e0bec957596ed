package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// How many of the centre's connections wait for a lock (ロック待ち), looked at ten times a second while it works: such
/// a one waits for another's commit.
final class Waits implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where usename = 'hmnet_app' and wait_event_type = 'Lock'";

    private final Connection database;
    private final FutureTask<Double> looking = new FutureTask<>(this::look);
    private volatile boolean over;

    private Waits(Connection database) {
        this.database = database;
        Thread.ofVirtual().start(looking);
    }

    public static Waits of(CentreProcess centre) throws IOException {
        try {
            return new Waits(OwnerDatabase.as(centre, "postgres"));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private double look() throws IOException, SQLException {
        var looks = 0;
        var waiting = 0L;
        try (var question = database.prepareStatement(WAITING)) {
            while (!over) {
                try (var answer = question.executeQuery()) {
                    answer.next();
                    waiting += answer.getLong(1);
                    looks++;
                }
                Pause.millis(PAUSE_MILLIS);
            }
        }
        return (double) waiting / Math.max(1, looks);
    }

    /// The mean since this began, which ends with it.
    public double mean() throws IOException {
        over = true;
        try {
            return looking.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
