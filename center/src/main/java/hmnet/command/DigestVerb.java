package hmnet.command;

import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.KeySettings;
import hmnet.ground.keys.Secrets;
import hmnet.record.charts.Digest;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// `digest`: one hash over all that is filed, of a data folder or of a database elsewhere.
final class DigestVerb {
    private DigestVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        try (var centreDatabase = CentreDatabase.by("digest", arguments);
                var connection = DriverManager.getConnection(
                        centreDatabase.url(), centreDatabase.user(), centreDatabase.password())) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var digest = new Digest(
                    new SingleConnectionDataSource(connection, true),
                    Secrets.in(centreDatabase.data()).keys(),
                    KeyRing.in(centreDatabase.data(), KeySettings.of(System.getenv())));
            if (digest.waiting() > 0) {
                System.err.println(digest.waiting() + " files still wait to be filed; the digest is without them");
            }
            System.out.println(digest.line());
            connection.rollback();
        }
    }
}
