package hmnet.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// When memory counts as flat (メモリ推移の判定).
class MemoryTest {
    private static final long MEGABYTE = 1 << 20;

    @Test
    void memoryThatStaysIsFlat() {
        var memory = new Memory();
        for (var n = 0; n < 60; n++) {
            memory.sample((400 + n % 3) * MEGABYTE);
        }
        assertThat(memory.flat()).isTrue();
        assertThat(memory.max()).isEqualTo(402);
        assertThat(memory.slopePerMinute()).isCloseTo(0, within(0.1));
    }

    @Test
    void memoryThatGrowsIsNotFlat() {
        var memory = new Memory();
        for (var n = 0; n < 60; n++) {
            memory.sample((400 + 10 * n) * MEGABYTE);
        }
        assertThat(memory.flat()).isFalse();
        assertThat(memory.slopePerMinute()).isCloseTo(60, within(0.1));
    }
}
