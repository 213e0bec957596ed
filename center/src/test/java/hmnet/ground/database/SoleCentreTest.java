package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Centre;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A second centre beside one at work (decision 0074).
class SoleCentreTest extends Centre {
    private static final String HOLDER = "select pid from pg_locks where locktype = 'advisory' and granted"
            + " and classid = 26733 and objid = 1852142592";

    @Autowired
    Accounts accounts;

    @Autowired
    SoleCentre sole;

    @Autowired
    DurabilityWatch watch;

    @Autowired
    JdbcClient db;

    @Test
    void aSecondCentreOnTheSameDatabaseDoesNotStartAndSaysWhy() {
        assertThatThrownBy(() -> SoleCentre.of(accounts, Duration.ofMillis(300)))
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("Another centre works on this database")
                .hasMessageContaining("Stop it first");
    }

    @Test
    void aBrokenConnectionIsMadeAgainUnlessAnotherCentreCameMeanwhile() throws Exception {
        end();
        watch.look();
        assertThat(watch.unsafe()).isEmpty();
        assertThat(db.sql(HOLDER).query(Integer.class).list()).hasSize(1);
        end();
        try (var other = SoleCentre.of(accounts, Duration.ofSeconds(5))) {
            assertThat(other).isNotNull();
            watch.look();
            assertThat(watch.unsafe()).hasValueSatisfying(why -> assertThat(why).contains("Another centre"));
        }
        await(() -> db.sql(HOLDER).query(Integer.class).list().isEmpty());
        watch.look();
        assertThat(watch.unsafe()).isEmpty();
    }

    private void end() throws Exception {
        try (var connection =
                        DriverManager.getConnection(accounts.url(), "postgres", accounts.administratorPassword());
                var statement = connection.createStatement()) {
            for (var holder : db.sql(HOLDER).query(Integer.class).list()) {
                statement.execute("select pg_terminate_backend(" + holder + ")");
            }
        }
        await(() -> db.sql(HOLDER).query(Integer.class).list().isEmpty());
    }
}
