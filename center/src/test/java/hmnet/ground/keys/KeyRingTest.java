package hmnet.ground.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.keys.KeyRing.KeyLeaf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ring of keys outside the database (鍵束), in a file.
class KeyRingTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    private KeyRing ring;

    @BeforeEach
    void aRing() {
        ring = KeyRing.in(folder, KeySettings.of(Map.of()));
        ring.create();
    }

    @Test
    void whatAKeyWrappedOpensUntilItIsDestroyedAndOthersStay() {
        var keys = ring.make(3);
        var first = ring.wrap(keys.get(0), KEY);
        var second = ring.wrap(keys.get(1), KEY);
        assertThat(ring.unwrap(keys.get(0), first)).isEqualTo(KEY);
        ring.destroy(List.of(keys.get(0)));
        assertThatThrownBy(() -> ring.unwrap(keys.get(0), first)).isInstanceOf(ErasedKey.class);
        assertThat(ring.destroyed(keys.get(0))).isTrue();
        assertThat(ring.unwrap(keys.get(1), second)).isEqualTo(KEY);
        assertThat(ring.holds(keys.get(2))).isTrue();
    }

    /// The key itself, which wraps the bucket's data key, and its other leaves stay.
    @Test
    void aLeafIsDestroyedAloneAndInCopiesOfTheRingToo() throws IOException {
        var key = ring.make(1).getFirst();
        var wrapped = ring.wrap(key, KEY);
        var beside = ring.tree(key).orElseThrow().key(8).orElseThrow();
        var copy = Files.readString(ring.path());
        ring.destroy(List.of(), List.of(new KeyLeaf(key, 7)));
        ring.destroy(List.of(), List.of(new KeyLeaf(key, 9), new KeyLeaf(key, 9)));
        assertThat(ring.unwrap(key, wrapped)).isEqualTo(KEY);
        assertThat(ring.tree(key).orElseThrow().key(7)).isEmpty();
        assertThat(ring.tree(key).orElseThrow().key(9)).isEmpty();
        assertThat(ring.tree(key).orElseThrow().key(8).orElseThrow()).isEqualTo(beside);
        Files.writeString(ring.path(), copy);
        assertThatThrownBy(() -> ring.tree(key)).isInstanceOf(UnusableKey.class);
    }

    @Test
    void aKeyOfBeforeThereWereTreesWrapsAndHasNoLeaves() {
        var key = ring.makeWithoutLeaves(1).getFirst();
        assertThat(ring.tree(key)).isEmpty();
        var wrapped = ring.wrap(key, KEY);
        ring.destroy(List.of(), List.of(new KeyLeaf(key, 7)));
        assertThat(ring.unwrap(key, wrapped)).isEqualTo(KEY);
    }

    @Test
    void noKeyOpensWhatAnotherWrapped() {
        var keys = ring.make(2);
        var wrapped = ring.wrap(keys.get(0), KEY);
        assertThatThrownBy(() -> ring.unwrap(keys.get(1), wrapped)).isInstanceOf(UnusableKey.class);
    }

    @Test
    void whatAnotherProcessDestroyedIsGoneHereAtOnce() {
        var key = ring.make(1).getFirst();
        var wrapped = ring.wrap(key, KEY);
        KeyRing.in(folder, KeySettings.of(Map.of())).destroy(List.of(key));
        assertThatThrownBy(() -> ring.unwrap(key, wrapped)).isInstanceOf(ErasedKey.class);
    }

    @Test
    void yesterdaysCopyOfTheRingDoesNotOpen() throws IOException {
        var key = ring.make(1).getFirst();
        var copy = Files.readString(ring.path());
        ring.destroy(List.of(key));
        Files.writeString(ring.path(), copy);
        var restored = KeyRing.in(folder, KeySettings.of(Map.of()));
        assertThatThrownBy(restored::id).isInstanceOf(UnusableKey.class);
    }

    @Test
    void aRingOlderThanItsDatabaseSaysSo() throws IOException {
        var copy = Files.readString(ring.path());
        var key = ring.make(1).getFirst();
        var wrapped = ring.wrap(key, KEY);
        Files.writeString(ring.path(), copy);
        assertThatThrownBy(() -> ring.unwrap(key, wrapped)).hasMessageContaining("older than the database");
    }

    @Test
    void itsFilesHoldNoKeyInTheClearBesideOne() throws IOException {
        ring.make(5);
        var text = Files.readString(ring.path());
        assertThat(text).doesNotContainPattern("[0-9a-f]{64}");
        try (var files = Files.list(ring.path().getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".key"))).hasSize(1);
        }
    }

    @Test
    void aRingUnderACommandIsRefusedSinceNothingCouldBeDestroyed() {
        var settings = KeySettings.of(Map.of("HMNET_KEYS_RING", "command"));
        assertThatThrownBy(() -> KeyRing.in(folder, settings)).isInstanceOf(UnusableKey.class);
    }
}
