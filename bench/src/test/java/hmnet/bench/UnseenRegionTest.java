package hmnet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.mixes.MixedRegion;
import hmnet.people.bulkmatching.BulkMatch;
import hmnet.people.matching.Policy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People whom nobody has tuned the matcher to (未知の地域), few enough for every run of the tests.
class UnseenRegionTest {
    private static final int RECORDS = 20_000;
    private static final int REGION = 101;
    private static final double LEAST_F1 = .985;
    private static final double MOST_WRONG_MERGES = 100;
    private static final double MOST_QUESTIONS = 15;
    private static final double LEAST_RECALL_AFTER = .99;

    @TempDir
    private Path folder;

    @Test
    void aSmallUnseenRegionIsMatchedWithinItsMarks() throws IOException {
        var judged = judged(Policy.REGION);
        assertThat(judged.meetsMarks()).as(judged.toString()).isTrue();
    }

    /// The marks tell a good matcher from others: one that links whatever is likelier, and one that hardly dares.
    @Test
    void theMarksTurnAwayARashMatcherAndATimidOne() throws IOException {
        var rash = judged(new Policy(0, 0, 0, false));
        assertThat(rash.wrongMergesPerMillion()).as(rash.toString()).isGreaterThan(MOST_WRONG_MERGES);
        assertThat(rash.meetsMarks()).isFalse();
        var timid = judged(new Policy(Math.log(1e12), Math.log(1e15), Math.log(1e16), true));
        assertThat(timid.f1()).as(timid.toString()).isLessThan(LEAST_F1);
        assertThat(timid.meetsMarks()).isFalse();
    }

    private record Judged(double f1, double wrongMergesPerMillion, double questionsPerThousand, double recallAfter) {
        boolean meetsMarks() {
            return f1 > LEAST_F1
                    && wrongMergesPerMillion <= MOST_WRONG_MERGES
                    && questionsPerThousand < MOST_QUESTIONS
                    && recallAfter > LEAST_RECALL_AFTER;
        }
    }

    private Judged judged(Policy policy) throws IOException {
        var in = folder.resolve("records.csv");
        var truth = folder.resolve("truth.csv");
        var out = folder.resolve("clusters.csv");
        var review = folder.resolve("review.csv");
        MixedRegion.write(in, truth, RECORDS, REGION);
        var sum = BulkMatch.run(in, out, review, policy, line -> {});
        var accuracy = new Accuracy(truth, out, review);
        return new Judged(
                accuracy.f1(),
                accuracy.wrongMergesPerMillion(),
                sum.review() * 1000.0 / RECORDS,
                accuracy.recallAfter());
    }
}
