package hmnet.record.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Rows of an original are looked up, never searched for.
class StoredCutsTest extends Ward {
    @Test
    void rowsOfAnOriginalAreFoundByAnIndex() throws SQLException {
        assertThat(plan(StoredCuts.OF_ORIGINAL, 1L))
                .contains("_inbox_patient_idx")
                .doesNotContain("Seq Scan");
        assertThat(plan(StoredCuts.OF_VERSIONS, new Long[] {1L}, new String[] {"s"}, new String[] {"v"}))
                .contains("_patient_source_key_idx")
                .doesNotContain("Seq Scan");
    }

    private String plan(String sql, Object... parameters) throws SQLException {
        try (var connection = owner()) {
            var one = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            one.execute("set local enable_seqscan = off");
            return String.join("\n", one.queryForList("explain (costs off) " + sql, String.class, parameters));
        }
    }
}
