package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyAgreement;
import hmnet.ground.keys.KeyRings;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.UnusableKey;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.vault.ErasureRequests.ErasureAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Erasing by destroying keys (鍵の破棄による消去), as the verb does it beside a centre at work.
class ErasureTest extends Ward {
    @Autowired
    Accounts accounts;

    @Autowired
    Keys keys;

    @Autowired
    DataKeys dataKeys;

    @Autowired
    Envelopes envelopes;

    @Autowired
    KeyAgreement agreement;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ErasureRequests requests;

    /// The backup is put back whole, beside the root and the ring of today.
    @Test
    void yesterdaysBackupPutBackOpensNothingOfWhatWasErased() {
        var hospital = hospital();
        var other = hospital();
        filed(hospital, Papers.of(number()).visit());
        filed(other, Papers.of(number()).visit());
        var owner = tables();
        owner.sql("create table if not exists backup_data_key as select * from data_key with no data")
                .update();
        owner.sql("create table if not exists backup_inbox as select * from inbox with no data")
                .update();
        owner.sql("insert into backup_data_key select * from data_key where facility in (?, ?)")
                .params(hospital.value(), other.value())
                .update();
        owner.sql("insert into backup_inbox select * from inbox where facility in (?, ?)")
                .params(hospital.value(), other.value())
                .update();
        assertThat(erase(hospital)).isPositive();
        owner.sql("delete from data_key where facility = ?")
                .param(hospital.value())
                .update();
        owner.sql("insert into data_key overriding system value select * from backup_data_key where facility = ?")
                .param(hospital.value())
                .update();
        new DataKeyTakeover(db, transaction, keys, ring, agreement);
        var restarted = new Envelopes(new DataKeys(db, keys, ring));
        var bodies = owner.sql("select * from backup_inbox where facility = ?")
                .param(hospital.value())
                .query((row, n) -> new KeptBody(row.getBytes("key"), row.getBytes("body")))
                .list();
        assertThat(bodies)
                .isNotEmpty()
                .allSatisfy(kept -> assertThatThrownBy(() -> restarted.with(
                                e -> e.open(kept.body(), EnvelopeContext.ofInbox(hospital.value(), kept.key()))))
                        .isInstanceOf(ErasedKey.class));
        assertThat(opened(other)).as("another hospital's").isNotEmpty();
        var wrapped = owner.sql("select wrapped from backup_data_key where facility = ?")
                .param(hospital.value())
                .query((row, n) -> row.getBytes("wrapped"))
                .list();
        assertThat(wrapped)
                .isNotEmpty()
                .allSatisfy(one -> assertThatThrownBy(() -> new WrappedKeys(keys, ring).unwrap(one))
                        .as("the root alone")
                        .isInstanceOf(RuntimeException.class));
        owner.sql("drop table backup_data_key, backup_inbox").update();
    }

    /// G9.
    @Test
    void theCentreAtWorkForgetsAtOnceAndSealsUnderAnotherKey() {
        var hospital = hospital();
        var number = number();
        var receipt = filed(hospital, Papers.of(number).visit()).getFirst();
        var before = dataKeys.of(hospital, number);
        erase(hospital);
        assertThat(dataKeys.of(hospital, number).id()).isNotEqualTo(before.id());
        assertThatThrownBy(() -> dataKeys.byId(before.id(), before.leaf())).isInstanceOf(ErasedKey.class);
        var later = filed(hospital, Papers.of(number).diagnoses(Papers.diagnosis("P1", "高血圧症", "I10")))
                .getFirst();
        assertThat(state(hospital, later).state()).isEqualTo(FileState.ACCEPTED);
        assertThat(body(hospital, later)).isTrue();
        assertThat(body(hospital, receipt)).isFalse();
        assertThat(sent(hospital, Papers.of(number).visit()).getFirst())
                .as("what was erased does not come back by being sent again")
                .isEqualTo(new InboxReceipt(receipt.id(), receipt.path(), true));
    }

