package hmnet.witness.log;

import java.util.OptionalLong;

/// The log was changed or damaged (監査ログの破損・改ざん): nothing is signed on top of it until somebody has looked.
public final class BrokenLog extends RuntimeException {
    private static final long NONE = -1;

    private final long leaf;

    public BrokenLog(String message) {
        this(message, NONE);
    }

    /// @param leaf the first leaf concerned
    public BrokenLog(String message, long leaf) {
        super(message);
        this.leaf = leaf;
    }

    /// The first leaf concerned, where that is known.
    public OptionalLong leaf() {
        return leaf < 0 ? OptionalLong.empty() : OptionalLong.of(leaf);
    }
}
