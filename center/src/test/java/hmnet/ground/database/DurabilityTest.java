package hmnet.ground.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.Centre;
import hmnet.ground.figures.FiguresPort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A database that may lose what it acknowledged is refused (確定書込みの要求; R003): each setting is changed for a moment
/// in the server of the tests.
class DurabilityTest extends Centre {
    @Autowired
    Accounts accounts;

    @Autowired
    DurabilityWatch watch;

    @Autowired
    FiguresPort figures;

    @ParameterizedTest
    @CsvSource({"fsync,off", "full_page_writes,off", "synchronous_commit,off", "synchronous_commit,local"})
    void aServerThatMayLoseWhatItAcknowledgedIsRefused(String setting, String value) throws Exception {
        assertThatCode(() -> Durability.demand(accounts)).doesNotThrowAnyException();
        try {
            change(setting, value);
            assertThatThrownBy(() -> Durability.demand(accounts))
                    .isInstanceOf(UnsafeSetting.class)
                    .hasMessageContaining(setting + " = " + value);
        } finally {
            change(setting, "on");
        }
        assertThatCode(() -> Durability.demand(accounts)).doesNotThrowAnyException();
    }

    /// G9: the setting is changed behind the back of a centre at work.
    @Test
    void aCentreAtWorkIsNotReadyWhileItsServerMayLoseRecords() throws Exception {
        watch.look();
        assertThat(watch.unsafe()).isEmpty();
        assertThat(asked("/ready").statusCode()).isEqualTo(200);
        assertThat(asked("/metrics").body()).contains("hmnet_database_durable 1.0");
        try {
            change("synchronous_commit", "off");
            watch.look();
            assertThat(asked("/ready").statusCode()).isEqualTo(503);
            assertThat(asked("/ready").body()).contains("synchronous_commit = off", "Set it to on.");
            assertThat(asked("/metrics").body()).contains("hmnet_database_durable 0.0");
        } finally {
            change("synchronous_commit", "on");
        }
        watch.look();
        assertThat(asked("/ready").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> asked(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:" + figures.port() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    /// G9: PostgreSQL may be told otherwise for the account that writes.
    @Test
    void anAccountThatMayLoseWhatItAcknowledgedIsRefused() throws Exception {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            try {
                statement.execute("alter role " + accounts.user() + " set synchronous_commit = off");
                assertThatThrownBy(() -> Durability.demand(accounts))
                        .isInstanceOf(UnsafeSetting.class)
                        .hasMessageContaining("synchronous_commit = off for " + accounts.user());
            } finally {
                statement.execute("alter role " + accounts.user() + " reset synchronous_commit");
            }
        }
        assertThatCode(() -> Durability.demand(accounts)).doesNotThrowAnyException();
    }

    /// Returns when new connections have it.
    private void change(String setting, String value) throws Exception {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("alter system set " + setting + " = " + value);
            statement.execute("select pg_reload_conf()");
        }
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (!shown(setting).equals(value)) {
            assertThat(Instant.now()).as(setting + " stays as it was").isBefore(end);
            Thread.sleep(20);
        }
    }

    private String shown(String setting) throws SQLException {
        try (var connection = administrator();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(accounts.url(), "postgres", accounts.administratorPassword());
    }
}
