package hmnet.record.charts;

import hmnet.consent.decisions.Grant;
import hmnet.formats.model.code.RecordKind;
import hmnet.people.patients.PatientId;
import hmnet.record.filing.RecordState;
import hmnet.record.vault.RowSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What senders corrected or took back (訂正・取消された記録): which kinds it was of and whom it may be told to,
/// never what stood there.
@Component
public class RetractedRows {
    private static final String COLUMNS =
            "r.patient, r.source_key, r.kind, r.received_at, " + RowSeals.labels("g.seal", "r") + " as labels";
    private static final String TAKEN_BACK = "r.state in " + RecordState.TAKEN_BACK;
    private static final String DROPPED = "r.id = any(?::uuid[])";
    private static final String OF_MESSAGES =
            " and (r.patient, r.source_key) in (select * from unnest(?::bigint[], ?::text[])) ";

    /// As of replaced values on a chart: nothing is said of a message of which the newest version holds a row
    /// whose labels the grant does not cover.
    private static final String HIDES_NOTHING_NOW =
            """
             and not exists (select from record n where n.patient = r.patient and n.source_key = r.source_key
                                and n.state = %d and %s & ~g.labels <> 0)\s""".formatted(RecordState.LIVE_CODE, RowSeals.labels("g.seal", "n"));

    private final JdbcTemplate db;
    private final RowSeals seals;

    RetractedRows(JdbcTemplate db, RowSeals seals) {
        this.db = db;
        this.seals = seals;
    }

    /// A source message of one patient.
    ///
    /// @param sourceKey as `RowSeals` seals it
    public record SourceMessage(PatientId patient, String sourceKey) {}

    /// A row that no longer stands.
    public record RetractedRow(SourceMessage message, RecordKind kind, long labels, OffsetDateTime receivedAt) {}

    /// All rows of a message that were corrected or taken back.
    ///
    /// @param dropped these and no others, where a newer version only left some out
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RetractedRow> rows(SourceMessage message, List<UUID> dropped) {
        letThrough(List.of(message));
        return db.query(
                "select distinct " + COLUMNS + """
                 from record r cross join (select ?::bytea as seal) g
                where r.patient = ? and r.source_key = ? and case when cardinality(?::uuid[]) > 0 then %s else %s end
                  and r.kind <> 0 limit 1000""".formatted(DROPPED, TAKEN_BACK),
                RetractedRows::read,
                seals.of(message.patient().value()).forSql(),
                message.patient().value(),
                message.sourceKey(),
                ids(dropped),
                ids(dropped));
    }

    /// Those of them that a grant covers: who asked was shown them, if they looked.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RetractedRow> covered(Grant grant, SourceMessage message, List<UUID> dropped) {
        var which = "case when cardinality(?::uuid[]) > 0 then " + DROPPED + " else " + TAKEN_BACK + " end";
        return within(grant, List.of(message), which + OF_MESSAGES, List.of(ids(dropped), ids(dropped)));
    }

    /// What a holder of this grant may be told of now.
    ///
    /// @param dropped rows that newer versions of these messages left out
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RetractedRow> toldTo(Grant grant, Collection<SourceMessage> messages, List<UUID> dropped) {
        var which = "(" + TAKEN_BACK + " or " + DROPPED + ")";
        return within(grant, messages, which + OF_MESSAGES + HIDES_NOTHING_NOW, List.of((Object) ids(dropped)));
    }

    private static String[] ids(List<UUID> rows) {
        return rows.stream().map(UUID::toString).toArray(String[]::new);
    }

    private List<RetractedRow> within(
            Grant grant, Collection<SourceMessage> messages, String which, List<Object> values) {
        letThrough(messages);
        var patients = messages.stream().map(SourceMessage::patient).collect(Collectors.toSet());
        var rows = new GrantRows(seals, grant, -1, line -> patients.contains(line.patient()));
        if (rows.none()) {
            return List.of();
        }
        var sql = rows.sql("select distinct r.* from (", COLUMNS, "", which + " limit 5000", ") r");
        var keys = messages.stream().map(SourceMessage::sourceKey).toArray(String[]::new);
        var of = messages.stream().map(m -> m.patient().value()).toArray(Long[]::new);
        var where = new ArrayList<>(values);
        where.addAll(List.of(of, keys));
        return db.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    rows.bind(statement, where, List.of());
                    return statement;
                },
                RetractedRows::read);
    }

    /// Row-level security shows this transaction the patients of these messages and no others.
    private void letThrough(Collection<SourceMessage> messages) {
        var patients = messages.stream()
                .map(message -> Long.toString(message.patient().value()))
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
        db.queryForObject("select set_config('hmnet.patients', ?, true)", String.class, patients);
    }

    private static RetractedRow read(ResultSet row, int number) throws SQLException {
        return new RetractedRow(
                new SourceMessage(new PatientId(row.getLong("patient")), row.getString("source_key")),
                RecordKind.of(row.getInt("kind")),
                row.getLong("labels"),
                row.getObject("received_at", OffsetDateTime.class));
    }
}
