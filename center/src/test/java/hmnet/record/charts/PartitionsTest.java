package hmnet.record.charts;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Purpose;
import hmnet.consent.relations.RelationOrigin;
import hmnet.record.charts.Occurrences.TimeStep;
import hmnet.record.charts.Opening.Closed;
import hmnet.record.charts.Opening.Opened;
import hmnet.record.charts.RowSelection.RowGroup;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// How a chart is read where its partition holds the rows of hundreds of others (区画の読み方). The planner chooses by
/// itself, from the statistics of twenty thousand rows.
class PartitionsTest extends Ward {
    private static final Pattern SCAN = Pattern.compile("Scan.* on (record_\\d\\d)");
    /// Numbers that no patient has.
    private static final String OTHERS = "patient between 900000000 and 900029999";

    @Autowired
    JdbcTemplate statements;

    @Autowired
    Occurrences occurrences;

    @Autowired
    Origins origins;

    private final String number = number();
    private Consumer<Consumer<Chart>> opened = use -> {};
    private String partition = "";

    @BeforeEach
    void hundredsOfPatientsShareAPartition() throws SQLException {
        var hospital = hospital();
        filed(hospital, Papers.of(number).visit(), Papers.of(number).prescription("000000000000021", "架空錠５ｍｇ"));
        var person = resident(ConsentChoice.EVERYTHING, hospital, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        opened = use -> charts.open(doctor, person, Purpose.TREATMENT, ChartView.TIMELINE, opening -> switch (opening) {
            case Opened(var chart) -> {
                use.accept(chart);
                yield true;
            }
            case Closed closed -> throw new AssertionError(closed);
        });
        try (var owner = owner();
                var statement = owner.createStatement()) {
            try (var row = statement.executeQuery(
                    "select tableoid::regclass from record where facility = " + hospital.value() + " limit 1")) {
                assertThat(row.next()).isTrue();
                partition = row.getString(1);
            }
            statement.executeUpdate("""
                    insert into record (patient, occurred_at, id, kind, state, flag, facility, department, labels, source_key,
                                        version, correction, preliminary, received_at, resources, inbox, extract, content)
                    select p, now() - n * interval '1 day', gen_random_uuid(), 4, 1, 1, 1, decode('01', 'hex'), 0, p || '/' || n,
                           '1', false, false, now(), 1, 1, decode(repeat('5a', 200), 'hex'), decode(repeat('5a', 200), 'hex')
                      from generate_series(900000000::bigint, 900029999) p, generate_series(1, 40) n
                     where satisfies_hash_partition('record'::regclass, 64, right('%s', 2)::int, p)""".formatted(partition));
            statement.execute("analyze " + partition);
            owner.commit();
        }
    }

    @AfterEach
    void theyGo() throws SQLException {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("delete from record where " + OTHERS))
                    .isGreaterThan(10_000);
            owner.commit();
        }
    }

    @Test
    void aChartReadsOnePartitionByItsIndex() {
        var scans = new TreeMap<String, Long>();
        opened.accept(chart -> scans.putAll(scansOf(() -> {
            var entries = chart.entries(-1, Optional.empty(), CareSpan.all(), 200);
            assertThat(entries).hasSize(2);
            chart.tally(-1, CareSpan.all());
            chart.selection(
                    new RowSelection(List.of(new RowGroup(-1, CareSpan.all().from(), 9)), 3));
            chart.glance();
            occurrences.of(chart, TimeStep.DAY, CareSpan.all());
            origins.of(chart, entries);
            chart.coversAllOf(chart.place(entries.getFirst().id()).orElseThrow());
        })));
        assertThat(scans).containsOnlyKeys(partition + " by index");
    }

    @Test
    void thePlanOfAChartIsOneScanOfAnIndex() {
        var plan = new ArrayList<String>();
        opened.accept(chart -> plan.addAll(explained(chart)));
        assertThat(plan.stream().filter(line -> SCAN.matcher(line).find() && !line.contains("never executed")))
                .as(String.join("\n", plan))
                .singleElement()
                .asString()
                .contains(partition)
                .containsPattern("Index Scan|Bitmap");
    }

    /// What the first test counts it would also count if no index were used.
    @Test
    void aReadingWithoutTheIndexWouldBeSeen() {
        var scans = new TreeMap<String, Long>();
        opened.accept(chart -> scans.putAll(scansOf(() -> {
            statements.execute("set local enable_indexscan = off");
            statements.execute("set local enable_bitmapscan = off");
            statements.execute("set local enable_indexonlyscan = off");
            assertThat(explained(chart)).isNotEmpty();
        })));
        assertThat(scans).containsKey(partition + " whole");
    }

    /// How often each partition was read, whole and by an index, in this transaction.
    private Map<String, Long> scansOf(Runnable reading) {
        var before = counted();
        reading.run();
        var scans = new TreeMap<String, Long>();
        counted().forEach((way, count) -> scans.put(way, count - before.getOrDefault(way, 0L)));
        scans.values().removeIf(count -> count == 0);
        return scans;
    }

    private Map<String, Long> counted() {
        var counts = new TreeMap<String, Long>();
        statements.query(
                "select relname, seq_scan, idx_scan from pg_stat_xact_user_tables where relname ~ '^record_[0-9]{2}$'",
                row -> {
                    counts.put(row.getString(1) + " whole", row.getLong(2));
                    counts.put(row.getString(1) + " by index", row.getLong(3));
                });
        return counts;
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
                (row, line) -> row.getString(1));
    }
}
