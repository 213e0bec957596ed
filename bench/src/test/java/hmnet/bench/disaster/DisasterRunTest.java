package hmnet.bench.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.rehearsal.RehearsalCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/// What `./hmnet drill disaster` plays (災害時モードの訓練), with few residents, in a centre of its own.
class DisasterRunTest {
    @Test
    void whoMayLooksNobodyElseAndNobodyAfterwards() throws IOException {
        RehearsalCommand.inACentre(centre -> {
            try (var run = new DisasterRun(centre)) {
                var outcome = run.play(12, 5);
                assertThat(outcome.due()).isEqualTo(6);
                assertThat(outcome.passed()).as(outcome.toString()).isTrue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void aLookWithoutItsEventOrAfterTheEndFailsTheDrill() {
        assertThat(new DisasterOutcome(4, false, 0, 2, 2, 0, 0, 2, 2).passed()).isTrue();
        assertThat(new DisasterOutcome(4, false, 0, 2, 2, 0, 0, 1, 2).passed()).isFalse();
        assertThat(new DisasterOutcome(4, false, 0, 2, 2, 0, 1, 2, 2).passed()).isFalse();
        assertThat(new DisasterOutcome(4, false, 0, 1, 2, 0, 0, 1, 1).passed()).isFalse();
        assertThat(new DisasterOutcome(4, true, 0, 2, 2, 0, 0, 2, 2).passed()).isFalse();
    }
}
