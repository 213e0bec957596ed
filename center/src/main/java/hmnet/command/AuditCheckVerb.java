package hmnet.command;

import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit-check`: recomputes the whole audit log of a centre from its events up to its newest signed
/// checkpoint.
public final class AuditCheckVerb {
    private AuditCheckVerb() {}

    public static void run(String[] arguments) throws IOException, SQLException {
        try (var reached = CentreDatabase.by("audit-check", arguments)) {
            var verdict = AuditCheck.of(reached.data())
                    .check(new DriverManagerDataSource(reached.url(), reached.user(), reached.password()));
            System.out.println(verdict);
            if (verdict instanceof Verdict.Differs) {
                throw new IllegalStateException("the audit log was changed");
            }
        }
    }
}
