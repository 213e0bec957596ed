package hmnet.bench.drill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/// When PostgreSQL flushed (書込み確定の時刻), read from strace: begin and end of each fdatasync that
/// succeeded.
record Flushes(List<Flush> all) {
    private static final Pattern WHOLE = Pattern.compile("(\\d+) +([0-9.]+) fdatasync\\(\\d+\\) += 0 .*<([0-9.]+)>.*");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +([0-9.]+) fdatasync\\(\\d+.*<unfinished \\.\\.\\.>");
    private static final Pattern ENDED = Pattern.compile("(\\d+) +([0-9.]+) <\\.\\.\\. fdatasync resumed.*= 0 .*");

    /// In seconds.
    record Flush(double began, double ended) {}

    static Flushes of(List<String> lines) {
        var flushes = new ArrayList<Flush>();
        var begun = new HashMap<String, Double>();
        for (var line : lines) {
            var whole = WHOLE.matcher(line);
            var beginning = BEGUN.matcher(line);
            var ending = ENDED.matcher(line);
            if (whole.matches()) {
                var began = Double.parseDouble(whole.group(2));
                flushes.add(new Flush(began, began + Double.parseDouble(whole.group(3))));
            } else if (beginning.matches()) {
                begun.put(beginning.group(1), Double.parseDouble(beginning.group(2)));
            } else if (ending.matches()) {
                var began = begun.remove(ending.group(1));
                if (began != null) {
                    flushes.add(new Flush(began, Double.parseDouble(ending.group(2))));
                }
            }
        }
        return new Flushes(List.copyOf(flushes));
    }

    /// Whether one began and ended between the two moments.
    boolean within(double from, double until) {
        return all.stream().anyMatch(flush -> flush.began() > from && flush.ended() <= until);
    }

    int size() {
        return all.size();
    }
}
