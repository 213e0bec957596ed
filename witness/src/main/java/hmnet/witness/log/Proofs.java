package hmnet.witness.log;

import java.util.List;

/// Checks proofs without the tree (証明の検証), as RFC 9162 §2.1.3.2 and §2.1.4.2 prescribe.
public final class Proofs {
    private Proofs() {}

    /// Whether the proof leads from this leaf to this root.
    public static boolean includes(Hash leaf, long index, long size, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var other : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(other, hash);
                var up = climb(node);
                node >>= up;
                last >>= up;
            } else {
                hash = Hash.node(hash, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /// Whether the proof shows the smaller tree to be the beginning of the larger one.
    public static boolean consistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> proof) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == 0 || from == to) {
            return proof.isEmpty() && fromRoot.equals(from == 0 ? Hash.EMPTY : toRoot);
        }
        var whole = Long.bitCount(from) == 1;
        if (!whole && proof.isEmpty()) {
            return false;
        }
        var up = Long.numberOfTrailingZeros(from);
        var node = (from - 1) >> up;
        var last = (to - 1) >> up;
        var old = whole ? fromRoot : proof.getFirst();
        var grown = old;
        for (var other : whole ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Hash.node(other, old);
                grown = Hash.node(other, grown);
                var higher = climb(node);
                node >>= higher;
                last >>= higher;
            } else {
                grown = Hash.node(grown, other);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && old.equals(fromRoot) && grown.equals(toRoot);
    }

    /// How many levels a node at the right edge rises without a sibling.
    private static int climb(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }
}
