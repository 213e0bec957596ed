package hmnet.people.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.people.bulkmatching.BulkMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Data of others and of another country (FEBRL 1–4): nothing in the odds is made for Japan only.
///
/// The policy of a region asks a human whenever given names contradict, and in these data a given name is often simply
/// replaced by another. So it links fewer by itself here than the odds would.
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "needs HMNET_SHARED")
class FebrlTest {
    /// What the product's policy reaches on the worst of them is .972.
    private static final double F1 = .96;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dataset1", "dataset2", "dataset3", "dataset4a dataset4b"})
    void theOddsAloneFindPeopleOfAnotherCountryToo(String names) throws IOException {
        assertThat(accuracy(names, Policy.ODDS).f1()).isGreaterThan(.99);
    }

    /// With the policy of the product: what is left to a human is not lost.
    @ParameterizedTest
    @CsvSource({"dataset1, .94, 0", "dataset2, .94, 1", "dataset3, .93, 1", "dataset4a dataset4b, .94, 1"})
    void theProductLinksHardlyAnybodyWronglyAndLeavesTheRestToAHuman(String names, double recall, int wrong)
            throws IOException {
        var reached = accuracy(names, Policy.REGION);
        assertThat(reached.wrongMerges()).as(reached.toString()).isLessThanOrEqualTo(wrong);
        assertThat(reached.recall()).as(reached.toString()).isGreaterThan(recall);
        assertThat(reached.f1()).as(reached.toString()).isGreaterThan(F1);
    }

    private Accuracy accuracy(String names, Policy policy) throws IOException {
        var data = Path.of(System.getenv("HMNET_SHARED")).resolve("data/febrl");
        Assumptions.assumeTrue(Files.exists(data), "the shared folder is absent");
        var rows = new ArrayList<String>();
        rows.add(Matched.HEADER);
        Map<String, String> truth = new HashMap<>();
        for (var name : names.split(" ", -1)) {
            lines(data.resolve(name + ".csv")).forEach(row -> {
                rows.add(chart(row).line());
                truth.put(row[0], row[0].split("-", -1)[1]);
            });
        }
        var out = folder.resolve("clusters.csv");
        BulkMatch.run(Files.write(folder.resolve("records.csv"), rows), out, null, policy, line -> {});
        var cluster = new HashMap<String, String>();
        Matched.rows(out).forEach(row -> cluster.put(row[0], row[1]));
        return Accuracy.of(cluster, truth);
    }

    private static Stream<String[]> lines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .skip(1)
                .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toArray(String[]::new));
    }

    /// rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state,
    /// date_of_birth, soc_sec_id: the last stands for a number of one's own.
    private static Chart chart(String[] row) {
        return Chart.of(row[2].isEmpty() && row[1].isEmpty() ? "" : row[2] + "　" + row[1], "")
                .record(row[0], "")
                .number("")
                .born(row[9], "")
                .home(row[7], row[6] + " " + row[4] + " " + row[3], "")
                .insured(row[10].isEmpty() ? "" : "39000001", "", row[10], "");
    }
}
