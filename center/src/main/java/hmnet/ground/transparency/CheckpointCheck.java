package hmnet.ground.transparency;

import hmnet.witness.log.BrokenLog;
import hmnet.witness.log.Checkpoint;
import hmnet.witness.log.TreeRecount;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Holds the tree, as it grows, against each checkpoint ever signed over it (チェックポイントの照合). All of
/// them fitting one tree is what makes them consistent with each other.
public final class CheckpointCheck implements AutoCloseable {
    private static final int FETCH = 2_000;

    private final LogKey key;
    private final SignatureCheck signatures;
    private final TreeMap<Long, List<String>> held = new TreeMap<>();
    private final PreparedStatement query;
    private final ResultSet stored;
    private boolean more;
    private long next;
    private long newest = -1;

    public CheckpointCheck(Connection connection, LogKey key, List<String> held) throws SQLException {
        this.key = key;
        this.signatures = new SignatureCheck(key);
        for (var note : held) {
            this.held
                    .computeIfAbsent(Checkpoint.read(note).size(), size -> new ArrayList<>())
                    .add(note);
        }
        this.query = connection.prepareStatement("select size, note from checkpoint order by size");
        query.setFetchSize(FETCH);
        this.stored = query.executeQuery();
        advance();
    }

    private void advance() throws SQLException {
        more = stored.next();
        next = more ? stored.getLong(1) : Long.MAX_VALUE;
    }

    /// The tree has this size now: whoever signed at this size must have signed this root.
    public void at(TreeRecount tree) throws SQLException {
        if (more && next == tree.size()) {
            stored(stored.getString(2), tree);
            newest = tree.size();
            advance();
        }
        if (held.containsKey(tree.size())) {
            held(held.get(tree.size()), tree);
        }
    }

    private void stored(String note, TreeRecount tree) {
        var signed = new Checkpoint(origin(note), tree.size(), tree.root());
        if (!note.startsWith(signed.body())) {
            throw new BrokenLog(difference(note, tree.size()), Math.max(newest, 0));
        }
        signatures.add(note, signed, Math.max(newest, 0));
    }

    /// Countersignatures may stand below ours.
    private void held(List<String> notes, TreeRecount tree) {
        for (var note : notes) {
            if (!note.startsWith(key.sign(new Checkpoint(origin(note), tree.size(), tree.root())))) {
                var below = held.lowerKey(tree.size());
                throw new BrokenLog(
                        "a checkpoint of " + tree.size() + " kept elsewhere is not of this log: it was replaced",
                        below == null ? 0 : below);
            }
        }
    }

    /// No leaf follows.
    public void end(TreeRecount tree) throws SQLException {
        signatures.end();
        if (more) {
            throw new BrokenLog("checkpoint " + next + " was signed, and the log holds " + tree.size(), tree.size());
        }
        if (newest != tree.size() && tree.size() > 0) {
            throw new BrokenLog(
                    "the newest checkpoint covers " + Math.max(newest, 0) + " of " + tree.size() + " leaves",
                    Math.max(newest, 0));
        }
    }

    /// Checkpoints kept outside that are larger than the log: it was rolled back behind them.
    public List<String> ahead(TreeRecount tree) {
        return held.tailMap(tree.size(), false).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /// Whether it is the checkpoint that was changed, or what it signed.
    private String difference(String note, long size) {
        var signed = "checkpoint " + size + " does not sign the log as it is: ";
        return ours(note, size)
                ? signed + "one of leaves " + Math.max(newest, 0) + " to " + (size - 1)
                        + " was replaced, or two changed places"
                : signed + SignatureCheck.CHANGED;
    }

    private boolean ours(String note, long size) {
        try {
            var checkpoint = Checkpoint.read(note);
            return checkpoint.size() == size && note.equals(key.sign(checkpoint));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String origin(String note) {
        var end = note.indexOf('\n');
        return end < 0 ? note : note.substring(0, end);
    }

    @Override
    public void close() throws SQLException {
        signatures.close();
        query.close();
    }
}
