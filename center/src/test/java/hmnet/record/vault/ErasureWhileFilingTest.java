package hmnet.record.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keys are destroyed while something is being filed under them.
class ErasureWhileFilingTest extends Ward {
    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FilingQueue queue;

    @Autowired
    ErasureRequests requests;

    /// What was opened under the old key is sealed under it: the act waits for whoever files.
    @Test
    void whatIsBeingFiledIsErasedWithTheRest() {
        var hospital = hospital();
        var number = number();
        var message = "MSH|^~\\&|LAB||GW||20260701101112||ORU^R01^ORU_R01|E1|P|2.5\rPID|1||" + number
                + "^^^^PI||KAKU^HANAKO\rOBR|1|E1||3A010^ALB^JC10|||20260701\rOBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r";
        whileErasing(
                hospital,
                number,
                () -> sent(hospital, new ReceivedFile("lab.hl7", message.getBytes(US_ASCII), Door.FILES)));
        settle(hospital);
        assertThat(readable(hospital)).isEqualTo("0 of 1");
    }

    @Test
    void whatIsBeingFiledAgainIsErasedWithTheRest() {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        tables().sql("update record set labels = labels # 1 where facility = ?")
                .param(hospital.value())
                .update();
        var asking = new RefilingRequests(new JdbcTemplate(source()));
        var asked = new AtomicLong();
        whileErasing(
                hospital,
                number,
                () -> asked.set(asking.ask(new RefilingScope(hospital, null, null, false), "operator")));
        await(() -> asking.state(asked.get()).finished());
        assertThat(readable(hospital)).isEqualTo("0 of 1");
    }

    /// Erases while somebody who has opened what `begin` leads to waits for the bucket of its chart.
    private void whileErasing(FacilityId hospital, String number, Runnable begin) {
        var holding = new CompletableFuture<Boolean>();
        var release = new CompletableFuture<Boolean>();
        var other = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            queue.takeAll(hospital, List.of(number));
            holding.complete(true);
            release.join();
        }));
        holding.join();
        begin.run();
        await(() -> waiters(7001) > 0);
        var erasing = CompletableFuture.supplyAsync(() -> erase(hospital));
        await(() -> erasing.isDone() || waiters(Erasure.LOCK_SPACE) > 0);
        release.complete(true);
        other.join();
        assertThat(erasing.join()).isPositive();
    }

    private long waiters(int space) {
        return db.sql(
                        "select count(*) from pg_locks where not granted and locktype = 'advisory' and classid::bigint = ?")
                .param((long) space)
                .query(Long.class)
                .single();
    }

    /// How many rows can be opened by a key that stands.
    private String readable(FacilityId hospital) {
        return tables().sql("""
                        select count(*) filter (where substring(extract from 4 for 4) in (select int4send(id) from data_key
                                                                                            where erased_at is null))
                               || ' of ' || count(*)
                          from record where facility = ? and kind <> 0""").param(hospital.value()).query(String.class).single();
    }

    private int erase(FacilityId facility) {
        AgreedErasures.agreed(requests, transaction, ErasureTarget.all(facility), office(), office());
        var source = source();
        return new Erasure(
                        JdbcClient.create(source),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        keys(),
                        ring)
                .erase(ErasureTarget.all(facility), () -> {});
    }

    private DriverManagerDataSource source() {
        return new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcClient tables() {
        return JdbcClient.create(source());
    }
}
