package hmnet.record.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.GrantRows;
import hmnet.record.charts.Opening.Closed;
import hmnet.record.charts.Opening.Opened;
import hmnet.record.inbox.InboxReceipt;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.Dictionaries;
import hmnet.record.vault.EnvelopeContext;
import hmnet.record.vault.Envelopes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How rows and bodies are kept: sealed, behind row-level security, in partitions.
class StoreTest extends Ward {
    /// Numbers of patients beyond those that anybody has.
    private static final long OTHERS = 2_000_000_000L;

    private static final byte[] TEXT = "架空花子 高血圧症".getBytes(StandardCharsets.UTF_8);
    private static final UUID RECORD = UUID.randomUUID();

    @Autowired
    DataKeys dataKeys;

    @Autowired
    Envelopes envelopes;

    @Autowired
    Keys keys;

    @Autowired
    JdbcTemplate statements;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anEnvelopeOpensWhereItWasSealedForAndNowhereElse() {
        var hospital = hospital();
        var sealed = sealed(hospital, EnvelopeContext.ofRecord(hospital.value(), 1, RECORD, 'c'));
        assertThat(open(sealed, EnvelopeContext.ofRecord(hospital.value(), 1, RECORD, 'c')))
                .isEqualTo(TEXT);
        refused(sealed, EnvelopeContext.ofRecord(hospital.value(), 2, RECORD, 'c'));
        refused(sealed, EnvelopeContext.ofRecord(hospital.value() + 1, 1, RECORD, 'c'));
        refused(sealed, EnvelopeContext.ofRecord(hospital.value(), 1, UUID.randomUUID(), 'c'));
        refused(sealed, EnvelopeContext.ofRecord(hospital.value(), 1, RECORD, 'x'));
    }

