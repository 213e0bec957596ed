package hmnet.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What strace wrote, read (書込み確定の読取り).
class FlushesTest {
    private final Flushes flushes = Flushes.of(List.of(
            "11 100.000000 fdatasync(4) = 0 <0.020000> (DELAYED)",
            "12 200.000000 fdatasync(4 <unfinished ...>",
            "11 200.010000 fdatasync(5) = -1 EIO (Input/output error) <0.000100>",
            "12 200.030000 <... fdatasync resumed>) = 0 <0.030000> (DELAYED)"));

    @Test
    void aFlushCountsFromItsBeginningToItsEnd() {
        assertThat(flushes.size()).isEqualTo(2);
        assertThat(flushes.within(99.9, 100.021)).isTrue();
        assertThat(flushes.within(199.9, 200.04)).isTrue();
    }

    @Test
    void anAnswerBeforeTheEndOfTheFlushIsEarly() {
        assertThat(flushes.within(99.9, 100.019)).isFalse();
        assertThat(flushes.within(199.9, 200.02)).isFalse();
    }

    @Test
    void aFlushThatBeganBeforeTheRequestProvesNothing() {
        assertThat(flushes.within(100.001, 101)).isFalse();
    }
}
