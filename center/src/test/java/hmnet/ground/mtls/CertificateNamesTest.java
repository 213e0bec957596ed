package hmnet.ground.mtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which names a certificate stands for.
class CertificateNamesTest {
    @Test
    void whatStandsInTheCertificateIsItsNameAndNothingElse() throws Exception {
        var names = CertificateNames.of(
                new TestPki("names").issue(Wish.server("machines")).certificate());
        assertThat(names.hold("machines")).isTrue();
        assertThat(names.hold("other.example")).isFalse();
    }

    @Test
    void aStarStandsForOneLabelAndAnAddressForItself() {
        var names = new CertificateNames(Set.of("10.0.0.7", "2001:db8:0:0:0:0:0:7"), Set.of(".hmnet.example"));
        assertThat(names.hold("a.hmnet.example")).isTrue();
        assertThat(names.hold("hmnet.example")).isFalse();
        assertThat(names.hold("a.b.hmnet.example")).isFalse();
        assertThat(names.hold(".hmnet.example")).isFalse();
        assertThat(names.hold("10.0.0.7")).isTrue();
        assertThat(names.hold("[2001:db8::7]")).isTrue();
        assertThat(names.hold("[2001:db8::8]")).isFalse();
    }
}
