package hmnet.people.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The pairs worth comparing (候補の組): rows that share one of several keys, each pair once, in a fixed order.
///
/// A key that more rows share than usual (ten thousand identical babies, one telephone of a home) pairs each
/// row with its next few alone, so the work grows with the rows and not with their square.
final class Candidates {
    private static final int BLOCK_MAX = 64;
    private static final int NEIGHBOURS = 6;
    private static final int PARTS = 64;
    private static final int KEYS = BlockingKeys.COUNT;

    private final Roster roster;
    private final long[][] keys;

    private Candidates(Roster roster) {
        this.roster = roster;
        this.keys = new long[KEYS][roster.size()];
    }

    /// Each pair as `smaller row << 32 | larger row`.
    public static long[] of(Roster roster) {
        var candidates = new Candidates(roster);
        var keys = new BlockingKeys(roster, word -> word);
        IntStream.range(0, roster.size())
                .parallel()
                .forEach(row -> keys.of(row, (key, value) -> candidates.keys[key][row] = value));
        var found = new ArrayList<RowPairs>();
        var crowded = new RowPairs();
        for (var key = 0; key < KEYS; key++) {
            found.addAll(candidates.blocks(key, crowded));
        }
        found.add(candidates.uncrowded(crowded));
        return RowPairs.joined(found);
    }

    /// Rows that share a key, a few at once on each core; crowded blocks are noted apart and lose their key.
    private List<RowPairs> blocks(int key, RowPairs crowded) {
        var bits = Math.max(1, 64 - Long.numberOfLeadingZeros(roster.size()));
        var mask = (1L << bits) - 1;
        var values = keys[key];
        var sorted = IntStream.range(0, roster.size())
                .filter(row -> values[row] != 0)
                .mapToLong(row -> values[row] & ~mask | row)
                .toArray();
        Arrays.parallelSort(sorted);
        var bounds = bounds(sorted, mask);
        var parts = IntStream.range(0, PARTS).mapToObj(part -> new RowPairs()).toList();
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            for (var from = bounds[part]; from < bounds[part + 1]; ) {
                var to = end(sorted, from, mask);
                if (to - from <= BLOCK_MAX) {
                    block(key, sorted, from, to, mask, parts.get(part));
                }
                from = to;
            }
        });
        for (var from = 0; from < sorted.length; ) {
            var to = end(sorted, from, mask);
            if (to - from > BLOCK_MAX) {
                crowd(key, Arrays.copyOfRange(sorted, from, to), mask, crowded);
            }
            from = to;
        }
        return parts;
    }

    private static int[] bounds(long[] sorted, long mask) {
        var bounds = new int[PARTS + 1];
        for (var part = 1; part <= PARTS; part++) {
            var at = (int) ((long) sorted.length * part / PARTS);
            while (at > 0 && at < sorted.length && (sorted[at] & ~mask) == (sorted[at - 1] & ~mask)) {
                at++;
            }
            bounds[part] = Math.max(at, bounds[part - 1]);
        }
        return bounds;
    }

    private static int end(long[] sorted, int from, long mask) {
        var to = from + 1;
        while (to < sorted.length && (sorted[to] & ~mask) == (sorted[from] & ~mask)) {
            to++;
        }
        return to;
    }

    private void block(int key, long[] sorted, int from, int to, long mask, RowPairs pairs) {
        for (var i = from; i < to; i++) {
            for (var j = i + 1; j < to; j++) {
                var a = (int) (sorted[i] & mask);
                var b = (int) (sorted[j] & mask);
                if (!met(a, b, key)) {
                    pairs.add(a, b);
                }
            }
        }
    }

    /// Whether an earlier key has brought these two together.
    private boolean met(int a, int b, int before) {
        for (var key = 0; key < before; key++) {
            if (keys[key][a] == keys[key][b] && keys[key][a] != 0) {
                return true;
            }
        }
        return false;
    }

    /// Each row of a crowded block with the few that resemble it most.
    private void crowd(int key, long[] block, long mask, RowPairs crowded) {
        var rows = Arrays.stream(block)
                .mapToInt(entry -> (int) (entry & mask))
                .boxed()
                .sorted((a, b) -> {
                    var likeness = Long.compareUnsigned(likeness(a), likeness(b));
                    return likeness != 0 ? likeness : Integer.compare(a, b);
                })
                .mapToInt(row -> row)
                .toArray();
        for (var i = 0; i < rows.length; i++) {
            keys[key][rows[i]] = 0;
            for (var j = i + 1; j < Math.min(rows.length, i + 1 + NEIGHBOURS); j++) {
                crowded.add(Math.min(rows[i], rows[j]), Math.max(rows[i], rows[j]));
            }
        }
    }

    private long likeness(int row) {
        return BlockingKeys.hash(roster.birth[row], textHash(roster.givenReading[row])) & ~0xFFFFFL
                | textHash(roster.surname[row]) & 0xFFFFFL;
    }

    private long textHash(int word) {
        return BlockingKeys.hash(roster.text(word).hashCode(), 7);
    }

    private RowPairs uncrowded(RowPairs crowded) {
        var kept = new RowPairs();
        var sorted = crowded.toArray();
        Arrays.sort(sorted);
        for (var i = 0; i < sorted.length; i++) {
            var a = (int) (sorted[i] >>> 32);
            var b = (int) sorted[i];
            if ((i == 0 || sorted[i] != sorted[i - 1]) && !met(a, b, KEYS)) {
                kept.add(a, b);
            }
        }
        return kept;
    }
}