    @Test
    void noFlippedBitGoesUnnoticed() {
        var hospital = hospital();
        var place = EnvelopeContext.ofRecord(hospital.value(), 1, RECORD, 'c');
        var sealed = sealed(hospital, place);
        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            if (at != 1 && at != 2) { // the dictionary's number is noticed by the unpacking
                refused(changed, place);
            }
        }
        refused(new byte[0], place);
    }

    @Test
    void whoseKeyIsErasedIsErased() throws SQLException {
        var hospital = hospital();
        var place = EnvelopeContext.ofRecord(hospital.value(), 1, RECORD, 'c');
        var sealed = sealed(hospital, place);
        byte[] opened = afterRestart().with(e -> e.open(sealed, place));
        assertThat(opened).isEqualTo(TEXT);
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("delete from data_key where facility = " + hospital.value());
            owner.commit();
        }
        assertThatThrownBy(() -> afterRestart().with(e -> e.open(sealed, place)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("erased");
    }

    @Test
    void nothingOfAPersonLiesInTheClear() throws SQLException {
        var hospital = hospital();
        filed(hospital, Papers.of(number()).diagnoses(Papers.diagnosis("P1", "高血圧症", "I10")));
        try (var owner = owner();
                var rows = owner.createStatement()
                        .executeQuery("select content, extract from record where facility = " + hospital.value())) {
            assertThat(rows.next()).isTrue();
            for (var column = 1; column <= 2; column++) {
                assertThat(new String(rows.getBytes(column), StandardCharsets.UTF_8))
                        .doesNotContain("高血圧", "架空", "resourceType");
            }
        }
    }

    @Test
    void whatComesTwiceIsKeptOnceAndOtherBytesAreANewVersion() {
        var hospital = hospital();
        var file = Papers.of(number()).visit();
        var other = new ReceivedFile(file.path(), Papers.of(number()).visit().body());
        var kept = inbox.keep(hospital, List.of(file, file, other));
        assertThat(kept).extracting(InboxReceipt::duplicate).containsExactly(false, true, false);
        assertThat(kept.get(1).id()).isEqualTo(kept.get(0).id());
        assertThat(kept.get(2).id()).isNotEqualTo(kept.get(0).id());
        assertThat(inbox.keep(hospital(), List.of(file)).getFirst().duplicate()).isFalse();
    }

    @Test
    void aKeptBodyIsTheOneThatCameByteForByte() {
        var hospital = hospital();
        var bytes = new byte[70_000];
        new java.util.Random(7).nextBytes(bytes);
        var kept = filed(hospital, new ReceivedFile("any/where", bytes)).getFirst();
        var row = db.sql("select key, body from inbox where id = ?")
                .param(kept.id())
                .query((result, n) -> List.of(result.getBytes("key"), result.getBytes("body")))
                .single();
        assertThat(open(row.get(1), EnvelopeContext.ofInbox(hospital.value(), row.get(0))))
                .isEqualTo(bytes);
    }

    @Test
    void withoutAGrantTheApplicationSeesNoRow() {
        filed(hospital(), Papers.of(number()).visit());
        assertThat(count("select count(*) from record")).isZero();
        assertThat(db.sql("update record set state = 4").update()).isZero();
    }

    /// The pool hands the same connection out again: what a chart was let through ends with its transaction.
    @Test
    void aConnectionThatShowedAChartShowsTheNextNothing() {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var own = new TransactionTemplate(transactions);
        var chartThenNothing = own.execute(status -> {
            assertThat(shown(doctor, person)).hasSize(1);
            return count("select count(*) from record");
        });
        assertThat(chartThenNothing).as("inside the chart's own transaction").isEqualTo(1);
        for (var n = 0; n < 40; n++) {
            assertThat(count("select count(*) from record")).isZero();
        }
    }

    @Test
    void partitionsAreNotReachedAroundTheirTable() {
        for (var partition : new String[] {"record_00", "record_31", "record_63"}) {
            assertThatThrownBy(() -> count("select count(*) from " + partition))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aChartReadsItsOwnPartitionsByTheirIndex() throws SQLException {
        var hospital = hospital();
        var number = number();
        filed(hospital, Papers.of(number).visit());
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        thousandsOfOthersBesideIt(hospital);
        List<String> plan;
        try {
            plan = charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
                case Opened(var chart) -> explained(chart);
                case Closed closed -> List.<String>of();
            });
        } finally {
            asOwner("delete from record where patient > %d and facility = %d".formatted(OTHERS, hospital.value()));
        }
        var scan = Pattern.compile("Scan.* on (record_\\d\\d)");
        var read = plan.stream()
                .filter(line -> scan.matcher(line).find() && !line.contains("never executed"))
                .toList();
        assertThat(read)
                .as(String.join("\n", plan))
                .isNotEmpty()
                .allMatch(line -> line.contains("Index Scan") || line.contains("Bitmap"));
        assertThat(read.stream()
                        .flatMap(line -> scan.matcher(line).results())
                        .map(found -> found.group(1))
                        .distinct())
                .as("one partition of 64")
                .hasSize(1);
    }

    /// Rows of other patients in the same partition, so that to read all of it would cost more than the index.
    private void thousandsOfOthersBesideIt(FacilityId hospital) throws SQLException {
        asOwner("""
                insert into record (patient, occurred_at, id, kind, state, flag, facility, department, labels, source_key,
                                    version, correction, preliminary, received_at, resources, inbox, codes, extract, content)
                select p, occurred_at, gen_random_uuid(), kind, state, flag, facility, department, labels, source_key, version,
                       correction, preliminary, received_at, resources, inbox, codes, extract, content
                  from (select r.*, substring(r.tableoid::regclass::text from '[0-9]+$')::int as part
                          from record r where facility = %1$d limit 1) one
                 cross join generate_series(%2$d + 1, %2$d + 300000) as p
                 where satisfies_hash_partition('record'::regclass, 64, part, p::bigint)""".formatted(hospital.value(), OTHERS));
        asOwner("analyze record");
    }

    private void asOwner(String statement) throws SQLException {
        try (var connection = owner();
                var writing = connection.createStatement()) {
            writing.execute(statement);
            connection.commit();
        }
    }

    private List<String> explained(Chart chart) {
        return statements.query(
                connection -> {
                    var rows = new GrantRows(seals, chart.grant(), -1, line -> true);
                    var statement = connection.prepareStatement("explain (analyze, format text) "
                            + rows.sql(
                                    "select r.* from (",
                                    GrantRows.ENTRY,
                                    "",
                                    "r.state = 1 order by r.occurred_at desc limit 200",
                                    ") r"));
                    rows.bind(statement, List.of(), List.of());
                    return statement;
                },
                rows -> {
                    var lines = new ArrayList<String>();
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                    return lines;
                });
    }

    private byte[] sealed(FacilityId hospital, byte[] place) {
        dataKeys.ready(hospital, List.of("0001"));
        var key = dataKeys.of(hospital, "0001");
        return envelopes.with(e -> e.seal(TEXT, Dictionaries.CONTENT, key, place));
    }

    private byte[] open(byte[] sealed, byte[] place) {
        return envelopes.with(e -> e.open(sealed, place));
    }

    private void refused(byte[] sealed, byte[] place) {
        assertThatThrownBy(() -> open(sealed, place)).isInstanceOf(IllegalStateException.class);
    }

    private Envelopes afterRestart() {
        return new Envelopes(new DataKeys(JdbcClient.create(statements), keys, ring));
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
