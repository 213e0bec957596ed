package hmnet.bench.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.formats.base.Sha256;
import hmnet.record.inbox.InboxSeal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What was handed to a gateway (ゲートウェイに渡したもの), by the digest under which the centre keeps it, to be
/// compared with what the centre holds.
final class PostedFiles {
    private static final int STORAGE = 1;
    private static final int FILES = 5;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    /// How much of it is not there, how much is there twice, and how much is there that nobody handed over.
    ///
    /// @param names of some that were lost or are foreign
    record KeptPosts(long lost, long doubled, long foreign, List<String> names) {}

    void file(String path, byte[] body) {
        names.put(digest(path, body, STORAGE), path);
    }

    /// An acknowledged message, which the gateway names by its bytes.
    void message(byte[] body) {
        var name = "mllp/ADT-A08-" + Sha256.hex(body, 16) + ".hl7";
        names.put(digest(name, body, FILES), name);
    }

    int size() {
        return names.size();
    }

    KeptPosts compare(Connection database, InboxSeal seal, String facility) throws SQLException {
        var there = there(database, seal, facility);
        var lost = names.entrySet().stream()
                .filter(posted -> !there.containsKey(posted.getKey()))
                .map(posted -> "lost " + posted.getValue())
                .toList();
        var byName = new HashMap<String, Integer>();
        there.values().forEach(name -> byName.merge(name, 1, Integer::sum));
        var doubled = byName.values().stream().filter(count -> count > 1).count();
        var foreign = there.entrySet().stream()
                .filter(kept -> !names.containsKey(kept.getKey()))
                .map(kept -> "foreign " + kept.getValue())
                .toList();
        return new KeptPosts(
                lost.size(),
                doubled,
                foreign.size(),
                Stream.concat(lost.stream(), foreign.stream()).limit(20).toList());
    }

    private static Map<String, String> there(Connection database, InboxSeal seal, String facility) throws SQLException {
        var there = new HashMap<String, String>();
        try (var statement = database.prepareStatement(
                "select " + InboxSeal.PATH + " from inbox i join facility f on f.id = i.facility where f.code = ?")) {
            statement.setString(1, facility);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    there.put(HexFormat.of().formatHex(rows.getBytes("key")), seal.path(rows));
                }
            }
        }
        return there;
    }

    /// As `Inbox` makes its key.
    private static String digest(String path, byte[] body, int format) {
        var whole = Sha256.digest();
        whole.update(path.getBytes(UTF_8));
        whole.update((byte) (format - 1));
        return HexFormat.of().formatHex(whole.digest(Sha256.of(body)));
    }
}
