package hmnet.ground.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which addresses lie in the area of a disaster mode.
class DisasterAreaTest {
    @Test
    void anAddressLiesInItsMunicipalityWithOrWithoutThePrefecture() {
        var area = DisasterArea.typed("広島県架空市\r\n 試験郡みどり谷町 \n").orElseThrow();
        assertThat(area.towns()).containsExactly("架空市", "試験郡みどり谷町");
        assertThat(area.holds("広島県架空市潮見台１丁目１−１")).isTrue();
        assertThat(area.holds("架空市　潮見台1-1")).isTrue();
        assertThat(area.holds("広島県試験郡みどり谷町３−３")).isTrue();
        assertThat(area.holds("広島県見本市架空市通り１")).isFalse();
        assertThat(area.holds("")).isFalse();
    }

    @Test
    void noNameIsTheWholeRegion() {
        var area = DisasterArea.typed(" \n ").orElseThrow();
        assertThat(area.isRegion()).isTrue();
        assertThat(area.odd()).isEmpty();
    }

    @Test
    void whatEndsLikeNoMunicipalityIsOdd() {
        assertThat(DisasterArea.typed("架空\n見本市\n廿日市市").orElseThrow().odd()).containsExactly("架空");
    }

    @Test
    void termsReadBackAsTheyWereProposed() {
        var terms = new DisasterTerms(72, new DisasterArea(List.of("架空市", "見本市")));
        assertThat(DisasterTerms.of(terms.text())).isEqualTo(terms);
        var region = new DisasterTerms(1, new DisasterArea(List.of()));
        assertThat(DisasterTerms.of(region.text())).isEqualTo(region);
    }
}
