package hmnet.record.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private record OlderRecord(
            OffsetDateTime at, UUID id, long labels, String department, String sourceKey, String codes) {
        static OlderRecord read(ResultSet row, int number) throws SQLException {
            return new OlderRecord(
                    row.getObject("occurred_at", OffsetDateTime.class),
                    row.getObject("id", UUID.class),
                    row.getLong("labels"),
                    row.getString("former_department"),
                    row.getString("source_key"),
                    row.getString("codes_text"));
        }
    }

    private void seal(JdbcTemplate owner, String relation, long patient) {
        var seal = seals.of(patient);
        List<OlderRecord> rows = owner.query("""
                select occurred_at, id, labels, former_department, source_key,
                       array_to_string(former_codes, chr(31)) as codes_text from %s
                 where patient = ? and former_department is not null""".formatted(relation), OlderRecord::read, patient);
        owner.update(
                """
                update %s r set labels = n.labels, department = n.department, source_key = n.source_key,
                                codes = string_to_array(n.codes, ',')::bigint[],
                                former_department = null, former_codes = null
                  from unnest(?::timestamptz[], ?::uuid[], ?::bigint[], ?::bytea[], ?::text[], ?::text[])
                    as n(occurred_at, id, labels, department, source_key, codes)
                 where r.patient = ? and r.occurred_at = n.occurred_at and r.id = n.id""".formatted(relation),
                rows.stream().map(row -> row.at().toString()).toArray(String[]::new),
                rows.stream().map(row -> row.id().toString()).toArray(String[]::new),
                rows.stream().map(row -> seal.labels(row.id(), row.labels())).toArray(Long[]::new),
                rows.stream()
                        .map(row -> seal.department(row.id(), row.department()))
                        .toArray(byte[][]::new),
                rows.stream().map(row -> seal.source(row.sourceKey())).toArray(String[]::new),
                rows.stream().map(row -> codes(seal, row.codes())).toArray(String[]::new),
                patient);
    }

    private static String codes(PatientSeal seal, String sent) {
        return Arrays.stream(sent.split("\u001f", -1))
                .filter(code -> !code.isEmpty())
                .map(seal::code)
                .sorted()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
