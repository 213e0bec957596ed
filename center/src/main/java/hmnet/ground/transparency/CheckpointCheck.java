package hmnet.ground.transparency;

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
    private final LogKey key;
    private final TreeMap<Long, List<String>> held = new TreeMap<>();
    private final PreparedStatement query;
    private final ResultSet stored;
    private boolean more;
    private long newest = -1;

    public CheckpointCheck(Connection connection, LogKey key, List<String> held) throws SQLException {
        this.key = key;
        for (var note : held) {
            this.held
                    .computeIfAbsent(Checkpoint.read(note).size(), size -> new ArrayList<>())
                    .add(note);
        }
        this.query = connection.prepareStatement("select size, note from checkpoint order by size");
        query.setFetchSize(500);
        this.stored = query.executeQuery();
        this.more = stored.next();
    }

    /// The tree has this size now: whoever signed at this size must have signed this root.
    public void at(TreeRecount tree) throws SQLException {
        if (more && stored.getLong("size") == tree.size()) {
            var note = stored.getString("note");
            if (!note.equals(genuine(note, tree))) {
                throw new BrokenLog(difference(note, tree.size()));
            }
            newest = tree.size();
            more = stored.next();
        }
        for (var note : held.getOrDefault(tree.size(), List.of())) {
            // Countersignatures may stand below ours.
            if (!note.startsWith(genuine(note, tree))) {
                throw new BrokenLog(
                        "a checkpoint of " + tree.size() + " kept elsewhere is not of this log: it was replaced");
            }
        }
    }

    /// No leaf follows.
    public void end(TreeRecount tree) throws SQLException {
        if (more) {
            throw new BrokenLog(
                    "checkpoint " + stored.getLong("size") + " was signed, and the log holds " + tree.size());
        }
        if (!held.isEmpty() && held.lastKey() > tree.size()) {
            throw new BrokenLog("the log was rolled back: a checkpoint of " + held.lastKey()
                    + " was kept elsewhere, and the log holds " + tree.size());
        }
        if (newest != tree.size() && tree.size() > 0) {
            throw new BrokenLog(
                    "the newest checkpoint covers " + Math.max(newest, 0) + " of " + tree.size() + " leaves");
        }
    }

    /// Whether it is the checkpoint that was changed, or what it signed.
    private String difference(String note, long size) {
        var signed = "checkpoint " + size + " does not sign the log as it is: ";
        return ours(note, size)
                ? signed + "one of leaves " + Math.max(newest, 0) + " to " + (size - 1)
                        + " was replaced, or two changed places"
                : signed + "its own text was changed";
    }

    private boolean ours(String note, long size) {
        try {
            var checkpoint = Checkpoint.read(note);
            return checkpoint.size() == size && note.equals(key.sign(checkpoint));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String genuine(String note, TreeRecount tree) {
        return key.sign(new Checkpoint(origin(note), tree.size(), tree.root()));
    }

    private static String origin(String note) {
        return note.lines().findFirst().orElse("");
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
