package hmnet.ground.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Two factors are of two kinds (S002).
class ShownFactorsTest {
    @Test
    void twoKindsOrTheWordForManyAreTwo() {
        assertThat(ShownFactors.two(List.of("mfa"), "", "")).isTrue();
        assertThat(ShownFactors.two(List.of("pwd", "otp"), "", "")).isTrue();
        assertThat(ShownFactors.two(List.of("pin", "sc"), "", "")).isTrue();
        assertThat(ShownFactors.two(List.of("hwk", "fpt"), "", "")).isTrue();
    }

    @Test
    void oneKindTwiceIsOne() {
        assertThat(ShownFactors.two(List.of(), "", "")).isFalse();
        assertThat(ShownFactors.two(List.of("pwd", "pin"), "", "")).isFalse();
        assertThat(ShownFactors.two(List.of("otp", "hwk"), "", "")).isFalse();
        assertThat(ShownFactors.two(List.of("pwd", "pwd", "invented"), "", "")).isFalse();
    }

    @Test
    void aContextCountsWhereTheOfficeNamedIt() {
        assertThat(ShownFactors.two(List.of("pwd"), "urn:two", "urn:two")).isTrue();
        assertThat(ShownFactors.two(List.of("pwd"), "urn:two", "")).isFalse();
        assertThat(ShownFactors.two(List.of("pwd"), "", "")).isFalse();
    }
}
