package hmnet.command;

import hmnet.ground.audit.AuditCheck;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit-check`: the older name of `audit verify`; with `--event`, prints what one leaf is made of, for somebody who
/// checks it without the key.
final class AuditCheckVerb {
    private AuditCheckVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        var options = new Options(
                arguments,
                "audit-check" + CentreDatabase.USAGE + " [--event ID]",
                "data",
                "url",
                "event",
                "key",
                "head");
        if (!options.has("event")) {
            AuditVerb.verify(options);
            return;
        }
        try (var centreDatabase = CentreDatabase.by("audit-check", options)) {
            var database =
                    new DriverManagerDataSource(centreDatabase.url(), centreDatabase.user(), centreDatabase.password());
            System.out.println(AuditCheck.of(centreDatabase.data())
                    .event(database, event(options.get("event", "")))
                    .orElseThrow(() -> new Usage("no such event, or it was erased")));
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
