package hmnet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The accuracy of clusters (名寄せの精度), on clusters whose accuracy is plain to see.
class AccuracyTest {
    @TempDir
    private Path folder;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void pairsAreCountedJoinedWronglyAndMissed() throws IOException {
        var truth = file("truth", "record_id,person_id,record_tags", "a,1,", "b,1,sex", "c,1,", "d,2,", "e,2,sex|kana");
        var clusters = file("clusters", "record_id,cluster_id", "a,a", "b,a", "c,c", "d,c", "e,e");
        var accuracy = new Accuracy(truth, clusters);
        assertThat(accuracy.precision()).isEqualTo(1.0 / 2);
        assertThat(accuracy.recall()).isEqualTo(1.0 / 4);
        assertThat(accuracy.wrongMergesPerMillion()).isEqualTo(200_000);
        assertThat(Objects.requireNonNull(accuracy.bySlip().get("none")).joined())
                .isEqualTo(0);
        assertThat(Objects.requireNonNull(accuracy.bySlip().get("kana")).joined())
                .isEqualTo(0);
        assertThat(Objects.requireNonNull(accuracy.bySlip().get("sex")).joined())
                .isCloseTo(1.0 / 3, Offset.offset(1e-9));
    }

    @Test
    void aStrangerAmongThreeChartsIsOneWrongMergeAndThreeWrongPairs() throws IOException {
        var truth = file("truth", "record_id,person_id,record_tags", "a,1,", "b,1,", "c,1,", "d,2,");
        var clusters = file("clusters", "record_id,cluster_id", "a,a", "b,a", "c,a", "d,a");
        var accuracy = new Accuracy(truth, clusters);
        assertThat(accuracy.wrongMergesPerMillion()).isEqualTo(250_000);
        assertThat(accuracy.precision()).isEqualTo(1.0 / 2);
    }

    @Test
    void aHumanWhoAnswersBringsTogetherWhoIsOneAndNobodyElse() throws IOException {
        var truth = file("truth", "record_id,person_id,record_tags", "a,1,", "b,1,", "c,2,");
        var clusters = file("clusters", "record_id,cluster_id", "a,a", "b,b", "c,c");
        var review = file("review", "record_id_a,record_id_b,score", "a,b,0.9", "b,c,0.8");
        var accuracy = new Accuracy(truth, clusters, review);
        assertThat(accuracy.asked()).isEqualTo(2);
        assertThat(accuracy.recallAfter()).isEqualTo(1);
        assertThat(Objects.requireNonNull(accuracy.bySlip().get("none")).joinedAfter())
                .isEqualTo(1);
    }

    @Test
    void theSameSeedInventsTheSameChartsEachOnce() throws IOException {
        var records = folder.resolve("records");
        Charts.write(records, folder.resolve("truth"), 3000, 5);
        var again = folder.resolve("again");
        Charts.write(again, folder.resolve("truth again"), 3000, 5);
        assertThat(records).hasSameTextualContentAs(again);
        var ids = Files.readAllLines(records).stream()
                .map(line -> line.split(",", -1)[0])
                .toList();
        assertThat(new HashSet<>(ids)).hasSize(3001);
    }
}
