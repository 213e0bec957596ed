package hmnet.witness.log;

import java.util.ArrayList;
import java.util.List;

/// The formulas of RFC 6962 §2.1 as they stand on paper: slow, and plainly right.
final class ByDefinition {
    private ByDefinition() {}

    /// The root, MTH.
    static Hash root(List<Hash> leaves) {
        var n = leaves.size();
        if (n == 0) {
            return Hash.EMPTY;
        }
        if (n == 1) {
            return leaves.getFirst();
        }
        var k = k(n);
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /// The way from a leaf to the root, PATH.
    static List<Hash> path(int m, List<Hash> leaves) {
        var n = leaves.size();
        if (n == 1) {
            return List.of();
        }
        var k = k(n);
        return m < k
                ? and(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : and(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    /// The way from an earlier root to this one, PROOF; empty where one side is.
    static List<Hash> consistency(int m, List<Hash> leaves) {
        return m == 0 ? List.of() : part(m, leaves, true);
    }

    private static List<Hash> part(int m, List<Hash> leaves, boolean whole) {
        var n = leaves.size();
        if (m == n) {
            return whole ? List.of() : List.of(root(leaves));
        }
        var k = k(n);
        return m <= k
                ? and(part(m, leaves.subList(0, k), whole), root(leaves.subList(k, n)))
                : and(part(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    private static int k(int n) {
        var k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> path, Hash last) {
        var longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
