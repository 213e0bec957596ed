package hmnet.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.bench.drill.humans.HumanMix;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Some random humans under one chart number; the drill plays many more.
class IdentityDrillTest {
    @Test
    void noMessageReachesAnotherHumansChartWithoutAHumansWord() {
        assertThat(LongStream.range(0, 500)
                        .filter(seed -> new HumanMix(seed).play().wrong() > 0))
                .isEmpty();
    }
}
