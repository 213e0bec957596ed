package hmnet.record.vault;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// Seals the rows that earlier versions wrote readable (旧行の封印): after the migrations of a start and before
/// anybody reads. A start that is cut off goes on with the next one. Each table is written anew, since a
/// changed row leaves its old text in the file.
@Component
public class OlderRows implements Callback {
    private static final Logger LOG = LoggerFactory.getLogger(OlderRows.class);
    private static final long ONE_NODE = 0x6f6c646572L;
    private final List<OlderTable> tables;

    OlderRows(List<OlderTable> tables) {
        this.tables = tables;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return false;
    }

    @Override
    public void handle(Event event, Context context) {
        seal(context.getConfiguration().getDataSource());
    }

    @Override
    public String getCallbackName() {
        return "older rows";
    }

    /// @param database as its tables' owner sees it
    public void seal(DataSource database) {
        try (var connection = database.getConnection()) {
            var owner = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            owner.execute("select pg_advisory_lock(" + ONE_NODE + ")");
            owner.execute("set synchronous_commit = off"); // what a power cut takes back is sealed by the next start
            try {
                ahead(owner).forEach(relation -> seal(owner, relation));
            } finally {
                owner.execute("select pg_advisory_unlock(" + ONE_NODE + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Older rows could not be sealed; the next start tries again", e);
        }
    }

    private static List<String> ahead(JdbcTemplate owner) {
        var made = owner.queryForObject("select to_regclass('sealing_ahead') is not null", Boolean.class);
        return Boolean.TRUE.equals(made)
                ? owner.query(
                        "select relation from sealing_ahead order by relation",
                        (row, number) -> row.getString("relation"))
                : List.of();
    }

    private void seal(JdbcTemplate owner, String relation) {
        LOG.info("Sealing older rows of {}", relation);
        var table = tables.stream()
                .filter(one -> one.owns(relation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody seals the older rows of " + relation));
        table.seal(owner, relation);
        owner.execute("vacuum (full, analyze) " + relation);
        owner.update("delete from sealing_ahead where relation = ?", relation);
    }
}
