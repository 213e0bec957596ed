package hmnet.ground.site;

import hmnet.ground.mtls.Machines;
import hmnet.ground.personcertificates.PersonPort;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who calls the web port, and over what (発信元の特定; A007), before anything else asks. On the ports of
/// certificates nobody stands between, and no header is believed: TLS says who calls.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RealCaller extends OncePerRequestFilter {
    private final SiteSettings site;
    private final ProxyHeader header;
    private final PinnedProxies proxies;
    private final Machines machines;
    private final PersonPort persons;
    private final boolean onlyProxies;

    RealCaller(SiteSettings site, ProxySettings settings, HttpsDemand demand, Machines machines, PersonPort persons) {
        this.site = site;
        this.header = settings.header();
        this.proxies = PinnedProxies.of(settings);
        this.machines = machines;
        this.persons = persons;
        this.onlyProxies = demand.onlyProxies();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (machines.sent(request) || persons.received(request)) {
            chain.doFilter(request, response);
            return;
        }
        var peer = InetAddress.ofLiteral(request.getRemoteAddr());
        var pinned = proxies.hold(peer);
        if (onlyProxies && !pinned && !peer.isLoopbackAddress()) {
            MisdirectedAnswer.refuse(response, "Call the centre by its public address.");
            return;
        }
        var schemes = pinned ? header.schemes(request) : List.<String>of();
        var clear = schemes.stream().anyMatch(scheme -> !scheme.equals("https"));
        if (clear && site.https()) {
            MisdirectedAnswer.refuse(response, "Call the centre by https.");
            return;
        }
        var caller = pinned ? proxies.caller(header.hops(request), peer) : peer;
        var https = request.isSecure() || site.https() || !schemes.isEmpty() && !clear;
        chain.doFilter(new CallerSeen(request, caller.getHostAddress(), https), response);
    }
}
