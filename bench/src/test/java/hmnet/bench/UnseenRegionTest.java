package hmnet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.mixes.MixedRegion;
import hmnet.people.bulkmatching.BulkMatch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People whom nobody has tuned the matcher to (未知の地域), few enough for every run of the tests.
class UnseenRegionTest {
    private static final int RECORDS = 20_000;
    private static final int REGION = 101;

    @TempDir
    private Path folder;

    @Test
    void aSmallUnseenRegionIsMatchedWithinItsMarks() throws IOException {
        var in = folder.resolve("records.csv");
        var truth = folder.resolve("truth.csv");
        var out = folder.resolve("clusters.csv");
        var review = folder.resolve("review.csv");
        MixedRegion.write(in, truth, RECORDS, REGION);
        var sum = BulkMatch.run(in, out, review, line -> {});
        var accuracy = new Accuracy(truth, out, review);
        assertThat(accuracy.f1()).isGreaterThan(.985);
        assertThat(accuracy.wrongMergesPerMillion()).isLessThanOrEqualTo(100);
        assertThat(sum.review() * 1000.0 / RECORDS).isLessThan(15);
        assertThat(accuracy.recallAfter()).isGreaterThan(.99);
    }
}
