package hmnet.command;

import hmnet.ground.audit.AuditCheck;
import hmnet.ground.audit.AuditCheck.Verdict;
import java.io.IOException;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `audit-check`: recomputes the whole audit log of a centre from its events up to its newest signed
/// checkpoint.
final class AuditCheckVerb {
    private AuditCheckVerb() {}

    static void run(String[] arguments) throws IOException, SQLException {
        try (var centreDatabase = CentreDatabase.by("audit-check", arguments)) {
            var verdict = AuditCheck.of(centreDatabase.data())
                    .check(new DriverManagerDataSource(
                            centreDatabase.url(), centreDatabase.user(), centreDatabase.password()));
            System.out.println(verdict);
            if (verdict instanceof Verdict.Differs) {
                throw new IllegalStateException("the audit log was changed");
            }
        }
    }
}
