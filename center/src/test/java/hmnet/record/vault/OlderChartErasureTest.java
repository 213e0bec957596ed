package hmnet.record.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.FacilityId;
import hmnet.record.filing.Papers;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// A chart is erased beside what earlier versions sealed under the keys of whole buckets (旧版の封印と消去).
class OlderChartErasureTest extends ErasureWard {
    /// Rows of before have no leaf: the key of their bucket goes, and the plan says with whom.
    @Test
    void rowsOfBeforeGoWithTheirBucketAndThePlanSaysSo() {
        var hospital = hospital();
        var number = number();
        var neighbour = neighbour(number);
        filed(hospital, diagnosed(number), diagnosed(neighbour));
        rowsOfBefore(hospital, olderKey(hospital, DataKeys.bucket(number)));
        assertThat(readable(hospital, neighbour)).isEqualTo("1 of 1");
        var later = filed(hospital, Papers.of(neighbour).later(1).visit()).getFirst();
        assertThat(erasure().plan(chart(hospital, number)).charts()).isEqualTo(2);
        erase(hospital, number);
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
        assertThat(readable(hospital, neighbour)).isEqualTo("1 of 2");
        assertThat(opens(later)).isTrue();
    }

    /// Under one key stood all files that no name gave a chart number, of everybody.
    @Test
    void olderFilesWithoutAChartStayWhenOneChartGoes() {
        var hospital = hospital();
        var number = apart();
        var other = apart();
        var alone = sheet(hospital, "alone.hl7", number);
        var strange = sheet(hospital, "other.hl7", other);
        originalsOfBefore(hospital, olderKey(hospital, DataKeys.bucket("")));
        var plan = erasure().plan(chart(hospital, number));
        assertThat(List.of(plan.originalsLeft(), plan.charts(), plan.others())).containsExactly(1L, 1L, 0L);
        erase(hospital, number);
        assertThat(opens(strange)).isTrue();
        assertThat(opens(alone)).as("as the plan said").isTrue();
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
        var asking = new RefilingRequests(new JdbcTemplate(source()));
        var asked = asking.ask(new RefilingScope(hospital, null, null, false), "operator");
        await(() -> asking.state(asked).finished());
        assertThat(readable(hospital, number)).as("filed again").isEqualTo("0 of 1");
        assertThat(readable(hospital, other)).isEqualTo("1 of 1");
        assertThat(asking.left(asked)).extracting(left -> left.why()).containsExactly("erased");
    }

    @Test
    void originalsOfOthersThatGoAreCountedThoseThatWaitApart() {
        var hospital = hospital();
        var number = apart();
        var neighbour = neighbour(number);
        filed(hospital, diagnosed(number), diagnosed(neighbour));
        var waiting = filed(hospital, Papers.of(neighbour).later(1).visit()).getFirst();
        originalsOfBefore(hospital, olderKey(hospital, DataKeys.bucket(number)));
        tables().sql("insert into inbox_waiting (id, facility, bucket, parked_until) values (?, ?, 0, 'infinity')")
                .params(waiting.id(), hospital.value())
                .update();
        var plan = erasure().plan(chart(hospital, number));
        assertThat(List.of(plan.others(), plan.othersUnfiled())).containsExactly(2L, 1L);
        erase(hospital, number);
        assertThat(opens(waiting)).isFalse();
    }

    /// A chart whose own bucket is the one of files without a chart.
    @Test
    void rowsUnderTheKeyOfAllOlderFilesStayUntilFiledAgain() {
        var hospital = hospital();
        var number = neighbour("");
        filed(hospital, diagnosed(number));
        var strange = sheet(hospital, "other.hl7", apart());
        var older = olderKey(hospital, DataKeys.bucket(""));
        rowsOfBefore(hospital, older);
        originalsOfBefore(hospital, older);
        var target = chart(hospital, number);
        assertThat(erasure().plan(target).recordsLeft()).isEqualTo(1);
        var asking = new RefilingRequests(new JdbcTemplate(source()));
        var asked = asking.ask(new RefilingScope(hospital, null, null, false), "operator");
        await(() -> asking.state(asked).finished());
        assertThat(erasure().plan(target).recordsLeft()).isZero();
        erase(hospital, number);
        assertThat(readable(hospital, number)).isEqualTo("0 of 1");
        assertThat(opens(strange)).isTrue();
    }

    /// A number whose bucket is not the one of files without a chart.
    private static String apart() {
        for (; ; ) {
            var number = number();
            if (DataKeys.bucket(number) != DataKeys.bucket("")) {
                return number;
            }
        }
    }

    /// A key of a whole bucket, as an older version left it.
    private OlderEnvelope olderKey(FacilityId hospital, short bucket) {
        var older = OlderEnvelope.dataKey(tables(), hospital, bucket, new WrappedKeys(keys(), ring));
        new DataKeyTakeover(db, transaction, keys(), ring, agreement);
        return older;
    }

    private void originalsOfBefore(FacilityId hospital, OlderEnvelope older) {
        tables().sql("select id, key, body from inbox where facility = ?")
                .param(hospital.value())
                .query(row -> {
                    var place = EnvelopeContext.ofInbox(hospital.value(), row.getBytes("key"));
                    var body = row.getBytes("body");
                    tables().sql("update inbox set body = ? where id = ?")
                            .params(older.sealed(envelopes.with(e -> e.open(body, place)), place), row.getLong("id"))
                            .update();
                });
    }

    private void rowsOfBefore(FacilityId hospital, OlderEnvelope older) {
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
}
