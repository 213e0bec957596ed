package hmnet.ground.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.UnsafeSetting;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/// G4: what a centre starts with, and what it does not.
class HttpsDemandTest {
    private static final String HTTPS = "https://hmnet.example";

    @Test
    void onItsOwnMachineACentreStartsAsItIs() {
        for (var url : new String[] {"http://localhost", "http://127.0.0.1:8080", "http://[::1]:8080"}) {
            assertThatCode(() -> demand(url, "127.0.0.1", "", false).demand()).doesNotThrowAnyException();
        }
    }

    /// Without it every caller would have the proxy's address: five wrong passwords of one would stop everybody.
    @Test
    void aProxyOnTheSameMachineIsNamedToo() {
        assertThatThrownBy(() -> demand(HTTPS, "127.0.0.1", "", false).demand())
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("HMNET_PROXY_ADDRESSES");
        var named = demand(HTTPS, "127.0.0.1", "127.0.0.1", false);
        assertThatCode(named::demand).doesNotThrowAnyException();
        assertThat(named.onlyProxies()).isFalse();
    }

    @Test
    void aPublicAddressWithoutHttpsIsRefused() {
        for (var url :
                new String[] {"http://hmnet.example", "http://10.0.0.5", "http://localhost.example", "hmnet.example"}) {
            assertThatThrownBy(() -> demand(url, "127.0.0.1", "", false).demand())
                    .as(url)
                    .isInstanceOf(UnsafeSetting.class);
        }
    }

    @Test
    void aPortForOtherMachinesNeedsHttpsAndAProxyThatIsNamed() {
        refused("http://localhost", "");
        refused(HTTPS, "");
        refused("http://localhost", "10.0.0.5");
        var named = demand(HTTPS, "10.0.0.9", "10.0.0.5", false);
        assertThatCode(named::demand).doesNotThrowAnyException();
        assertThat(named.onlyProxies()).isTrue();
        var own = demand(HTTPS, "10.0.0.9", "", true);
        assertThatCode(own::demand).doesNotThrowAnyException();
        assertThat(own.onlyProxies()).as("TLS of its own").isFalse();
    }

    @Test
    void aDemonstrationSaysThatItIsOne() {
        var settings = new SiteSettings(URI.create("http://10.0.0.9"), List.of(), true);
        var demand = new HttpsDemand(settings, proxy(""), InetAddress.ofLiteral("10.0.0.9"), false);
        assertThatCode(demand::demand).doesNotThrowAnyException();
        assertThat(demand.onlyProxies()).isFalse();
    }

    private static void refused(String url, String proxy) {
        assertThatThrownBy(() -> demand(url, "10.0.0.9", proxy, false).demand())
                .isInstanceOf(UnsafeSetting.class)
                .hasMessageContaining("HMNET_PROXY_ADDRESSES");
    }

    private static HttpsDemand demand(String url, String address, String proxy, boolean ownTls) {
        var settings = new SiteSettings(URI.create(url), List.of(), false);
        return new HttpsDemand(settings, proxy(proxy), InetAddress.ofLiteral(address), ownTls);
    }

    private static ProxySettings proxy(String addresses) {
        return new ProxySettings(addresses.isEmpty() ? List.of() : List.of(addresses), ProxyHeader.X_FORWARDED);
    }
}