    @Test
    void thePlanSaysHowManyChartsAndRecordsWouldBeErased() {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit(), Papers.of(number()).visit());
        var erasure = erasure();
        assertThat(erasure.plan(chart(hospital, number)).charts()).isEqualTo(1);
        assertThat(erasure.plan(ErasureTarget.all(hospital)).charts()).isEqualTo(2);
        assertThat(erasure.plan(ErasureTarget.all(hospital)).records()).isPositive();
    }

    /// What is being kept is committed first, and then erased with the rest; nothing is kept under a key that is gone.
    @Test
    void erasingWaitsForWhatIsBeingKept() throws Exception {
        var hospital = hospital();
        sent(hospital, Papers.of(number()).visit());
        var holding = new CompletableFuture<Boolean>();
        var release = new CompletableFuture<Boolean>();
        var keeping = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            dataKeys.hold(hospital);
            holding.complete(true);
            release.join();
        }));
        holding.join();
        var erasing = CompletableFuture.supplyAsync(() -> erase(hospital));
        await(this::somebodyWaits);
        assertThat(erasing.isDone()).isFalse();
        release.complete(true);
        keeping.join();
        assertThat(erasing.join()).isPositive();
    }

    @Test
    void everythingAcknowledgedAfterAnErasureOpens() {
        var hospital = hospital();
        var going = new AtomicBoolean(true);
        var done = new AtomicBoolean();
        var sent = new AtomicInteger();
        var after = new ArrayList<InboxReceipt>();
        var sender = CompletableFuture.runAsync(() -> {
            while (going.get()) {
                var late = done.get();
                var receipt = sent(hospital, Papers.of(number()).visit()).getFirst();
                sent.incrementAndGet();
                if (late) {
                    after.add(receipt);
                }
            }
        });
        await(() -> sent.get() > 5);
        erase(hospital);
        done.set(true);
        var soFar = sent.get();
        await(() -> sent.get() > soFar + 10);
        going.set(false);
        sender.join();
        assertThat(after)
                .isNotEmpty()
                .allSatisfy(receipt -> assertThat(body(hospital, receipt)).isTrue());
        var begun = db.sql(
                        "select count(*) from inbox i where facility = ? and received_at > (select begun_at"
                                + " + interval '400 milliseconds' from key_erasure where facility = i.facility)"
                                + " and substring(body from 4 for 4) in (select int4send(id) from data_key where erased_at is not null)")
                .param(hospital.value())
                .query(Long.class)
                .single();
        assertThat(begun).as("kept under a destroyed key meanwhile").isZero();
        settle(hospital);
    }

    @Test
    void whatWasErasedBeforeItWasReadWaitsForAHuman() {
        var hospital = hospital();
        var number = number();
        var receipt = filed(hospital, Papers.of(number).visit()).getFirst();
        erase(hospital);
        tables().sql("delete from inbox_outcome where id = ?")
                .param(receipt.id())
                .update();
        tables().sql("insert into inbox_waiting (id, facility, bucket) values (?, ?, 0)")
                .params(receipt.id(), hospital.value())
                .update();
        settle(hospital);
        assertThat(state(hospital, receipt).reason()).isEqualTo("erased");
    }

    @Test
    void keysOfBeforeTheRingAreTakenOverAtTheFirstStart() {
        var hospital = hospital();
        var number = number();
        var receipt = filed(hospital, Papers.of(number).visit()).getFirst();
        var older = OlderEnvelope.dataKey(tables(), hospital, DataKeys.bucket(number), new WrappedKeys(keys, ring));
        tables().sql("select key, body from inbox where id = ?")
                .param(receipt.id())
                .query(row -> {
                    var place = EnvelopeContext.ofInbox(hospital.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    tables().sql("update inbox set body = ? where id = ?")
                            .params(older.sealed(envelopes.with(e -> e.open(body, place)), place), receipt.id())
                            .update();
                });
        new DataKeyTakeover(db, transaction, keys, ring, agreement);
        assertThat(db.sql("select count(*) from data_key where ring is null and erased_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
        var restarted = new Envelopes(new DataKeys(db, keys, ring));
        assertThat(bodyWith(restarted, hospital, receipt)).isTrue();
        assertThat(erase(hospital)).isPositive();
        assertThat(body(hospital, receipt)).isFalse();
    }

    /// A verb that was given another ring would destroy nothing.
    @Test
    void withAnotherRingNothingIsWrittenDown(@TempDir Path elsewhere) {
        var hospital = hospital();
        var receipt = filed(hospital, Papers.of(number()).visit()).getFirst();
        var source = source();
        var strange = new Erasure(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)),
                keys,
                KeyRings.fresh(elsewhere));
        assertThatThrownBy(() -> strange.erase(ErasureTarget.all(hospital), () -> {}))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("Nothing was erased");
        assertThat(body(hospital, receipt)).isTrue();
        assertThat(erasure().unfinished()).isZero();
    }

    /// Whoever sits at the machine is one person.
    @Test
    void withoutASecondOfficerNothingIsErased() {
        var hospital = hospital();
        var receipt = filed(hospital, Papers.of(number()).visit()).getFirst();
        var all = ErasureTarget.all(hospital);
        var first = office();
        turnedAway(ErasureTarget.all(hospital));
        AgreedErasures.ask(requests, transaction, all, first);
        turnedAway(ErasureTarget.all(hospital));
        assertThat(requests.agree(all, first)).isEqualTo(ErasureAnswer.SECOND_PERSON);
        turnedAway(ErasureTarget.all(hospital));
        assertThat(requests.refuse(all, office())).isEqualTo(ErasureAnswer.DONE);
        turnedAway(ErasureTarget.all(hospital));
        assertThat(body(hospital, receipt)).isTrue();
    }

    @Test
    void anAgreementServesForOneActOfItsOwnWithinAWeek() {
        var hospital = hospital();
        var number = number();
        var chart = chart(hospital, number);
        filed(hospital, Papers.of(number).visit());
        AgreedErasures.agreed(requests, transaction, chart, erasure().plan(chart), office(), office());
        turnedAway(ErasureTarget.all(hospital));
        tables().sql("update approval set settled_at = now() - interval '8 days' where subject = ?")
                .param(hospital.value() + " " + chart.part())
                .update();
        turnedAway(chart);
        assertThat(erase(chart)).isPositive();
        turnedAway(chart);
        assertThat(tables().sql("select count(*) from key_erasure where facility = ? and approval is not null")
                        .param(hospital.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void turnedAway(ErasureTarget target) {
        assertThatThrownBy(() -> erasure().erase(target, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was erased");
    }

    @Test
    void anErasureThatWasCutOffIsFinished() {
        var hospital = hospital();
        var receipt = filed(hospital, Papers.of(number()).visit()).getFirst();
        var facility = hospital.value();
        tables().sql("update data_key set erased_at = now() where facility = ?")
                .param(facility)
                .update();
        tables().sql("insert into key_erasure (facility) values (?)")
                .param(facility)
                .update();
        assertThat(erasure().unfinished()).isEqualTo(1);
        new DataKeyTakeover(db, transaction, keys, ring, agreement);
        assertThat(erasure().unfinished()).isZero();
        assertThat(body(hospital, receipt)).isFalse();
    }

    private int erase(FacilityId facility) {
        return erase(ErasureTarget.all(facility));
    }

    private int erase(ErasureTarget target) {
        AgreedErasures.agreed(requests, transaction, target, erasure().plan(target), office(), office());
        return erasure().erase(target, () -> {});
    }

    private ErasureTarget chart(FacilityId facility, String number) {
        return ErasureTarget.chart(facility, number, new SealedNumbers(keys));
    }

    private Erasure erasure() {
        return new Erasure(tables(), new TransactionTemplate(new JdbcTransactionManager(source())), keys, ring);
    }

    private DriverManagerDataSource source() {
        return new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcClient tables() {
        return JdbcClient.create(source());
    }

    private boolean body(FacilityId facility, InboxReceipt receipt) {
        return bodyWith(envelopes, facility, receipt);
    }

    /// Whether the body of a file opens.
    private boolean bodyWith(Envelopes with, FacilityId facility, InboxReceipt receipt) {
        return db.sql("select key, body from inbox where id = ?")
                .param(receipt.id())
                .query((row, n) -> {
                    var context = EnvelopeContext.ofInbox(facility.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    try {
                        return with.with(e -> e.open(body, context)).length > 0;
                    } catch (ErasedKey erased) {
                        return false;
                    }
                })
                .single();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, compared nowhere
    private record KeptBody(byte[] key, byte[] body) {}
}
