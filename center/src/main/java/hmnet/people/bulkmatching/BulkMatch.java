package hmnet.people.bulkmatching;

import hmnet.people.matching.Policy;
import hmnet.people.matching.Population;
import hmnet.people.matching.Weights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A whole file of charts matched at once (一括名寄せ): clusters and the pairs for review written as CSV.
public final class BulkMatch {
    private final Consumer<String> told;
    private final Policy policy;
    private final long began = System.nanoTime();

    private BulkMatch(Policy policy, Consumer<String> told) {
        this.policy = policy;
        this.told = told;
    }

    /// How it went.
    public record Sum(int records, int clusters, int review) {}

    /// Learns the weights of a region from a file of its charts, for comparing one by one.
    public static Weights learn(Path in, Consumer<String> told) throws IOException {
        return Population.learn(RosterReader.of(in, told));
    }

    /// Matches the charts of one file; the outputs appear whole or not at all.
    public static Sum run(Path in, Path out, @Nullable Path review, Consumer<String> told) throws IOException {
        return run(in, out, review, Policy.REGION, told);
    }

    public static Sum run(Path in, Path out, @Nullable Path review, Policy policy, Consumer<String> told)
            throws IOException {
        return new BulkMatch(policy, told).match(in, out, review);
    }

    private Sum match(Path in, Path out, @Nullable Path review) throws IOException {
        var roster = RosterReader.of(in, told);
        var population = new Population(roster, null, policy, this::tell);
        var asked = population.asked();
        written(out, writer -> {
            writer.write("record_id,cluster_id\n");
            for (var row = 0; row < roster.size(); row++) {
                writer.write(quoted(roster.record[row]) + "," + quoted(roster.record[population.first(row)]) + "\n");
            }
        });
        if (review != null) {
            written(review, writer -> {
                writer.write("record_id_a,record_id_b,score\n");
                for (var n = 0; n < asked.size(); n++) {
                    var pair = asked.get(n);
                    writer.write(quoted(roster.record[pair[0]]) + "," + quoted(roster.record[pair[1]]) + ","
                            + String.format(Locale.ROOT, "%.4f", population.probability(n)) + "\n");
                }
            });
        }
        tell("written");
        var heads = (int) IntStream.range(0, roster.size())
                .filter(row -> population.first(row) == row)
                .count();
        return new Sum(roster.size(), heads, asked.size());
    }

    private interface Content {
        void to(BufferedWriter writer) throws IOException;
    }

    private static void written(Path file, Content content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var writer = Files.newBufferedWriter(part)) {
            content.to(writer);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void tell(String words) {
        told.accept(String.format(Locale.ROOT, "%5.1f s  ", (System.nanoTime() - began) / 1e9) + words);
    }
}
