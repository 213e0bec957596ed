package hmnet.ground.audit;

import hmnet.ground.audit.SealedTraces.SaltedText;
import hmnet.ground.transparency.BrokenLog;
import hmnet.ground.transparency.CheckpointCheck;
import hmnet.ground.transparency.Hash;
import hmnet.ground.transparency.LogKey;
import hmnet.ground.transparency.TreeRecount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Walks the leaves once, in order, and holds each against its event, its tiles and the checkpoints (葉の照合).
final class LeafCheck implements AutoCloseable {
    private static final int FETCH = 2_000;
    private final Connection connection;
    private final PreparedStatement nodes;
    private final SealedTraces sealedTraces;
    private final CheckpointCheck checkpoints;
    private final TreeRecount tree;
    private final Set<Long> erasedUnexplained = new TreeSet<>();
    private long erased;
    private long nodeCount;

    LeafCheck(Connection connection, LogKey key, SealedTraces sealedTraces, List<String> held) throws SQLException {
        this.connection = connection;
        this.sealedTraces = sealedTraces;
        this.nodes = connection.prepareStatement("select hash from audit_node where level = ? and index = ?");
        this.checkpoints = new CheckpointCheck(connection, key, held);
        this.tree = new TreeRecount(this::node);
    }

    long size() {
        return tree.size();
    }

    long erased() {
        return erased;
    }

    void check() throws SQLException {
        checkpoints.at(tree);
        try (var query = connection.prepareStatement("""
                select l.leaf, l.event as id, l.hash, e.id as found, e.at, e.person, e.body, e.salt, e.event
                  from audit_leaf l left join audit_event e on e.id = l.event
                 order by l.leaf""")) {
            query.setFetchSize(FETCH);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    leaf(row);
                    tree.add(new Hash(row.getBytes("hash")));
                    checkpoints.at(tree);
                }
            }
        }
        checkpoints.end(tree);
        refuseUnexplained();
    }

    private void leaf(ResultSet row) throws SQLException {
        var leaf = row.getLong("leaf");
        demand(leaf == tree.size(), "leaf " + tree.size() + " is missing");
        demand(row.getObject("found") != null, "the event of leaf " + leaf + " is gone");
        var text = open(leaf, row);
        if (text.isEmpty()) {
            demand(row.getObject("person") == null, "the event of leaf " + leaf + " is erased in part only");
            erased++;
            erasedUnexplained.add(leaf);
            return;
        }
        var hash = text.get().leaf();
        demand(hash.equals(new Hash(row.getBytes("hash"))), "leaf " + leaf + " is not the hash of its event");
        event(leaf, read(leaf, text.get().text()), row);
    }

    private Optional<SaltedText> open(long leaf, ResultSet row) throws SQLException {
        try {
            return sealedTraces.open(row);
        } catch (IllegalStateException closed) {
            throw new BrokenLog("the event of leaf " + leaf
                    + " does not open: it was changed, stands in another row, or was sealed under another key");
        }
    }

    private static AuditEvent read(long leaf, String text) {
        try {
            return AuditEvent.read(text);
        } catch (RuntimeException unreadable) {
            throw new BrokenLog("the text of leaf " + leaf + " is not an event");
        }
    }

    /// The columns beside the text decide what a person finds, so they must say what the text says.
    private void event(long leaf, AuditEvent event, ResultSet row) throws SQLException {
        var same = event.id().equals(row.getObject("id", UUID.class))
                && event.at().equals(row.getObject("at", OffsetDateTime.class).toInstant())
                && String.valueOf(event.trace().person()).equals(String.valueOf(row.getObject("person")));
        demand(same, "the columns of the event of leaf " + leaf + " do not say what its text says");
        var names = event.trace().detail().get("leaf");
        if (event.trace().action() == Action.ERASED && names != null) {
            erasedUnexplained.remove(Long.valueOf(names));
        }
    }

    private void node(int level, long index, Hash hash) {
        try {
            nodes.setInt(1, level);
            nodes.setLong(2, index);
            try (var row = nodes.executeQuery()) {
                demand(row.next(), "hash " + index + " of level " + level + " is missing");
                demand(
                        hash.equals(new Hash(row.getBytes(1))),
                        "hash " + index + " of level " + level
                                + " does not fit the 256 below it: it was changed, or one of " + below(level, index)
                                + " was replaced, or two changed places");
            }
            nodeCount++;
        } catch (SQLException e) {
            throw new IllegalStateException("The tiles cannot be read", e);
        }
    }

    private static String below(int level, long index) {
        var leaves = 1L << 8 * level;
        return "leaves " + index * leaves + " to " + ((index + 1) * leaves - 1);
    }

    private void refuseUnexplained() throws SQLException {
        demand(
                erasedUnexplained.isEmpty(),
                "events were erased and no later event says why: leaves " + erasedUnexplained);
        try (var query = connection.prepareStatement("select count(*) from audit_node");
                var row = query.executeQuery()) {
            demand(row.next() && row.getLong(1) == nodeCount, "there are hashes that belong to no tile");
        }
    }

    private static void demand(boolean holds, String difference) {
        if (!holds) {
            throw new BrokenLog(difference);
        }
    }

    @Override
    public void close() throws SQLException {
        nodes.close();
        checkpoints.close();
    }
}
