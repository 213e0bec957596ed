package hmnet.ground.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/// What the account of the running centre may not do to the log, however it came to run this SQL (A065).
class RightsTest extends AuditCentre {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_event",
                "delete from audit_pending",
                "delete from audit_leaf",
                "delete from audit_node",
                "delete from checkpoint",
                "delete from checkpoint_witness",
                "truncate audit_event",
                "truncate audit_pending",
                "truncate audit_leaf",
                "truncate audit_node",
                "truncate checkpoint cascade",
                "truncate checkpoint_witness",
                "update audit_event set person = null",
                "update audit_event set event = null, salt = null",
                "update audit_event set body = null",
                "update audit_event set hash = sha256('x')",
                "update audit_pending set event = gen_random_uuid()",
                "update audit_leaf set leaf = leaf + 1",
                "update audit_node set hash = hash",
                "update checkpoint set note = ''",
                "update checkpoint_witness set line = ''",
                "insert into audit_pending values (gen_random_uuid())",
                "insert into audit_leaf values (100000000, gen_random_uuid(), sha256(''))",
                "alter table audit_event disable trigger all",
                "drop table audit_event"
            })
    void theApplicationCanOnlyAdd(String sql) {
        write(opened(UUID.randomUUID(), Map.of()));
        assertThatThrownBy(() -> db.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageFindingMatch("permission denied|must be owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit_event", "audit_leaf", "audit_node", "checkpoint"})
    void theApplicationCanReadIt(String table) {
        assertThat(db.sql("select count(*) from " + table).query(Long.class).single())
                .isNotNegative();
    }
}
