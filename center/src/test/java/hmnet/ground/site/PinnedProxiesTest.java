package hmnet.ground.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.UnsafeSetting;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/// A007: who calls, as two proxies say, one in front of the other.
class PinnedProxiesTest {
    private final PinnedProxies proxies = pinned("10.0.0.5", "10.0.1.0/24", "2001:db8:7::/48");

    @Test
    void theRightMostAddressThatIsNoProxyIsTheCaller() {
        assertThat(caller("10.0.0.5", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(caller("10.0.0.5", "203.0.113.9", "198.51.100.1", "10.0.1.77"))
                .isEqualTo("198.51.100.1");
        assertThat(caller("2001:db8:7::1", "2001:db8:9::2")).isEqualTo("2001:db8:9:0:0:0:0:2");
    }

    @Test
    void whoIsNotPinnedSpeaksForItselfAlone() {
        assertThat(caller("10.0.0.6", "198.51.100.1")).isEqualTo("10.0.0.6");
        assertThat(caller("10.0.2.1", "198.51.100.1")).isEqualTo("10.0.2.1");
    }

    @Test
    void anAddressWithAPortIsReadAndNonsenseEndsTheChain() {
        assertThat(caller("10.0.0.5", "198.51.100.1:4711")).isEqualTo("198.51.100.1");
        assertThat(caller("10.0.0.5", "[2001:db8::1]:4711")).isEqualTo("2001:db8:0:0:0:0:0:1");
        assertThat(caller("10.0.0.5", "::ffff:198.51.100.1")).isEqualTo("198.51.100.1");
        for (var nonsense : new String[] {"", "unknown", "_hidden", "localhost", "1.2.3", "' or 1=1", "\""}) {
            assertThat(caller("10.0.0.5", "198.51.100.1", nonsense))
                    .as(nonsense)
                    .isEqualTo("10.0.0.5");
        }
        assertThat(caller("10.0.0.5")).as("no header").isEqualTo("10.0.0.5");
        assertThat(caller("10.0.0.5", "10.0.1.1")).as("proxies alone").isEqualTo("10.0.1.1");
    }

    @Test
    void aBlockThatCannotBeReadStopsTheStart() {
        for (var wrong : new String[] {"proxy.example", "10.0.0.0/33", "10.0.0.0/0", "10.0.0.0/x"}) {
            assertThatThrownBy(() -> pinned(wrong)).as(wrong).isInstanceOf(UnsafeSetting.class);
        }
    }

    @Test
    void eachProxyIsReadInItsOwnHeaderAlone() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", "198.51.100.1, 10.0.1.1");
        request.addHeader("X-Forwarded-For", "10.0.1.2");
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("Forwarded", "for=\"[2001:db8:cafe::17]:4711\";proto=HTTPS;by=203.0.113.43, For=192.0.2.60");
        assertThat(ProxyHeader.X_FORWARDED.hops(request)).containsExactly("198.51.100.1", "10.0.1.1", "10.0.1.2");
        assertThat(ProxyHeader.X_FORWARDED.schemes(request)).containsExactly("https");
        assertThat(ProxyHeader.FORWARDED.hops(request)).containsExactly("[2001:db8:cafe::17]:4711", "192.0.2.60");
        assertThat(ProxyHeader.FORWARDED.schemes(request)).containsExactly("https");
    }

    /// What a client leaves open in quotes does not swallow what the proxy wrote behind it.
    @Test
    void anOpenQuoteOfTheClientHidesNothing() {
        var request = new MockHttpServletRequest();
        request.addHeader("Forwarded", "for=\"evil, for=198.51.100.1;proto=https");
        assertThat(proxies.caller(ProxyHeader.FORWARDED.hops(request), InetAddress.ofLiteral("10.0.0.5"))
                        .getHostAddress())
                .isEqualTo("198.51.100.1");
    }

    private String caller(String peer, String... hops) {
        return proxies.caller(List.of(hops), InetAddress.ofLiteral(peer)).getHostAddress();
    }

    private static PinnedProxies pinned(String... addresses) {
        return PinnedProxies.of(new ProxySettings(List.of(addresses), ProxyHeader.X_FORWARDED));
    }
}
