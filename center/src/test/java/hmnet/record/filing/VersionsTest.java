package hmnet.record.filing;

import static hmnet.record.filing.RecordState.CORRECTED;
import static hmnet.record.filing.RecordState.LIVE;
import static hmnet.record.filing.RecordState.MOVED;
import static hmnet.record.filing.RecordState.RETRACTED;
import static hmnet.record.filing.RecordState.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.record.filing.Versions.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Where each version of a source message stands, whatever came first.
class VersionsTest {
    @Test
    void theNewestVersionIsLiveAndTheOthersAreHistory() {
        assertThat(Versions.states(List.of(valid("2"), valid("1"))))
                .containsEntry("1", SUPERSEDED)
                .containsEntry("2", LIVE);
    }

    @Test
    void whatACorrectionReplacesIsMarkedAsCorrected() {
        var correction = new Version("2", 1, true, false);
        assertThat(Versions.states(List.of(valid("1"), correction)))
                .containsEntry("1", CORRECTED)
                .containsEntry("2", LIVE);
    }

    @Test
    void aDeletionTakesAwayEveryVersionUpToItself() {
        assertThat(Versions.states(List.of(valid("1"), deleted("2"), valid("3"))))
                .containsEntry("1", RETRACTED)
                .containsEntry("2", RETRACTED)
                .containsEntry("3", LIVE);
    }

    @Test
    void aDeletionThatArrivedFirstStillDeletes() {
        assertThat(Versions.states(List.of(deleted("2"), valid("1")))).containsEntry("1", RETRACTED);
    }

    @Test
    void anOlderVersionNeverComesBackWhenTheNewestIsCalledSuperseded() {
        assertThat(Versions.states(List.of(valid("1"), new Version("2", 2, false, false))))
                .containsEntry("1", SUPERSEDED)
                .containsEntry("2", SUPERSEDED);
    }

    @Test
    void whatWasFiledAgainUnderAnotherPatientGivesWayToTheOneBefore() {
        assertThat(Versions.states(List.of(valid("1"), new Version("2", 1, false, true))))
                .containsEntry("1", LIVE)
                .containsEntry("2", MOVED);
    }

    /// R013.
    @Property(tries = 10_000)
    void anyOrderOfArrivalEndsInTheSameStates(@ForAll("versions") List<Version> versions, @ForAll long seed) {
        var shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Versions.states(shuffled)).isEqualTo(Versions.states(versions));
    }

    @Property(tries = 300)
    void atMostOneVersionIsLiveAndItIsTheNewest(@ForAll("versions") List<Version> versions) {
        var states = Versions.states(versions);
        var live =
                versions.stream().filter(v -> states.get(v.version()) == LIVE).toList();
        assertThat(live).hasSizeLessThanOrEqualTo(1);
        assertThat(live)
                .allSatisfy(only -> assertThat(versions)
                        .filteredOn(v -> !v.moved())
                        .allMatch(v -> v.version().compareTo(only.version()) <= 0));
    }

    @Provide
    Arbitrary<List<Version>> versions() {
        var flag = Arbitraries.integers().between(0, 2);
        var said = Combinators.combine(flag, Arbitraries.of(true, false), Arbitraries.of(false, false, false, true))
                .as((f, correction, moved) -> new Version("", f, correction, moved));
        return said.list().ofMinSize(1).ofMaxSize(7).map(VersionsTest::numbered);
    }

    private static List<Version> numbered(List<Version> said) {
        return IntStream.range(0, said.size())
                .mapToObj(n -> new Version(
                        String.valueOf(n),
                        said.get(n).flag(),
                        said.get(n).correction(),
                        said.get(n).moved()))
                .toList();
    }

    private static Version valid(String version) {
        return new Version(version, 1, false, false);
    }

    private static Version deleted(String version) {
        return new Version(version, 0, false, false);
    }
}
