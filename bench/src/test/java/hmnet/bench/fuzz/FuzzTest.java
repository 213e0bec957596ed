package hmnet.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.check.Readers;
import hmnet.formats.file.Format;
import java.util.ArrayList;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// The drill `fuzz` with few seeds (破損試験), and that its samples are what they are taken for.
class FuzzTest {
    private static final int TIMES = 6;
    private static final int WEIGHED = 2;

    @Test
    void damagedFilesOfEveryFormatAreReadOrRefusedWithinTheirLimits() {
        var outcome = Fuzz.run(TIMES, 1, false, WEIGHED, finding -> {});
        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.cases()).isEqualTo((long) TIMES * Samples.own().size());
        assertThat(outcome.read()).isBetween(1L, outcome.cases() - 1);
    }

    @Test
    void everySampleIsReadSmallAndGrownAndEveryFormatHasOne() throws Unreadable {
        var formats = EnumSet.noneOf(Format.class);
        for (var sample : Samples.own()) {
            for (var bytes : new byte[][] {sample.small(), sample.grown(100_000)}) {
                var file = Readers.read(sample.called(), bytes);
                formats.add(file.format());
                assertThat(file.rows(Trial.IDS)).as(sample.name()).isNotNull();
            }
        }
        assertThat(formats).isEqualTo(EnumSet.allOf(Format.class));
    }

    @Test
    void aCaseIsTheSameWheneverItIsReplayed() {
        var replayed = new ArrayList<String>();
        for (var sample : Samples.own()) {
            assertThat(DamagedSample.of(sample, 7).bytes())
                    .as(sample.name())
                    .isEqualTo(DamagedSample.of(sample, 7).bytes());
            replayed.add(DamagedSample.of(sample, 7).how());
        }
        assertThat(replayed).hasSizeGreaterThan(40);
    }
}
