package hmnet.witness.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The tree built anew from its leaves, one after the other (木の再計算): keeps only the complete parts at its
/// right edge, one per bit of its size, and shares no code with the tiles that it is there to check.
public final class TreeRecount {
    /// Told of each hash that belongs into a tile of level 1 or higher.
    public interface NodeSink {
        void node(int level, long index, Hash hash);
    }

    private final NodeSink finished;
    private final Deque<Hash> edge = new ArrayDeque<>();
    private long size;

    public TreeRecount(NodeSink finished) {
        this.finished = finished;
    }

    public void add(Hash leaf) {
        var hash = leaf;
        var height = 0;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hash.node(edge.pop(), hash);
            height++;
            if (height % 8 == 0) {
                finished.node(height / 8, size >> height, hash);
            }
        }
        edge.push(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        Iterator<Hash> parts = edge.iterator();
        if (!parts.hasNext()) {
            return Hash.EMPTY;
        }
        var root = parts.next();
        while (parts.hasNext()) {
            root = Hash.node(parts.next(), root);
        }
        return root;
    }
}
