package hmnet.ground.site;

import hmnet.ground.database.UnsafeSetting;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// No passwords and charts in the clear (httpsの要求; G4): before the port opens, an address that other machines reach
/// needs https, and a proxy that is named.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpsDemand implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final SiteSettings site;
    private final PinnedProxies proxies;
    private final boolean open;
    private final boolean ownTls;

    @Autowired
    HttpsDemand(SiteSettings site, ProxySettings proxy, ServerProperties server) {
        this(
                site,
                proxy,
                server.getAddress(),
                server.getSsl() != null && server.getSsl().isEnabled());
    }

    HttpsDemand(SiteSettings site, ProxySettings proxy, @Nullable InetAddress address, boolean ownTls) {
        this.site = site;
        this.proxies = PinnedProxies.of(proxy);
        this.open = address == null || !address.isLoopbackAddress();
        this.ownTls = ownTls;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        demand();
    }

    /// @throws UnsafeSetting unless people's way to the centre is closed to listeners
    void demand() {
        if (site.demonstration()) {
            return;
        }
        if (!site.https() && !ofThisMachine(site.name())) {
            throw new UnsafeSetting("hmnet.url is " + site.url() + ": passwords and charts would travel in the clear. "
                    + "Put a TLS proxy in front and name its address, https://…");
        }
        if (site.https() && !ownTls && proxies.none()) {
            throw new UnsafeSetting("hmnet.url is " + site.url() + ", and nothing says whose proxy speaks https: every "
                    + "caller would be taken for it. Name its address in HMNET_PROXY_ADDRESSES (127.0.0.1 for one on this "
                    + "machine).");
        }
        if (open && !ownTls && !site.https()) {
            throw new UnsafeSetting("The web port listens for other machines without https. Leave HMNET_ADDRESS at "
                    + "127.0.0.1 behind a proxy on this machine, or name the https address in HMNET_URL and the proxy in "
                    + "HMNET_PROXY_ADDRESSES.");
        }
    }

    /// Whether the port is open to other machines in the clear, for the proxies' sake alone.
    boolean onlyProxies() {
        return open && !ownTls && !site.demonstration();
    }

    private static boolean ofThisMachine(String name) {
        try {
            return name.equals("localhost")
                    || InetAddress.ofLiteral(name.replace("[", "").replace("]", ""))
                            .isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
