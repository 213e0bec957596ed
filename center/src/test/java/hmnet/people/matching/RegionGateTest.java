package hmnet.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.bulkmatching.BulkMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The marks of a region (合格線) on the shared 204,000 charts whose people are known.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class RegionGateTest {
    @TempDir
    Path folder;

    @Test
    void aRegionIsMatchedWithinItsMarks() throws IOException {
        var data = Path.of(System.getenv("HMNET_SHARED")).resolve("data/matching-dev");
        Assumptions.assumeTrue(Files.exists(data), "the shared folder is absent");
        var out = folder.resolve("clusters.csv");
        var sum = BulkMatch.run(data.resolve("records.csv.gz"), out, folder.resolve("review.csv"), line -> {});
        var cluster = new HashMap<String, String>();
        Matched.rows(out).forEach(row -> cluster.put(row[0], row[1]));
        var accuracy = Accuracy.of(cluster, truth(data.resolve("truth.csv.gz")));
        assertThat(accuracy.f1()).isGreaterThan(.985);
        assertThat(accuracy.precision()).isGreaterThan(.9992);
        assertThat(accuracy.wrongMergesPerMillion()).isLessThan(100);
        assertThat(sum.review() * 1e3 / sum.records()).isLessThan(15);
    }

    private static Map<String, String> truth(Path file) throws IOException {
        var truth = new HashMap<String, String>();
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> truth.put(row[0], row[1]));
        }
        return truth;
    }
}
