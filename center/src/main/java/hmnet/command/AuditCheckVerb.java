package hmnet.command;

import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.AuditCheck.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit-check`: recomputes the whole audit log of a centre from its events up to its newest signed
/// checkpoint; with `--event`, prints what one leaf is made of, for somebody who checks it without the key.
final class AuditCheckVerb {
    private AuditCheckVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        var options =
                new Options(arguments, "audit-check" + CentreDatabase.USAGE + " [--event ID]", "data", "url", "event");
        try (var centreDatabase = CentreDatabase.by("audit-check", options)) {
            var database =
                    new DriverManagerDataSource(centreDatabase.url(), centreDatabase.user(), centreDatabase.password());
            if (options.has("event")) {
                System.out.println(AuditCheck.of(centreDatabase.data())
                        .event(database, event(options.get("event", "")))
                        .orElseThrow(() -> new Usage("no such event, or it was erased")));
                return;
            }
            var verdict = AuditCheck.of(centreDatabase.data()).check(database);
            System.out.println(verdict);
            if (verdict instanceof Verdict.Differs) {
                throw new IllegalStateException("the audit log was changed");
            }
        }
    }

    private static UUID event(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Usage("--event takes the id of an event");
        }
    }
}
