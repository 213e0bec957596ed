package hmnet.bench.stage;

import hmnet.ground.keys.Secrets;
import hmnet.record.inbox.InboxSeal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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
        return DriverManager.getConnection(url, account, password(centre, account));
    }

    /// Opens the names of files in the inbox, which are sealed.
    public static InboxSeal names(CentreProcess centre) throws IOException {
        return new InboxSeal(Secrets.in(centre.data()).keys());
    }

    /// As the centre derives it from the master key of its folder.
    private static String password(CentreProcess centre, String account) throws IOException {
        var master = Files.readString(centre.data().resolve("secrets").resolve("master.key"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(master.strip()), "HmacSHA256"));
            var derived = mac.doFinal(("database password of " + account).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(derived, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
