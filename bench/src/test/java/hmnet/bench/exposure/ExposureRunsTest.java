package hmnet.bench.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.rehearsal.RehearsalCommand;
import hmnet.ground.audit.AuditReport.ReportVerdict;
import hmnet.ground.audit.Exposures;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.Keys;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What `./hmnet drill exposure` and `drill verify` measure (漏えい時の照会の測定), with few events, in a centre of its own.
class ExposureRunsTest {
    @Test
    void eachKindOfQuestionIsAnsweredByItsOwnEventsAloneAndTheLogIsIntact() throws IOException {
        RehearsalCommand.inACentre(centre -> {
            try {
                var keys = centre.getBean(Keys.class);
                var begin = new LogFilling(centre.getBean(Accounts.class), keys).fill(20_000, 5, true);
                var told = new ArrayList<String>();
                var outcome = new ExposureRuns(new Exposures(centre.getBean(JdbcClient.class), keys), told::add)
                        .run(5, 20_000, begin);
                assertThat(outcome.wrong()).as("%s", told).isZero();
                assertThat(told).noneMatch(line -> line.contains("through=user events=0 "));
                assertThat(outcome.slowest()).containsOnlyKeys("user", "facility", "address", "certificate", "person");
                var report = VerifyCommand.verified(centre, 20_000);
                assertThat(report.verdict()).as(report.words()).isEqualTo(ReportVerdict.INTACT);
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
