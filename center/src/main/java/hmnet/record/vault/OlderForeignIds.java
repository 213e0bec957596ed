package hmnet.record.vault;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Makes keyed words of the ids that earlier versions wrote as they were sent (旧行の封印).
@Component
class OlderForeignIds implements OlderTable {
    private static final int AT_ONCE = 1_000;
    private final RowSeals seals;

    OlderForeignIds(RowSeals seals) {
        this.seals = seals;
    }

    private record OlderForeignId(String system, String value, long patient, UUID record) {}

    @Override
    public boolean owns(String relation) {
        return relation.matches("foreign_id_[0-9]{2}");
    }

    @Override
    public void seal(JdbcTemplate owner, String relation) {
        List<OlderForeignId> ids = owner.query(
                "select system, value, patient, record from " + relation + " where not starts_with(value, ?)",
                (row, number) -> new OlderForeignId(
                        row.getString("system"),
                        row.getString("value"),
                        row.getLong("patient"),
                        row.getObject("record", UUID.class)),
                RowSeals.KEYED);
        owner.batchUpdate(
                "update " + relation + " set value = ? where patient = ? and system = ? and value = ? and record = ?",
                ids,
                AT_ONCE,
                (statement, id) -> {
                    statement.setString(1, seals.foreignId(id.system(), id.value()));
                    statement.setLong(2, id.patient());
                    statement.setString(3, id.system());
                    statement.setString(4, id.value());
                    statement.setObject(5, id.record());
                });
    }
}
