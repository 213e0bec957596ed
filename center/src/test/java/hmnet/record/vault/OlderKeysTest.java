package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.Accounts;
import hmnet.ground.keys.KeyCheck;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.UnusableKey;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database that does not know its keys yet (鍵の照合の無い旧版).
class OlderKeysTest extends Ward {
    @Autowired
    Accounts accounts;

    @Autowired
    Keys keys;

    /// Before the first migration: what follows seals what stands readable, and must not do so under a stranger's root.
    @Test
    void aDatabaseOfBeforeItKnewItsKeysRefusesOthers() throws SQLException {
        var hospital = hospital();
        filed(hospital, Papers.of(number()).visit());
        var inner = tables().sql("select ring, wrapped from data_key where facility = ? limit 1")
                .param(hospital.value())
                .query((row, n) -> ring.unwrap(row.getObject("ring", java.util.UUID.class), row.getBytes("wrapped")))
                .single();
        try (var database =
                        DriverManager.getConnection(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("create schema of_before");
            statement.execute("set local search_path = of_before");
            statement.execute("create table data_key (facility bigint, bucket smallint, wrapped bytea)");
            statement.execute(
                    "insert into data_key values (1, 1, '\\x" + HexFormat.of().formatHex(inner) + "')");
            KeyCheck.demand(database, keys);
            assertThatThrownBy(() -> KeyCheck.demand(database, new Keys(new byte[32])))
                    .isInstanceOf(UnusableKey.class)
                    .hasMessageContaining("other keys");
            database.rollback();
        }
    }

    private JdbcClient tables() {
        return JdbcClient.create(
                new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword()));
    }
}
