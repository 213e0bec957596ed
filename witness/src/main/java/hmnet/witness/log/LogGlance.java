package hmnet.witness.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// One look at a log, held against the last checkpoint that was seen of it (ログの突合): whether what is there now still
/// begins with what was there.
public final class LogGlance {
    /// What was seen before anything was.
    public static final Checkpoint NOTHING = new Checkpoint("", 0, Hash.EMPTY);

    private final VerifierKey key;

    public LogGlance(VerifierKey key) {
        this.key = key;
    }

    /// What a look found.
    public sealed interface GlanceResult {
        /// The log is the one that was seen, perhaps longer.
        record Consistent(Checkpoint checkpoint, String note) implements GlanceResult {}

        /// It is another one, and what it says proves it.
        record Contradiction(LogFault fault, String words, String note) implements GlanceResult {
            /// What the log shows, where that can be read.
            public Optional<Checkpoint> checkpoint() {
                try {
                    return Optional.of(Checkpoint.read(note));
                } catch (IllegalArgumentException unreadable) {
                    return Optional.empty();
                }
            }
        }
    }

    /// @param seen the largest checkpoint that was seen; of size 0 before the first
    /// @throws IOException it cannot be read now
    public GlanceResult look(PublicLog log, Checkpoint seen) throws IOException {
        var note = log.checkpoint();
        Checkpoint now;
        try {
            now = Checkpoint.read(note);
            if (!key.signed(note)) {
                return new GlanceResult.Contradiction(
                        LogFault.WRONG_SIGNATURE, "the checkpoint is not signed under the key of " + key.name(), note);
            }
        } catch (IllegalArgumentException unreadable) {
            return new GlanceResult.Contradiction(LogFault.WRONG_SIGNATURE, "the answer is no signed checkpoint", note);
        }
        try {
            return compared(log, seen, now, note);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    private static GlanceResult compared(PublicLog log, Checkpoint seen, Checkpoint now, String note) {
        if (now.size() < seen.size()) {
            return new GlanceResult.Contradiction(
                    LogFault.ROLLED_BACK,
                    "the log has " + now.size() + " events; " + seen.size() + " were seen before",
                    note);
        }
        if (now.size() == seen.size() && !now.root().equals(seen.root())) {
            return new GlanceResult.Contradiction(
                    LogFault.FORK, "the log shows another root for the same " + now.size() + " events", note);
        }
        var tree = new AuditTree(new PublicNodes(log, now.size()));
        if (!tree.root(now.size()).equals(now.root())) {
            return new GlanceResult.Contradiction(
                    LogFault.CHANGED_TILE, "the tiles do not give the root that was signed for " + now.size(), note);
        }
        var proof = tree.consistency(seen.size(), now.size());
        return Proofs.consistent(seen.size(), seen.root(), now.size(), now.root(), proof)
                ? new GlanceResult.Consistent(now, note)
                : new GlanceResult.Contradiction(
                        LogFault.FORK,
                        "the log of " + now.size() + " events does not begin with the " + seen.size() + " seen before",
                        note);
    }
}
