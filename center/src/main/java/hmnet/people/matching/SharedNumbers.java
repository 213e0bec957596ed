package hmnet.people.matching;

import java.util.Arrays;

/// Numbers that so many charts carry that they are nobody's own (共用の番号): a home's telephone,
/// 000-0000-0000.
final class SharedNumbers {
    private static final int CHARTS_MAX = 64;

    private SharedNumbers() {}

    /// Takes each crowded number of a column as unknown.
    static void forget(long[] column) {
        var sorted = column.clone();
        Arrays.parallelSort(sorted);
        var crowded = new long[8];
        var count = 0;
        for (var from = 0; from < sorted.length; ) {
            var to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > CHARTS_MAX && sorted[from] != 0) {
                crowded = count == crowded.length ? Arrays.copyOf(crowded, count * 2) : crowded;
                crowded[count++] = sorted[from];
            }
            from = to;
        }
        for (var row = 0; row < column.length && count > 0; row++) {
            if (Arrays.binarySearch(crowded, 0, count, column[row]) >= 0) {
                column[row] = 0;
            }
        }
    }
}
