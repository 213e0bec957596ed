package hmnet.people.bulkmatching;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What was wrong with the rows of a file: the first few of each kind by line, all of them counted
/// (読み取り報告).
///
/// No value of a chart is told: a log is no place for names.
final class Troubles {
    private static final int TOLD_EACH = 10;
    private final Map<Trouble, TreeMap<Integer, String>> first = new EnumMap<>(Trouble.class);
    private final Map<Trouble, Integer> counts = new EnumMap<>(Trouble.class);

    synchronized void add(int line, Trouble trouble, String what) {
        add(trouble, 1);
        var lines = first.computeIfAbsent(trouble, any -> new TreeMap<>());
        lines.put(line, what);
        if (lines.size() > TOLD_EACH) {
            lines.pollLastEntry();
        }
    }

    synchronized void add(Trouble trouble, int count) {
        if (count > 0) {
            counts.merge(trouble, count, Integer::sum);
        }
    }

    synchronized void tell(Consumer<String> told) {
        counts.forEach((trouble, count) -> {
            first.getOrDefault(trouble, new TreeMap<>())
                    .forEach((line, what) -> told.accept("line " + line + ": " + trouble.words + what));
            told.accept(count + (count == 1 ? " row: " : " rows: ") + trouble.words);
        });
    }
}
