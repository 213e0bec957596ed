package hmnet;

import hmnet.database.EmbeddedDatabase;
import hmnet.keys.Secrets;
import hmnet.records.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `digest`: one hash over all that is filed, of a data folder or of a database elsewhere.
final class DigestVerb {
    private static final String USAGE =
            "digest --data DIR | --url jdbc:postgresql://… (with HMNET_DB_OWNER_USER, HMNET_DB_OWNER_PASSWORD, HMNET_DATA)";

    private DigestVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        var options = new Options(arguments, USAGE, "data", "url");
        if (options.has("data") == options.has("url")) {
            throw new Usage(USAGE);
        }
        if (options.has("url")) {
            var environment = System.getenv();
            print(
                    options.get("url", ""),
                    environment.getOrDefault("HMNET_DB_OWNER_USER", "hmnet_owner"),
                    environment.getOrDefault("HMNET_DB_OWNER_PASSWORD", ""),
                    Path.of(environment.getOrDefault("HMNET_DATA", "./data")));
            return;
        }
        var data = Path.of(options.get("data", ""));
        if (!Files.isDirectory(data.resolve("postgresql"))) {
            throw new Usage(USAGE + "; " + data + " holds no database");
        }
        var wasRunning = EmbeddedDatabase.running(data);
        var database = EmbeddedDatabase.open(data);
        try {
            var accounts = database.accounts();
            print(accounts.url(), accounts.ownerUser(), accounts.ownerPassword(), data);
        } finally {
            if (!wasRunning) {
                database.close();
            }
        }
    }

    private static void print(String url, String user, String password, Path data) throws IOException, SQLException {
        try (var connection = java.sql.DriverManager.getConnection(url, user, password)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var digest = new Digest(
                    new SingleConnectionDataSource(connection, true),
                    Secrets.in(data).keys());
            if (digest.waiting() > 0) {
                System.err.println(digest.waiting() + " files still wait to be filed; the digest is without them");
            }
            System.out.println(digest.line());
            connection.rollback();
        }
    }
}
