package hmnet.record.filing;

import hmnet.record.vault.OlderTable;
import hmnet.record.vault.RowSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Seals the rows of charts that earlier versions filed (旧行の封印), a patient at a time.
@Component
class OlderRecords implements OlderTable {
    private final RowSeals seals;

    OlderRecords(RowSeals seals) {
        this.seals = seals;
    }

    @Override
    public boolean owns(String relation) {
        return relation.matches("record_[0-9]{2}");
    }

    @Override
    public void seal(JdbcTemplate owner, String relation) {
        owner.queryForList(
                        "select distinct patient from " + relation + " where former_department is not null", Long.class)
                .forEach(patient -> seal(owner, relation, patient));
    }

    private record OlderRecord(OffsetDateTime at, UUID id, long labels, String department, String sourceKey) {
        static OlderRecord read(ResultSet row, int number) throws SQLException {
            return new OlderRecord(
                    row.getObject("occurred_at", OffsetDateTime.class),
                    row.getObject("id", UUID.class),
                    row.getLong("labels"),
                    row.getString("former_department"),
                    row.getString("source_key"));
        }
    }

    private void seal(JdbcTemplate owner, String relation, long patient) {
        var seal = seals.of(patient);
        List<OlderRecord> rows = owner.query("""
                select occurred_at, id, labels, former_department, source_key from %s
                 where patient = ? and former_department is not null""".formatted(relation), OlderRecord::read, patient);
        owner.update(
                """
                update %s r set labels = n.labels, department = n.department, source_key = n.source_key,
                                former_department = null
                  from unnest(?::timestamptz[], ?::uuid[], ?::bigint[], ?::bytea[], ?::text[])
                    as n(occurred_at, id, labels, department, source_key)
                 where r.patient = ? and r.occurred_at = n.occurred_at and r.id = n.id""".formatted(relation),
                rows.stream().map(row -> row.at().toString()).toArray(String[]::new),
                rows.stream().map(row -> row.id().toString()).toArray(String[]::new),
                rows.stream().map(row -> seal.labels(row.id(), row.labels())).toArray(Long[]::new),
                rows.stream()
                        .map(row -> seal.department(row.id(), row.department()))
                        .toArray(byte[][]::new),
                rows.stream().map(row -> seal.source(row.sourceKey())).toArray(String[]::new),
                patient);
    }
}
