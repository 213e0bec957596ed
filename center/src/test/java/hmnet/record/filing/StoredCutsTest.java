package hmnet.record.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Rows of an original are looked up, never searched for: among many others, as PostgreSQL itself chooses.
class StoredCutsTest extends Ward {
    /// Numbers of patients and originals that nobody has.
    private static final long OTHERS = 3_000_000_000L;

    /// Some thousand in each of the 64 partitions.
    private static final int ROWS = 128_000;

    @Test
    void rowsOfAnOriginalAreFoundByAnIndex() throws SQLException {
        try (var connection = owner()) {
            var many = manyRows(connection);
            assertThat(plan(many, StoredCuts.OF_ORIGINAL, OTHERS + 7))
                    .contains("_inbox_patient_idx")
                    .doesNotContain("Seq Scan");
            assertThat(plan(many, StoredCuts.OF_VERSIONS, new Long[] {OTHERS + 7}, new String[] {"s7"}, new String[] {
                        "v"
                    }))
                    .contains("_patient_source_key_idx")
                    .doesNotContain("Seq Scan");
            connection.rollback();
        }
    }

    /// Gone when the connection ends, with what the planner learnt of them.
    private JdbcTemplate manyRows(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        one.update("""
                insert into record (patient, occurred_at, id, kind, state, flag, facility, department, labels, source_key,
                                    version, correction, preliminary, received_at, resources, inbox, codes, extract, content)
                select ? + n / 20, now(), gen_random_uuid(), 1, 1, 0, ?, ''::bytea, 0, 's' || n, 'v', false, false, now(), 1,
                       ? + n / 4, '{}', '', ''
                  from generate_series(1, ?) as n""", OTHERS, hospital().value(), OTHERS, ROWS);
        one.execute("analyze record");
        return one;
    }

    private static String plan(JdbcTemplate one, String sql, Object... parameters) {
        return String.join("\n", one.queryForList("explain (costs off) " + sql, String.class, parameters));
    }
}
