package hmnet.record.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.other.Descriptor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.ErasedKey;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filing.Papers;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.MessageInbox;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// One person's chart is erased, and nobody else's (1 人分の消去).
class ChartErasureTest extends ErasureWard {
    private static final String I10 = "http://hl7.org/fhir/sid/icd-10|I10";

    @Autowired
    DataKeys dataKeys;

    @Autowired
    ErasureChore chore;

    @Autowired
    MessageInbox messages;

    @Autowired
    LargeFiles largeFiles;

    @Autowired
    StoredObjects objects;

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

    /// Yesterday's tables are put back whole, beside the root, the master key and the ring of today.
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

    /// The first number of PID-3 may be an insurer's or a group's, which many people have.
    @Test
    void messagesThatBeginWithOneInsurersNumberHaveKeysOfTheirOwn() {
        var hospital = hospital();
        var one = number();
        var other = number();
        var goes = told(hospital, one);
        var stays = told(hospital, other);
        assertThat(List.of(readable(hospital, one), readable(hospital, other))).containsOnly("1 of 1");
        assertThat(erasure().plan(chart(hospital, one)).others()).isZero();
        erase(hospital, one);
        assertThat(List.of(opens(goes), opens(stays))).containsExactly(false, true);
    }

    private long told(FacilityId hospital, String number) {
        var code = facilities.get(hospital).code();
        var message =
                "MSH|^~\\&|LAB||GW||20260701101112||ORU^R01^ORU_R01|I" + number + "|P|2.5\rPID|1||06123^^^HOKEN^NI~"
                        + number + "^^^" + code + "^PI||KAKU^HANAKO\rOBR|1|" + number
                        + "||3A010^ALB^JC10|||20260701\rOBX|1|NM|3A010^ALB^JC10||4.9|g/dL|||||F\r";
        var kept = messages.keepCare(hospital, message.getBytes(UTF_8));
        settle(hospital);
        return kept.id();
    }

    /// By chance two charts of a bucket may have one leaf.
    @Test
    void aNeighbourWithTheSameLeafIsCounted() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        var receipt = filed(hospital, diagnosed(neighbour), diagnosed(number)).getFirst();
        assertThat(erasure().plan(chart(hospital, number)).charts()).isEqualTo(1);
        var patient = patient(hospital, neighbour);
        var place = EnvelopeContext.ofInbox(hospital.value(), new byte[0]);
        var alike = envelopes.with(e -> e.seal(new byte[1], Dictionaries.BODY, dataKeys.of(hospital, number), place));
        tables().sql("update record set extract = ? where patient = ?")
                .params(alike, patient)
                .update();
        tables().sql("update inbox set body = ? where id = ?")
                .params(alike, receipt.id())
                .update();
        var plan = erasure().plan(chart(hospital, number));
        assertThat(List.of(plan.charts(), plan.others(), plan.othersUnfiled())).containsExactly(2L, 1L, 0L);
    }

    @Test
    void filesWithoutAChartLieInManyBuckets() {
        var hospital = hospital();
        for (var n = 0; n < 8; n++) {
            sheet(hospital, n + ".hl7", number());
        }
        assertThat(tables().sql("select count(distinct substring(body from 4 for 4)) from inbox where facility = ?")
                        .param(hospital.value())
                        .query(Long.class)
                        .single())
                .isGreaterThan(4);
    }

    @Test
    void anObjectHasALeafOfItsOwnOnlyIfItsDescriptorNamesNoChart() throws Exception {
        var hospital = hospital();
        var number = number();
        filed(hospital, diagnosed(number));
        large(hospital, number, number);
        assertThat(erase(hospital, number))
                .as("rows, and files that name the chart")
                .isEqualTo(2);
        var other = number();
        filed(hospital, diagnosed(other));
        var nameless = large(hospital, "*".repeat(12), other);
        assertThat(erase(hospital, other))
                .as("the descriptor and the object too")
                .isEqualTo(4);
        assertThat(opens(nameless)).isFalse();
        var object = tables().sql("select object from large_file where inbox = ?")
                .param(nameless)
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> objects.open(object, 0)).isInstanceOf(ErasedKey.class);
    }

    /// A large file that the desk said is of a chart.
    private long large(FacilityId hospital, String patient, String number) throws Exception {
        var descriptor = Descriptor.read(
                ("{\"patient\":\"" + patient + "\",\"date\":\"2026-07-01\",\"title\":\"動画\"}").getBytes(UTF_8));
        var kept = largeFiles
                .keep(hospital, "film.mp4", descriptor, () -> new ByteArrayInputStream(new byte[99]), null)
                .orElseThrow();
        tables().sql("insert into inbox_patient (id, number, staff) select ?, ?, min(id) from staff")
                .params(kept.id(), numbers.of(hospital, number))
                .update();
        return kept.id();
    }

    /// The number may be given to another human while an agreement holds.
    @Test
    void anAgreementDoesNotReachAnotherHolderOfTheNumber() {
        var hospital = hospital();
        var number = number();
        filed(hospital, diagnosed(number));
        var target = chart(hospital, number);
        AgreedErasures.agreed(requests, transaction, target, erasure().plan(target), office(), office());
        tables().sql("update patient set closed_at = now() where id = ?")
                .param(patient(hospital, number))
                .update();
        tables().sql(
                        "insert into patient (facility, domain, number, epoch, shown) select facility, domain, number, 2, shown from patient where id = ?")
                .param(patient(hospital, number))
                .update();
        assertThatThrownBy(() -> erasure().erase(target, () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing was erased");
        assertThat(requests.confirmed(target, erasure().plan(target))).isEmpty();
        AgreedErasures.agreed(requests, transaction, target, erasure().plan(target), office(), office());
        assertThat(erasure().erase(target, () -> {})).isPositive();
    }

    /// Whoever asks for the newest act alone would miss one that got its number before and was committed after it.
    @Test
    void actsOfAllFacilitiesAreWrittenDownOneAfterTheOther() throws Exception {
        var hospital = hospital();
        var number = number();
        filed(hospital, diagnosed(number));
        CompletableFuture<Integer> erased;
        try (var another = owner();
                var act = another.createStatement()) {
            act.execute("select pg_advisory_xact_lock(" + Erasure.ACTS_LOCK + ")");
            erased = CompletableFuture.supplyAsync(() -> erase(hospital, number), Thread::startVirtualThread);
            await(() -> erased.isDone() || waits());
            assertThat(erased).as("another act is being written down").isNotDone();
            another.rollback();
        }
        assertThat(erased.join()).isPositive();
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
    }

    private boolean waits() {
        return db.sql("""
                        select exists (select from pg_locks where not granted and locktype = 'advisory' and objsubid = 1
                                                              and classid::bigint << 32 | objid::bigint = ?)""").param(Erasure.ACTS_LOCK).query(Boolean.class).single();
    }

    private List<Long> codes(FacilityId facility, String number) {
        return tables().sql("select unnest(codes) from record where patient = ?")
                .param(patient(facility, number))
                .query((row, n) -> row.getLong(1))
                .list();
    }
}
