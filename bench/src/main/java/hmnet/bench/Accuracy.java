package hmnet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// How right clusters are (名寄せの精度), held against who each chart is about: pairs of charts, all of them.
final class Accuracy {
    private final Map<String, Truth> truth = new HashMap<>();
    private final Map<String, String> clusters = new HashMap<>();
    private final long joined;
    private final long same;
    private final long right;
    private final int wrongMerges;
    private final Map<String, String> asked = new HashMap<>();
    private int questions;

    private record Truth(String person, List<String> slips) {}

    Accuracy(Path truthFile, Path clustersFile) throws IOException {
        each(
                truthFile,
                fields -> truth.put(
                        fields[0],
                        new Truth(fields[1], fields.length < 3 ? List.of() : List.of(fields[2].split("\\|", -1)))));
        each(clustersFile, fields -> clusters.put(fields[0], fields[1]));
        var persons = new HashMap<String, Integer>();
        var joins = new HashMap<String, Integer>();
        var both = new HashMap<String, Integer>();
        clusters.forEach((record, cluster) -> {
            var person = of(record).person();
            persons.merge(person, 1, Integer::sum);
            joins.merge(cluster, 1, Integer::sum);
            both.merge(person + " " + cluster, 1, Integer::sum);
        });
        same = pairs(persons.values());
        joined = pairs(joins.values());
        right = pairs(both.values());
        wrongMerges = both.size() - joins.size();
    }

    /// With the pairs that a human was asked about.
    Accuracy(Path truthFile, Path clustersFile, Path review) throws IOException {
        this(truthFile, clustersFile);
        each(review, fields -> {
            questions++;
            if (of(fields[0]).person().equals(of(fields[1]).person())) {
                asked.put(head(asked, clusterOf(fields[0])), head(asked, clusterOf(fields[1])));
            }
        });
    }

    /// Of the true pairs with a slip the share that was joined, and that is joined once a human has answered.
    record FoundPairs(double joined, double joinedAfter) {}

    private interface Row {
        void read(String[] fields);
    }

    private static void each(Path file, Row row) throws IOException {
        try (var lines = Files.lines(file)) {
            lines.skip(1).forEach(line -> row.read(line.split(",", -1)));
        }
    }

    private Truth of(String record) {
        return Objects.requireNonNull(truth.get(record), record);
    }

    private static long pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }

    double precision() {
        return joined == 0 ? 1 : (double) right / joined;
    }

    double recall() {
        return same == 0 ? 1 : (double) right / same;
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    /// The merges it took to bring different people into one cluster, per million charts.
    double wrongMergesPerMillion() {
        return wrongMerges * 1e6 / clusters.size();
    }

    /// How many pairs a human was asked about.
    int asked() {
        return questions;
    }

    /// Recall once a human has said yes to every pair asked about that is one person.
    double recallAfter() {
        var both = new HashMap<String, Integer>();
        clusters.forEach(
                (record, cluster) -> both.merge(of(record).person() + " " + head(asked, cluster), 1, Integer::sum));
        return same == 0 ? 1 : (double) pairs(both.values()) / same;
    }

    private String clusterOf(String record) {
        return Objects.requireNonNull(clusters.get(record), record);
    }

    private static String head(Map<String, String> into, String cluster) {
        var at = cluster;
        for (var next = into.get(at); next != null && !next.equals(at); next = into.get(at)) {
            at = next;
        }
        return at;
    }

    /// For each kind of slip.
    Map<String, FoundPairs> bySlip() {
        var byPerson = new HashMap<String, List<String>>();
        clusters.keySet()
                .forEach(record -> byPerson.computeIfAbsent(of(record).person(), p -> new ArrayList<>())
                        .add(record));
        var counts = new TreeMap<String, long[]>();
        byPerson.values().forEach(records -> count(records, counts));
        var found = new TreeMap<String, FoundPairs>();
        counts.forEach((slip, n) -> found.put(slip, new FoundPairs((double) n[1] / n[0], (double) n[2] / n[0])));
        return found;
    }

    private void count(List<String> records, Map<String, long[]> counts) {
        for (var i = 0; i < records.size(); i++) {
            for (var j = i + 1; j < records.size(); j++) {
                var a = clusterOf(records.get(i));
                var b = clusterOf(records.get(j));
                for (var slip : slips(records.get(i), records.get(j))) {
                    var n = counts.computeIfAbsent(slip, s -> new long[3]);
                    n[0]++;
                    n[1] += a.equals(b) ? 1 : 0;
                    n[2] += head(asked, a).equals(head(asked, b)) ? 1 : 0;
                }
            }
        }
    }

    private Set<String> slips(String a, String b) {
        var slips = new HashSet<>(of(a).slips());
        slips.addAll(of(b).slips());
        slips.remove("");
        if (slips.isEmpty()) {
            slips.add("none");
        }
        return slips;
    }
}
