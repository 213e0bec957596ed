package hmnet.bench.disclosures;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.ground.audit.SealedTraces;
import hmnet.ground.keys.Secrets;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What the log tells of the drill's requests (印のある証跡): by their marks the words of their events, as far as the drill
/// counts them.
final class MarkedEvents {
    private static final int BATCH = 5_000;

    private MarkedEvents() {}

    static Map<String, List<String>> of(CentreProcess centre) throws IOException {
        var sealedTraces = new SealedTraces(Secrets.in(centre.data()).keys());
        var json = JsonMapper.shared();
        var words = new HashMap<String, List<String>>();
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.setFetchSize(BATCH);
            try (var rows = statement.executeQuery("select " + SealedTraces.COLUMNS + " from audit_event e")) {
                while (rows.next()) {
                    var event =
                            json.readTree(sealedTraces.open(rows).orElseThrow().text());
                    var address = event.path("address").asString("");
                    var word = event.path("action").asString("");
                    if (Marks.is(address) && DisclosureKind.counts(word)) {
                        words.computeIfAbsent(address, first -> new ArrayList<>())
                                .add(word);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return words;
    }
}
