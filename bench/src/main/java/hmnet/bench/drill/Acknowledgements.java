package hmnet.bench.drill;

import hmnet.bench.stage.Hospital;
import hmnet.gateway.Answer;
import hmnet.record.inbox.InboxSeal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What the centre acknowledged (受領済みの記録), to be compared with what it holds.
final class Acknowledgements {
    private final Map<File, Set<String>> ids = new ConcurrentHashMap<>();
    private final AtomicLong answers = new AtomicLong();

    private record File(String facility, String path) {}

    /// How many acknowledged files are not there, and how many are there more than once.
    record KeptFiles(long lost, long doubled) {}

    void add(Hospital hospital, Answer answer) {
        answers.incrementAndGet();
        switch (answer.outcome()) {
            case KEPT, DUPLICATE ->
                ids.computeIfAbsent(new File(hospital.code(), answer.path()), f -> ConcurrentHashMap.newKeySet())
                        .add(answer.id());
            case REFUSED -> {}
        }
    }

    /// All answers so far, repeated ones too.
    long answers() {
        return answers.get();
    }

    int size() {
        return ids.size();
    }

    KeptFiles compare(Connection database, InboxSeal seal) throws SQLException {
        var there = there(database, seal);
        var lost = 0L;
        var doubled = 0L;
        for (var acknowledged : ids.entrySet()) {
            var kept = there.getOrDefault(acknowledged.getKey(), Set.of());
            if (!kept.containsAll(acknowledged.getValue())) {
                lost++;
            }
            if (kept.size() > 1 || acknowledged.getValue().size() > 1) {
                doubled++;
            }
        }
        return new KeptFiles(lost, doubled);
    }

    private static Map<File, Set<String>> there(Connection database, InboxSeal seal) throws SQLException {
        var there = new HashMap<File, Set<String>>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select f.code, i.id, " + InboxSeal.PATH
                        + " from inbox i join facility f on f.id = i.facility")) {
            while (rows.next()) {
                there.computeIfAbsent(new File(rows.getString("code"), seal.path(rows)), f -> new HashSet<>())
                        .add(rows.getString("id"));
            }
        }
        return there;
    }
}
