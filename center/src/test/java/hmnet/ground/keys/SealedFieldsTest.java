package hmnet.ground.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Values sealed and words hashed (項目の封印と鍵付きハッシュ).
class SealedFieldsTest {
    private static final byte[] NAME = "見本 花子".getBytes(UTF_8);
    private final Keys keys = new Keys(new byte[32]);
    private final FieldSeal seal = new FieldSeal(keys, "names");

    @Test
    void aSealedNameOpensAtItsPlaceAndReadsDifferentlyEachTime() {
        var sealed = seal.seal("patient 1", NAME);
        assertThat(seal.open("patient 1", sealed)).isEqualTo(NAME);
        assertThat(seal.seal("patient 1", NAME)).isNotEqualTo(sealed);
        assertThat(sealed).hasSize(NAME.length + 29);
    }

    @Test
    void aNameMovedToAnotherRowIsRefused() {
        var sealed = seal.seal("patient 1", NAME);
        assertThatThrownBy(() -> seal.open("patient 2", sealed)).hasMessageContaining("patient 2");
    }

    @Test
    void aChangedByteAnotherKeyAndPlainTextAreRefused() {
        var sealed = seal.seal("patient 1", NAME);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> seal.open("patient 1", sealed)).hasMessageContaining("does not open");
        var other = new FieldSeal(keys, "addresses").seal("patient 1", NAME);
        assertThatThrownBy(() -> seal.open("patient 1", other)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> seal.open("patient 1", NAME)).hasMessageContaining("no sealed value");
    }

    @Test
    void aWordHasOneNumberUnderAKeyAndAnotherUnderTheNext() {
        var hash = new KeyedHash(keys, "kana");
        assertThat(hash.of("ハナコ")).isEqualTo(hash.of("ハナコ")).isNotEqualTo(hash.of("ハナヨ"));
        assertThat(new KeyedHash(keys, "birth date").of("ハナコ")).isNotEqualTo(hash.of("ハナコ"));
        assertThat(new KeyedHash(
                                new Keys(new byte[] {
                                    1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8,
                                    9, 0, 1, 2
                                }),
                                "kana")
                        .of("ハナコ"))
                .isNotEqualTo(hash.of("ハナコ"));
    }
}
