package hmnet.ground.database;

import hmnet.ground.keys.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The embedded database of one data folder with its accounts. `open` starts it or attaches to it.
public final class EmbeddedDatabase implements AutoCloseable {
    private final Postgres postgres;
    private final Accounts accounts;

    private EmbeddedDatabase(Postgres postgres, Accounts accounts) {
        this.postgres = postgres;
        this.accounts = accounts;
    }

    public static EmbeddedDatabase open(Path dataFolder) {
        return open(dataFolder, Secrets.in(dataFolder));
    }

    static EmbeddedDatabase open(Path dataFolder, Secrets secrets) {
        try {
            var home = Files.createDirectories(
                    dataFolder.toAbsolutePath().normalize().resolve("postgresql"));
            var postgres = new Postgres(home);
            var port = postgres.start(secrets.password("postgres"));
            var accounts = new Accounts(
                    "jdbc:postgresql://127.0.0.1:" + port + "/hmnet",
                    "hmnet_app",
                    secrets.password("hmnet_app"),
                    "hmnet_owner",
                    secrets.password("hmnet_owner"),
                    secrets.password("postgres"));
            createDatabase(port, accounts);
            return new EmbeddedDatabase(postgres, accounts);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + dataFolder + " cannot be used", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database does not answer", e);
        }
    }

    /// Whether the server of a data folder runs now.
    public static boolean running(Path dataFolder) {
        return new Postgres(dataFolder.toAbsolutePath().normalize().resolve("postgresql")).running();
    }

    public Accounts accounts() {
        return accounts;
    }

    /// The server's process id, for those who watch it or, in a drill, kill it.
    public long processId() {
        return postgres.processId();
    }

    /// Starts the server again if it died. On the same port only while nobody took it.
    void revive() {
        if (!postgres.running()) {
            postgres.restart();
        }
    }

    @Override
    public void close() {
        postgres.stop();
    }

    private static void createDatabase(int port, Accounts accounts) throws SQLException {
        var administration = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection =
                DriverManager.getConnection(administration, "postgres", accounts.administratorPassword())) {
            role(connection, accounts.ownerUser(), accounts.ownerPassword());
            role(connection, accounts.user(), accounts.password());
            if (!exists(connection, "select 1 from pg_database where datname = 'hmnet'")) {
                execute(connection, "create database hmnet owner hmnet_owner");
            }
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(connection, "create role " + name + " login nobypassrls password '" + password + "'");
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
