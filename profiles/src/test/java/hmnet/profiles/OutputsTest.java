package hmnet.profiles;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Table;
import hmnet.profiles.SampleOutputs.SampleOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What we write is valid by the published packages (出力の妥当性), judged over one sample in three of each format, the
/// first always; over every sample with `-Dhmnet.outputs=all`.
///
/// `known-errors.csv` holds the kinds that are still wrong. It may only shrink: a new kind fails, and one that no
/// output shows any more is printed, to be taken out. What a sender wrote wrongly in its own FHIR stays as
/// sent and is no error of ours.
class OutputsTest {
    private static final int SHARE = 3;
    private static final Map<String, Integer> FOUND = new TreeMap<>();
    private static final Map<String, Path> FIRST = new TreeMap<>();

    @BeforeAll
    static void judgeEverySample() throws IOException {
        var shared = shared("samples");
        assumeTrue(Files.isDirectory(shared.resolve("fhir-packages")), "the shared folder is absent");
        var judge = new Judge(PackageFolder.read(shared.resolve("fhir-packages")));
        var folders = Stream.of(shared, shared("golden"), Path.of("../formats/src/test/resources"))
                .filter(Files::isDirectory)
                .toList();
        int[] count = new int[3];
        var seen = new TreeMap<String, Integer>();
        var every = "all".equals(System.getProperty("hmnet.outputs")) ? 1 : SHARE;
        SampleOutputs.of(folders).forEach(output -> {
            if (seen.merge(output.format(), 1, Integer::sum) % every != 1 % every) {
                return;
            }
            var sent = kinds(judge, output.own());
            count[0]++;
            for (var bundle : output.bundles()) {
                count[1]++;
                var errors = errors(judge, bundle)
                        .filter(error -> !sent.contains(error.kind()))
                        .toList();
                count[2] += errors.isEmpty() ? 1 : 0;
                errors.forEach(error -> note(output, error));
            }
        });
        System.out.printf("judged: %d files, %d bundles, %d valid%n", count[0], count[1], count[2]);
        FOUND.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(kind ->
                        System.out.println(kind.getValue() + "\t" + kind.getKey() + "\t" + FIRST.get(kind.getKey())));
        var mended = every == 1 ? new TreeSet<>(known()) : new TreeSet<String>();
        mended.removeAll(FOUND.keySet());
        mended.forEach(kind -> System.out.println("mended, take it out of known-errors.csv: " + kind));
    }

    @Test
    void noOutputHasAnErrorOfANewKind() {
        var fresh = new TreeSet<>(FOUND.keySet());
        fresh.removeAll(known());
        assertThat(fresh)
                .as("kinds of errors that known-errors.csv does not name")
                .isEmpty();
    }

    private static void note(SampleOutput output, ValidatorRemark error) {
        FOUND.merge(error.kind(), 1, Integer::sum);
        FIRST.putIfAbsent(
                error.kind(), Optional.ofNullable(output.file().getFileName()).orElseThrow());
    }

    private static Set<String> kinds(Judge judge, List<String> resources) {
        return resources.stream()
                .flatMap(each -> errors(judge, each))
                .map(ValidatorRemark::kind)
                .collect(toSet());
    }

    private static Stream<ValidatorRemark> errors(Judge judge, String resource) {
        return judge.findings(resource).stream().filter(ValidatorRemark::error);
    }

    private static Set<String> known() {
        return Table.read(OutputsTest.class, "known-errors.csv").stream()
                .map(row -> row.get(0))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path shared(String folder) {
        var shared = System.getenv("HMNET_SHARED");
        return Path.of(shared == null ? "../../shared" : shared).resolve(folder);
    }
}
