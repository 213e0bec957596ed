package hmnet;

import hmnet.audit.AuditCheck;
import hmnet.audit.Verdict;
import hmnet.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit-check`: recomputes the whole audit log of a data folder from its events up to its newest signed
/// checkpoint.
final class AuditCheckVerb {
    private AuditCheckVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        var options = new Options(arguments, "audit-check --data DIR", "data");
        var data = Path.of(options.get("data", "./data"));
        var wasRunning = EmbeddedDatabase.running(data);
        var database = EmbeddedDatabase.open(data);
        try {
            var accounts = database.accounts();
            var verdict = AuditCheck.of(data)
                    .check(new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword()));
            System.out.println(verdict);
            if (verdict instanceof Verdict.Differs) {
                throw new IllegalStateException("the audit log was changed");
            }
        } finally {
            if (!wasRunning) {
                database.close();
            }
        }
    }
}
