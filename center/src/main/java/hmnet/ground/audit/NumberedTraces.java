package hmnet.ground.audit;

import hmnet.ground.keys.Keys;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The log from one number on (採番順の証跡), for what looks it through as it grows: no event comes in behind a number
/// that was read, so nothing is missed and nothing needs to be read twice.
@Component
public class NumberedTraces {
    private final JdbcClient db;
    private final SealedTraces sealedTraces;

    NumberedTraces(JdbcClient db, Keys keys) {
        this.db = db;
        this.sealedTraces = new SealedTraces(keys);
    }

    /// An event and its number.
    ///
    /// @param event null where its body was erased
    public record NumberedTrace(long leaf, @Nullable ExposedEvent event) {}

    /// The next ones, in the order of their numbers.
    public List<NumberedTrace> after(long leaf, int limit) {
        return db.sql("select l.leaf, " + SealedTraces.COLUMNS + """
                         from audit_leaf l join audit_event e on e.id = l.event
                        where l.leaf > ? order by l.leaf limit ?""")
                .params(leaf, limit)
                .query((row, number) -> new NumberedTrace(
                        row.getLong("leaf"),
                        sealedTraces
                                .open(row)
                                .map(plain -> ExposedEvent.of(AuditEvent.read(plain.text())))
                                .orElse(null)))
                .list();
    }
}
