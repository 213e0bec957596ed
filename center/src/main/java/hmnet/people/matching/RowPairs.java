package hmnet.people.matching;

import java.util.Arrays;
import java.util.List;

/// A growing list of pairs of rows (組の列), eight bytes each.
final class RowPairs {
    private long[] pairs = new long[64];
    private int size;

    void add(int smaller, int larger) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        pairs[size++] = (long) smaller << 32 | larger;
    }

    long[] toArray() {
        return Arrays.copyOf(pairs, size);
    }

    static long[] joined(List<RowPairs> parts) {
        var joined = new long[parts.stream().mapToInt(part -> part.size).sum()];
        var at = 0;
        for (var part : parts) {
            System.arraycopy(part.pairs, 0, joined, at, part.size);
            at += part.size;
        }
        return joined;
    }
}
