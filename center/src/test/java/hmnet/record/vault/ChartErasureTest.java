package hmnet.record.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.ground.keys.KeyAgreement;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One person's chart is erased, and nobody else's (1 人分の消去).
class ChartErasureTest extends Ward {
    private static final String I10 = "http://hl7.org/fhir/sid/icd-10|I10";

    @Autowired
    Accounts accounts;

    @Autowired
    DataKeys dataKeys;

    @Autowired
    Envelopes envelopes;

    @Autowired
    KeyAgreement agreement;

    @Autowired
    ErasureChore chore;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ErasureRequests requests;

    @Autowired
    SealedNumbers numbers;

    @Test
    void aChartIsErasedAndItsNeighboursInTheBucketStay() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        filed(hospital, diagnosed(number), diagnosed(neighbour));
        assertThat(readable(hospital, number)).isEqualTo("1 of 1");
        var stored = codes(hospital, number);
        var key = dataKeys.of(hospital, number);
        assertThat(stored).as("who holds the chart's key finds the code").contains(key.code(I10));
        assertThat(erase(hospital, number)).isPositive();
        assertThatThrownBy(() -> dataKeys.byId(key.id(), key.leaf())).isInstanceOf(ErasedKey.class);
        assertThat(stored)
                .as("codes stand as keyed numbers: who has the root alone could try them all")
                .doesNotContain(dataKeys.of(hospital, number).code(I10))
                .doesNotContain(seals.of(patient(hospital, number)).code(I10));
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
        assertThat(originals(hospital, number)).isEqualTo("0 of 1");
        assertThat(readable(hospital, neighbour)).isEqualTo("1 of 1");
        assertThat(originals(hospital, neighbour)).isEqualTo("1 of 1");
    }

    /// V2: yesterday's tables are put back whole, beside the root, the master key and the ring of today.
    @Test
    void yesterdaysBackupOpensTheNeighboursAndNothingOfTheErasedChart() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        filed(hospital, diagnosed(number), diagnosed(neighbour));
        var owner = tables();
        var tables = List.of("data_key", "inbox", "record");
        tables.forEach(table -> owner.sql("create table backup_%1$s as select * from %1$s where facility = %2$d"
                        .formatted(table, hospital.value()))
                .update());
        erase(hospital, number);
        filed(hospital, diagnosed(number));
        owner.sql("delete from record where facility = " + hospital.value()).update();
        owner.sql("insert into record select * from backup_record").update();
        owner.sql(
                        "update data_key k set wrapped = b.wrapped, ring = b.ring, erased_at = b.erased_at from backup_data_key b where b.id = k.id")
                .update();
        owner.sql("delete from key_erasure where facility = " + hospital.value())
                .update();
        tables.forEach(table -> owner.sql("drop table backup_" + table).update());
        new DataKeyTakeover(db, transaction, keys(), ring, agreement);
        var restarted = new Envelopes(new DataKeys(db, keys(), ring));
        assertThat(readableWith(restarted, hospital, number)).isEqualTo("0 of 1");
        assertThat(readableWith(restarted, hospital, neighbour)).isEqualTo("1 of 1");
    }

    /// A sheet that names no chart in its name, and one of several people.
    @Test
    void filesThatTellOfTheChartGoWithItAndNothingBringsItBack() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        var alone = sheet(hospital, "alone.hl7", number);
        var both = sheet(hospital, "both.hl7", number, neighbour);
        var other = sheet(hospital, "other.hl7", neighbour);
        assertThat(readable(hospital, number)).isEqualTo("2 of 2");
        erase(hospital, number);
        assertThat(readable(hospital, number)).isEqualTo("0 of 2");
        assertThat(List.of(opens(alone), opens(both), opens(other))).containsExactly(false, false, true);
        assertThat(readable(hospital, neighbour))
                .as("what was cut of the others stays")
                .isEqualTo("2 of 2");
        var asking = new RefilingRequests(new JdbcTemplate(source()));
        var asked = asking.ask(new RefilingScope(hospital, null, null, false), "operator");
        await(() -> asking.state(asked).finished());
        assertThat(readable(hospital, number)).as("filed again").isEqualTo("0 of 2");
        assertThat(readable(hospital, neighbour)).isEqualTo("2 of 2");
    }

    /// A newer list of diagnoses looks at what the one before said.
    @Test
    void whatComesLaterIsFiledAndCanBeErasedAgain() {
        var hospital = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(hospital, diagnosed(number));
        for (var times = 1; times < 3; times++) {
            erase(hospital, number);
            assertThat(shown(doctor, person)).isEmpty();
            var next = Papers.of(number).later(times).diagnoses(Papers.diagnosis("P2", "糖尿病", "E11"));
            var later = filed(hospital, next).getFirst();
            assertThat(state(hospital, later).state()).isEqualTo(FileState.ACCEPTED);
            assertThat(opens(later)).isTrue();
            assertThat(readable(hospital, number)).isEqualTo("1 of " + (times + 1));
            assertThat(shown(doctor, person)).extracting(ChartEntry::facility).containsExactly(hospital);
        }
        assertThat(tables().sql("select count(*) from erased_leaf")
                        .query(Long.class)
                        .single())
                .as("nothing is left to be destroyed")
                .isZero();
    }

    /// Whoever was killed between the two leaves keys that still open, and a log that says they are gone.
    @Test
    void anErasureThatWasCutOffIsFinishedByACentreAtWork() {
        var hospital = hospital();
        var number = number();
        filed(hospital, diagnosed(number));
        var key = dataKeys.of(hospital, number);
        var owner = tables();
        owner.sql("with act as (insert into key_erasure (facility, chart, begun_at)"
                        + " values (?, ?, now() - interval '21 seconds') returning id)"
                        + " insert into erased_leaf select id, ?, ? from act")
                .params(hospital.value(), numbers.of(hospital, number), key.id(), key.leaf())
                .update();
        await(() -> readable(hospital, number).equals("0 of 1"));
        chore.finish();
        assertThat(owner.sql("select count(*) from key_erasure where destroyed_at is null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(readableWith(new Envelopes(new DataKeys(db, keys(), ring)), hospital, number))
                .isEqualTo("0 of 1");
    }

    /// Rows of before have no leaf: the key of their bucket goes, and the plan says with whom.
    @Test
    void rowsOfBeforeGoWithTheirBucketAndThePlanSaysSo() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        filed(hospital, diagnosed(number), diagnosed(neighbour));
        asOfBefore(hospital);
        assertThat(readable(hospital, neighbour)).isEqualTo("1 of 1");
        var later = filed(hospital, Papers.of(neighbour).later(1).visit()).getFirst();
        assertThat(erasure().plan(chart(hospital, number)).patients()).isEqualTo(2);
        erase(hospital, number);
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
        assertThat(readable(hospital, neighbour)).isEqualTo("1 of 2");
        assertThat(opens(later)).isTrue();
    }

    private static ReceivedFile diagnosed(String number) {
        return Papers.of(number).diagnoses(Papers.diagnosis("P1", "高血圧症", "I10"));
    }

    private InboxReceipt sheet(FacilityId hospital, String name, String... of) {
        var text = new StringBuilder();
        for (var number : of) {
            text.append(
                    "MSH|^~\\&|LAB||GW||20260701101112||ORU^R01^ORU_R01|" + name + number + "|P|2.5\rPID|1||" + number
                            + "^^^^PI||KAKU^HANAKO\rOBR|1|" + name + number + "||3A010^ALB^JC10|||20260701\r"
                            + "OBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r");
        }
        var file = new ReceivedFile(name, text.toString().getBytes(UTF_8), Door.FILES);
        return filed(hospital, file).getFirst();
    }

    /// As an older version left them: sealed under the key of the bucket itself.
    private void asOfBefore(FacilityId hospital) {
        var older = OlderEnvelope.dataKey(tables(), hospital, new WrappedKeys(keys(), ring));
        new DataKeyTakeover(db, transaction, keys(), ring, agreement);
        tables().sql("select id, patient, extract, content from record where facility = ? and kind <> 0")
                .param(hospital.value())
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var patient = row.getLong("patient");
                    var x = EnvelopeContext.ofRecord(hospital.value(), patient, id, 'x');
                    var c = EnvelopeContext.ofRecord(hospital.value(), patient, id, 'c');
                    var extract = row.getBytes("extract");
                    var content = row.getBytes("content");
                    tables().sql("update record set extract = ?, content = ? where id = ?")
                            .params(
                                    older.sealed(envelopes.with(e -> e.open(extract, x)), x),
                                    older.sealed(envelopes.with(e -> e.open(content, c)), c),
                                    id)
                            .update();
                });
    }

    private int erase(FacilityId facility, String number) {
        var target = chart(facility, number);
        AgreedErasures.agreed(requests, transaction, target, office(), office());
        return erasure().erase(target, () -> {});
    }

    private ErasureTarget chart(FacilityId facility, String number) {
        return ErasureTarget.chart(facility, number, numbers);
    }

    private Erasure erasure() {
        return new Erasure(tables(), new TransactionTemplate(new JdbcTransactionManager(source())), keys(), ring);
    }

    private DriverManagerDataSource source() {
        return new DriverManagerDataSource(accounts.url(), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcClient tables() {
        return JdbcClient.create(source());
    }

    /// Another chart number of the same bucket.
    private static String neighbour(String number) {
        for (var n = 0; ; n++) {
            var other = "N" + n + number;
            if (DataKeys.bucket(other) == DataKeys.bucket(number)) {
                return other;
            }
        }
    }

    private long patient(FacilityId facility, String number) {
        return tables().sql("select id from patient where facility = ? and number = ?")
                .params(facility.value(), numbers.of(facility, number))
                .query(Long.class)
                .single();
    }

    private List<Long> codes(FacilityId facility, String number) {
        return tables().sql("select unnest(codes) from record where patient = ?")
                .param(patient(facility, number))
                .query(Long.class)
                .list();
    }

    /// How many rows of a chart open, extract and content.
    private String readable(FacilityId facility, String number) {
        return readableWith(envelopes, facility, number);
    }

    private String readableWith(Envelopes with, FacilityId facility, String number) {
        var patient = patient(facility, number);
        var opened = tables().sql("select id, extract, content from record where patient = ? and kind <> 0")
                .param(patient)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    var extract = row.getBytes("extract");
                    var content = row.getBytes("content");
                    return opens(with, extract, EnvelopeContext.ofRecord(facility.value(), patient, id, 'x'))
                            | opens(with, content, EnvelopeContext.ofRecord(facility.value(), patient, id, 'c'));
                })
                .list();
        return opened.stream().filter(one -> one).count() + " of " + opened.size();
    }

    private String originals(FacilityId facility, String number) {
        var ids = tables().sql("select distinct inbox from record where patient = ?")
                .param(patient(facility, number))
                .query(Long.class)
                .list();
        return ids.stream().filter(this::opens).count() + " of " + ids.size();
    }

    private boolean opens(InboxReceipt receipt) {
        return opens(receipt.id());
    }

    private boolean opens(long inbox) {
        return tables().sql("select facility, key, body from inbox where id = ?")
                .param(inbox)
                .query((row, n) -> opens(
                        envelopes,
                        row.getBytes("body"),
                        EnvelopeContext.ofInbox(row.getLong("facility"), row.getBytes("key"))))
                .single();
    }

    private static boolean opens(Envelopes with, byte[] sealed, byte[] place) {
        try {
            return with.with(e -> e.open(sealed, place)).length > 0;
        } catch (ErasedKey erased) {
            return false;
        }
    }
}
