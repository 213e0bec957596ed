package hmnet.ground.figures;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Looks at the database through the pool that everybody uses (データベースの見張り): a pool without a free connection is
/// no more use than a database that is down. Nobody waits longer than a moment for the answer.
@Component
class DatabaseWatch {
    static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int SECONDS_FOR_A_QUERY = 2;
    private static final double NANOS = 1_000_000_000.0;

    private final DataSource database;
    private final List<WatchedQueue> queues;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore place = new Semaphore(1);

    DatabaseWatch(DataSource database, List<WatchedQueue> queues, Clock clock) {
        this.database = database;
        this.queues = List.copyOf(queues);
        this.clock = clock;
    }

    List<String> queues() {
        return queues.stream().map(WatchedQueue::queue).sorted().toList();
    }

    /// One look at all queues; `DOWN` when it takes too long or fails.
    DatabaseLook look() {
        return within(() -> {
            try (var connection = database.getConnection()) {
                var ahead = ahead(connection);
                var oldest = new HashMap<String, Double>();
                for (var work : queues) {
                    oldest.put(work.queue(), seconds(connection, work));
                }
                return new DatabaseLook(true, ahead, Map.copyOf(oldest));
            }
        });
    }

    /// Whether it answers, without looking at any queue.
    boolean answers() {
        return within(() -> {
                    try (var connection = database.getConnection()) {
                        return new DatabaseLook(true, ahead(connection), Map.of());
                    }
                })
                .up();
    }

    @FunctionalInterface
    private interface DatabaseQuestion {
        DatabaseLook ask() throws SQLException;
    }

    /// Only one question at a time stands at a database that hangs.
    private DatabaseLook within(DatabaseQuestion question) {
        try {
            if (!place.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return DatabaseLook.DOWN;
            }
            var asked = threads.submit(() -> {
                try {
                    return question.ask();
                } finally {
                    place.release();
                }
            });
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return DatabaseLook.DOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DatabaseLook.DOWN;
        }
    }

    private double ahead(Connection connection) throws SQLException {
        var before = clock.instant();
        var theirs = number(connection, "select extract(epoch from clock_timestamp())");
        var middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        return middle.getEpochSecond() + middle.getNano() / NANOS - theirs;
    }

    private static double seconds(Connection connection, WatchedQueue work) {
        try {
            return number(
                    connection,
                    "select coalesce(extract(epoch from clock_timestamp() - (%s)), 0)".formatted(work.oldest()));
        } catch (SQLException e) {
            return Double.NaN;
        }
    }

    private static double number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS_FOR_A_QUERY);
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
