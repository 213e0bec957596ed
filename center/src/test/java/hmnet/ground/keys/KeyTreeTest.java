package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Keys of single charts, each destroyed alone (鍵の木).
class KeyTreeTest {
    private static final Random CHANCE = new Random(4);

    @Test
    void aDestroyedLeafIsGoneAndEveryOtherOneIsWhatItWas() {
        var whole = KeyTree.from(KeyWrap.random());
        var gone = new HashSet<>(Set.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x12345678, 0x12345679));
        CHANCE.ints(60).forEach(gone::add);
        var left = whole.without(gone);
        assertThat(gone).allSatisfy(leaf -> assertThat(left.key(leaf)).isEmpty());
        var beside = gone.stream().flatMap(leaf -> List.of(leaf ^ 1, leaf ^ 0x10000000, leaf + 1).stream());
        assertThat(beside.filter(leaf -> !gone.contains(leaf)))
                .hasSizeGreaterThan(100)
                .allSatisfy(leaf -> assertThat(left.key(leaf).orElseThrow())
                        .isEqualTo(whole.key(leaf).orElseThrow()));
    }

    /// What is left must not lead back: no node above a destroyed leaf stays, and none of the nodes is its key.
    @Test
    void nothingThatIsLeftGivesTheDestroyedKey() {
        var whole = KeyTree.from(KeyWrap.random());
        var key = HexFormat.of().formatHex(whole.key(0x12345678).orElseThrow());
        var left = whole.without(List.of(0x12345678)).toString();
        assertThat(left).doesNotContain(key);
        for (var length = 0; length <= 8; length++) {
            assertThat(("," + left).contains("," + "12345678".substring(0, length) + "="))
                    .isFalse();
        }
        assertThat(left.length()).as("bytes in the ring").isLessThan(9_000);
    }

    @Test
    void itIsWrittenAndReadAgain() {
        var tree = KeyTree.from(KeyWrap.random()).without(List.of(7, 8));
        var read = KeyTree.of(tree.toString());
        assertThat(read).hasToString(tree.toString());
        assertThat(read.key(7)).isEmpty();
        assertThat(read.key(9).orElseThrow()).isEqualTo(tree.key(9).orElseThrow());
    }

    @Test
    void keysOfLeavesAndTreesAreNeverTheSame() {
        var one = KeyTree.from(KeyWrap.random());
        var keys = new HashSet<String>();
        for (var leaf = 0; leaf < 200; leaf++) {
            keys.add(HexFormat.of().formatHex(one.key(leaf).orElseThrow()));
            keys.add(HexFormat.of()
                    .formatHex(KeyTree.from(KeyWrap.random()).key(leaf).orElseThrow()));
        }
        assertThat(keys).hasSize(400);
    }
}
