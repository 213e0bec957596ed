package hmnet.people.matching;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// How well clusters agree with the truth (精度), counted over pairs of records as the shared scorer does.
record Accuracy(int records, double precision, double recall, int wrongMerges) {
    static Accuracy of(Map<String, String> cluster, Map<String, String> truth) {
        var both = new HashMap<String, Integer>();
        var owners = new HashMap<String, Set<String>>();
        truth.forEach((row, person) -> {
            var found = cluster.getOrDefault(row, row);
            both.merge(found + "\n" + person, 1, Integer::sum);
            owners.computeIfAbsent(found, any -> new HashSet<>()).add(person);
        });
        var right = pairs(both);
        return new Accuracy(
                truth.size(),
                right / pairs(sizes(truth, row -> cluster.getOrDefault(row, row))),
                right / pairs(sizes(truth, row -> truth.getOrDefault(row, row))),
                owners.values().stream().mapToInt(people -> people.size() - 1).sum());
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    double wrongMergesPerMillion() {
        return wrongMerges * 1e6 / records;
    }

    private static Map<String, Integer> sizes(Map<String, String> truth, Function<String, String> group) {
        var sizes = new HashMap<String, Integer>();
        truth.keySet().forEach(row -> sizes.merge(group.apply(row), 1, Integer::sum));
        return sizes;
    }

    private static double pairs(Map<String, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }
}
