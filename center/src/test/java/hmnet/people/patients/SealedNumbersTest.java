package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.directory.FacilityId;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Chart numbers are compared without being read (カルテ番号の封印).
class SealedNumbersTest {
    private static final FacilityId HOME = new FacilityId(7);
    private static final FacilityId OTHER = new FacilityId(8);
    private final SealedNumbers numbers = new SealedNumbers(new Keys(new byte[32]));

    @ParameterizedTest
    @ValueSource(strings = {"1", "0001", "K-000000001", "123456789012345", "1234567890123456", "見本 12", "a b", ""})
    void whatIsSealedOpens(String number) {
        assertThat(numbers.open(7, numbers.of(HOME, number))).isEqualTo(number);
    }

    /// As text was equal before: byte by byte.
    @Test
    void oneNumberIsOneValueAndEveryOtherSpellingIsAnother() {
        assertThat(numbers.of(HOME, "0001")).isEqualTo(numbers.of(7, "0001"));
        for (var other : List.of("1", "00001", "0001 ", " 0001", "０００１", "0001A", "0001a")) {
            assertThat(numbers.of(HOME, other)).as(other).isNotEqualTo(numbers.of(HOME, "0001"));
        }
        assertThat(numbers.of(HOME, "0001A")).isNotEqualTo(numbers.of(HOME, "0001a"));
    }

    @Test
    void theSameNumberOfAnotherFacilityOrUnderAnotherKeySharesNothing() {
        var home = numbers.of(HOME, "0001");
        assertThat(Arrays.copyOf(numbers.of(OTHER, "0001"), 12)).isNotEqualTo(Arrays.copyOf(home, 12));
        var key = new byte[32];
        key[0] = 1;
        var elsewhere = new SealedNumbers(new Keys(key));
        assertThat(elsewhere.of(HOME, "0001")).isNotEqualTo(home);
        assertThatThrownBy(() -> elsewhere.open(7, home)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> numbers.open(8, home)).hasMessageContaining("does not open");
    }

    @Test
    void noByteCanBeChangedAndNoNumberIsRead() {
        var sealed = numbers.of(HOME, "0001");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("0001");
        for (var place = 0; place < sealed.length; place++) {
            var changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> numbers.open(7, changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> numbers.open(7, "0001".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("not sealed");
    }

    @Test
    void theLengthSaysNothingUpToFifteenCharacters() {
        assertThat(numbers.of(HOME, "1")).hasSameSizeAs(numbers.of(HOME, "123456789012345"));
    }
}
