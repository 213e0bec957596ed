package hmnet.ground.audit;

import hmnet.ground.keys.Keys;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The texts of the audit log, opened for tests: the database alone no longer tells them.
@Component
public class AuditTexts {
    private final JdbcClient db;
    private final SealedTraces sealedTraces;

    AuditTexts(JdbcClient db, Keys keys) {
        this.db = db;
        this.sealedTraces = new SealedTraces(keys);
    }

    /// Those that hold all these words, in the order they were written.
    public List<String> with(String... words) {
        return db
                .sql("select " + SealedTraces.COLUMNS + " from audit_event e order by e.id")
                .query((row, number) -> sealedTraces
                        .open(row)
                        .map(SealedTraces.SaltedText::text)
                        .orElse(""))
                .list()
                .stream()
                .filter(text -> Arrays.stream(words).allMatch(text::contains))
                .toList();
    }
}
