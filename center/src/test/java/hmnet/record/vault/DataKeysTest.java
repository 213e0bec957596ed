package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import hmnet.ground.database.Accounts;
import hmnet.ground.keys.DataFolder;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.Inbox;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxSeal;
import hmnet.record.inbox.InboxSettings;
import hmnet.record.inbox.LargeFiles;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The data keys at their first use.
class DataKeysTest extends Ward {
    private static final int CONNECTIONS = 3;

    @Autowired
    Accounts accounts;

    @Autowired
    Keys keys;

    @Autowired
    DataKeys dataKeys;

    @Autowired
    LargeFiles largeFiles;

    @Autowired
    TransactionTemplate transaction;

    /// Each round every connection of the pool belongs to somebody who needs a key that nobody has made yet.
    @Test
    void aPoolWhoseEveryConnectionIsTakenMakesKeysAllTheSame() throws Exception {
        try (var pool = pool();
                var senders = Executors.newFixedThreadPool(4 * CONNECTIONS)) {
            var narrow = inbox(pool);
            var work = IntStream.range(0, 8 * CONNECTIONS)
                    .mapToObj(n -> hospital())
                    .<Callable<Boolean>>map(hospital ->
                            () -> narrow
                                    .keep(
                                            hospital,
                                            List.of(
                                                    Papers.of(number()).visit(),
                                                    Papers.of(number()).profile()))
                                    .stream()
                                    .noneMatch(InboxReceipt::duplicate))
                    .toList();
            for (var kept : senders.invokeAll(work)) {
                assertThat(kept.get()).isTrue();
            }
        }
    }

    @Test
    void aKeyIsNotMadeInsideATransaction() {
        var hospital = hospital();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> dataKeys.ready(hospital, List.of("0001"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> dataKeys.of(hospital, "0001")).hasMessageContaining("never made");
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(accounts.url());
        pool.setUsername(accounts.user());
        pool.setPassword(accounts.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(5_000);
        return pool;
    }

    private Inbox inbox(HikariDataSource pool) {
        var db = JdbcClient.create(pool);
        var fresh = new DataKeys(db, keys, ring);
        return new Inbox(
                db,
                new JdbcTemplate(pool),
                fresh,
                new Envelopes(fresh),
                new TransactionTemplate(new JdbcTransactionManager(pool)),
                new InboxLoad(new InboxSettings(0, 0), new DataFolder(data())),
                new InboxSeal(keys),
                new SealedNumbers(keys),
                largeFiles);
    }
}
