package hmnet.witness.log;

import java.util.ArrayList;
import java.util.List;

/// The Merkle tree over the events (監査ログのハッシュ木): roots and proofs as in RFC 6962 §2.1, computed from
/// tiles of 256 hashes, so that a proof in a hundred million events reads a handful of tiles.
public final class AuditTree {
    /// The hashes that are kept: level 0 the leaves, each level above one hash per complete 256 below (C2SP
    /// tlog-tiles).
    public interface Nodes {
        /// Neighbouring hashes of one level. All lie in one tile and exist.
        List<Hash> run(int level, long from, int count);
    }

    public static final int HEIGHT = 8;
    public static final int WIDTH = 1 << HEIGHT;
    private final Nodes nodes;

    public AuditTree(Nodes nodes) {
        this.nodes = nodes;
    }

    public Hash root(long size) {
        return size == 0 ? Hash.EMPTY : over(0, size);
    }

    /// The hashes that lead from a leaf to the root of the tree of that size.
    public List<Hash> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("A tree of " + size + " has no leaf " + leaf);
        }
        var path = new ArrayList<Hash>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            var middle = start + left(end - start);
            if (leaf < middle) {
                path.add(over(middle, end));
                end = middle;
            } else {
                path.add(over(start, middle));
                start = middle;
            }
        }
        return path.reversed();
    }

    /// The hashes that show the tree of one size to be the beginning of the tree of another.
    public List<Hash> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A tree of " + to + " does not begin with one of " + from);
        }
        var path = new ArrayList<Hash>();
        long start = 0;
        long end = to;
        while (from > 0 && from < end) {
            var middle = start + left(end - start);
            if (from <= middle) {
                path.add(over(middle, end));
                end = middle;
            } else {
                path.add(over(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            path.add(over(start, end));
        }
        return path.reversed();
    }

    private Hash over(long start, long end) {
        var count = end - start;
        if (Long.bitCount(count) == 1) {
            return complete(start, Long.numberOfTrailingZeros(count));
        }
        var middle = start + left(count);
        return Hash.node(over(start, middle), over(middle, end));
    }

    private Hash complete(long start, int height) {
        var level = height / HEIGHT;
        return Hash.over(nodes.run(level, start >> (HEIGHT * level), 1 << (height % HEIGHT)));
    }

    /// How many leaves the left side of a tree holds: the largest power of two below its size.
    private static long left(long count) {
        return Long.highestOneBit(count - 1);
    }
}
