package hmnet.record.charts;

import hmnet.consent.decisions.Grant;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.people.patients.PatientId;
import hmnet.record.vault.RowSeals;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many rows and charts grants would show (開示件数の試算): counted and never read, under the conditions of a chart
/// (`GrantRows`), in the transaction that writes who tried.
@Component
public class RuleTally {
    private final Audit audit;
    private final JdbcTemplate statements;
    private final RowSeals seals;

    RuleTally(Audit audit, JdbcTemplate statements, RowSeals seals) {
        this.audit = audit;
        this.statements = statements;
        this.seals = seals;
    }

    /// What a grant shows of a kind.
    public record KindTally(long rows, long charts) {
        public static final KindTally NOTHING = new KindTally(0, 0);
    }

    /// @param patients all that any of the grants is about: no other row is let through
    /// @return a map for each grant, in their order
    @Transactional
    public List<Map<RecordKind, KindTally>> of(Trace trace, Collection<PatientId> patients, List<Grant> grants) {
        var let = patients.stream()
                .map(patient -> Long.toString(patient.value()))
                .collect(Collectors.joining(",", "{", "}"));
        audit.write(
                trace,
                "set_config('hmnet.patients', ?, true) as let",
                List.of(let),
                (row, number) -> row.getString("let"));
        return grants.stream().map(this::of).toList();
    }

    private Map<RecordKind, KindTally> of(Grant grant) {
        var tally = new EnumMap<RecordKind, KindTally>(RecordKind.class);
        var rows = new GrantRows(seals, grant, -1, line -> true);
        if (rows.none()) {
            return tally;
        }
        statements.query(
                connection -> {
                    var statement = connection.prepareStatement(GrantRows.TALLY);
                    rows.bindArrays(statement);
                    return statement;
                },
                row -> {
                    tally.put(
                            RecordKind.of(row.getInt("kind")),
                            new KindTally(row.getLong("rows"), row.getLong("charts")));
                });
        return tally;
    }
}
