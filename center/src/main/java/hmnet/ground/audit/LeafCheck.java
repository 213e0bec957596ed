package hmnet.ground.audit;

import hmnet.ground.transparency.CheckpointCheck;
import hmnet.ground.transparency.LogKey;
import hmnet.witness.log.AuditTree;
import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Hash;
import hmnet.witness.log.TreeRecount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Walks the leaves once, in order, and holds each against its event, its tiles and the checkpoints (葉の照合). The
/// events were looked at before, in the order in which they lie: what is wrong with one is said where its leaf
/// stands.
final class LeafCheck implements AutoCloseable {
    private static final int FETCH = 5_000;
    private final Connection connection;
    private final PreparedStatement nodes;
    private final EventCheck events;
    private final CheckpointCheck checkpoints;
    private final TreeRecount tree;
    private long nodeCount;

    LeafCheck(Connection connection, LogKey key, SealedTraces sealedTraces, TraceKeys traceKeys, List<String> held)
            throws SQLException {
        this.connection = connection;
        this.events = new EventCheck(connection, sealedTraces, traceKeys);
        this.nodes = connection.prepareStatement("select hash from audit_node where level = ? and index = ?");
        this.checkpoints = new CheckpointCheck(connection, key, held);
        this.tree = new TreeRecount(this::node);
    }

    long size() {
        return tree.size();
    }

    Hash root() {
        return tree.root();
    }

    long erased() {
        return events.erased();
    }

    void check() throws SQLException {
        events.check();
        checkpoints.at(tree);
        try (var query = connection.prepareStatement("select leaf, hash from audit_leaf order by leaf")) {
            EventCheck.binary(query);
            query.setFetchSize(FETCH);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    leaf(row.getLong(1));
                    tree.add(new Hash(row.getBytes(2)));
                    checkpoints.at(tree);
                }
            }
        }
        checkpoints.end(tree);
        events.refuseUnexplained();
        refuseStrayNodes();
    }

    /// Checkpoints kept outside that are larger than the log; only after `check`.
    List<String> ahead() {
        return checkpoints.ahead(tree);
    }

    private void leaf(long leaf) {
        if (leaf != tree.size()) {
            throw new BrokenLog("leaf " + tree.size() + " is missing", tree.size());
        }
        events.refuse(leaf);
    }

    private void node(int level, long index, Hash hash) {
        var first = index << (AuditTree.HEIGHT * level);
        try {
            nodes.setInt(1, level);
            nodes.setLong(2, index);
            try (var row = nodes.executeQuery()) {
                if (!row.next()) {
                    throw new BrokenLog("hash " + index + " of level " + level + " is missing", first);
                }
                if (!hash.equals(new Hash(row.getBytes(1)))) {
                    var last = ((index + 1) << (AuditTree.HEIGHT * level)) - 1;
                    throw new BrokenLog(
                            "hash " + index + " of level " + level
                                    + " does not fit the 256 below it: it was changed, or one of leaves " + first
                                    + " to " + last + " was replaced, or two changed places",
                            first);
                }
            }
            nodeCount++;
        } catch (SQLException e) {
            throw new IllegalStateException("The tiles cannot be read", e);
        }
    }

    private void refuseStrayNodes() throws SQLException {
        try (var query = connection.prepareStatement("select count(*) from audit_node");
                var row = query.executeQuery()) {
            if (!row.next() || row.getLong(1) != nodeCount) {
                throw new BrokenLog("there are hashes that belong to no tile");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        nodes.close();
        checkpoints.close();
    }
}
