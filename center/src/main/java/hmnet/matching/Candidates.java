package hmnet.matching;

import hmnet.folding.PersonName;
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
    private static final int KEYS = 17;

    private final Roster roster;
    private final long[][] keys;

    private Candidates(Roster roster) {
        this.roster = roster;
        this.keys = new long[KEYS][roster.size()];
    }

    /// Each pair as `smaller row << 32 | larger row`.
    static long[] of(Roster roster) {
        var candidates = new Candidates(roster);
        IntStream.range(0, roster.size()).parallel().forEach(candidates::keys);
        var found = new ArrayList<Pairs>();
        var crowded = new Pairs();
        for (var key = 0; key < KEYS; key++) {
            found.addAll(candidates.blocks(key, crowded));
        }
        found.add(candidates.uncrowded(crowded));
        return Pairs.joined(found);
    }

    private void keys(int row) {
        var r = roster;
        var latin = r.script[row] == PersonName.Script.LATIN;
        var given = r.givenReading[row] == 0 && latin ? r.given[row] : r.loose(r.givenReading[row]);
        var surname = r.surnameReading[row] == 0 && latin ? r.surname[row] : r.loose(r.surnameReading[row]);
        var birth = r.birth[row];
        var insurance = r.insured(row) ? hash(r.insurer[row], r.insured[row]) : 0;
        var home =
                r.numbers[row] == 0 || r.place[row] == 0 ? 0 : hash(end(r.text(r.place[row])), r.numbers[row] >>> 32);
        var full = surname == 0 || given == 0 ? 0 : hash(Math.min(surname, given), Math.max(surname, given));
        var characters = r.given[row] == 0 ? 0 : hash(r.surname[row], r.given[row]);
        set(row, 0, birth, r.given[row]);
        set(row, 1, birth, given);
        set(row, 2, birth, r.surname[row]);
        set(row, 3, birth, surname);
        set(row, 4, birth, r.phone[row]);
        set(row, 5, insurance, insurance);
        set(row, 6, birth, home);
        set(row, 7, r.phone[row], given);
        set(row, 8, home, given);
        set(row, 9, full, birth % 10000);
        set(row, 10, full, birth / 100);
        set(row, 11, characters, r.place[row]);
        set(row, 12, characters, birth / 10000);
        set(row, 13, r.facility[row], r.chart[row]);
        if (latin) {
            set(row, 14, r.surname[row], r.postal[row]);
            set(row, 15, r.given[row], r.postal[row]);
            set(row, 16, characters, characters);
        }
    }

    private void set(int row, int key, long a, long b) {
        keys[key][row] = a == 0 || b == 0 ? 0 : hash(a * 31 + key, b) | 1;
    }

    /// Rows that share a key, a few at once on each core; crowded blocks are noted apart and lose their key.
    private List<Pairs> blocks(int key, Pairs crowded) {
        var bits = Math.max(1, 64 - Long.numberOfLeadingZeros(roster.size()));
        var mask = (1L << bits) - 1;
        var values = keys[key];
        var sorted = IntStream.range(0, roster.size())
                .filter(row -> values[row] != 0)
                .mapToLong(row -> values[row] & ~mask | row)
                .toArray();
        Arrays.parallelSort(sorted);
        var bounds = bounds(sorted, mask);
        var parts = IntStream.range(0, PARTS).mapToObj(part -> new Pairs()).toList();
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

    private void block(int key, long[] sorted, int from, int to, long mask, Pairs pairs) {
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
    private void crowd(int key, long[] block, long mask, Pairs crowded) {
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
        return hash(roster.birth[row], textHash(roster.givenReading[row])) & ~0xFFFFFL
                | textHash(roster.surname[row]) & 0xFFFFFL;
    }

    private long textHash(int word) {
        return hash(roster.text(word).hashCode(), 7);
    }

    private Pairs uncrowded(Pairs crowded) {
        var kept = new Pairs();
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

    private static long end(String place) {
        return place.length() < 2
                ? place.hashCode()
                : place.substring(place.length() - 2).hashCode();
    }

    private static long hash(long a, long b) {
        var h = a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b * 0xC2B2AE3D27D4EB4FL, 31);
        h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 29;
    }
}
