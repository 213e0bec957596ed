package hmnet.bench.stage;

import hmnet.ground.keys.Secrets;
import hmnet.record.inbox.InboxSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The database of a centre's folder as its owner sees it (所有者接続), for counting what no door tells.
public final class OwnerDatabase {
    private OwnerDatabase() {}

    public static Connection of(CentreProcess centre) throws IOException, SQLException {
        return as(centre, "hmnet_owner");
    }

    /// @param account `hmnet_owner`, or `postgres` for what only the server's administrator may do
    public static Connection as(CentreProcess centre, String account) throws IOException, SQLException {
        var lines = Files.readAllLines(
                centre.data().resolve("postgresql").resolve("cluster").resolve("postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/hmnet";
        return DriverManager.getConnection(
                url, account, Secrets.in(centre.data()).password(account));
    }

    /// Opens the names of files in the inbox, which are sealed.
    public static InboxSeal names(CentreProcess centre) throws IOException {
        return new InboxSeal(Secrets.in(centre.data()).keys());
    }
}
